/**
 * Says below a typedInput what is wrong with it. Node-RED's own tooltip hangs on the input that the
 * typedInput has hidden, where no pointer and no screen reader finds it.
 */
export function showFault(input: JQuery, property: string): void {
	const node = RED.editor.getEditStack().at(-1);
	const validate = node?._def.defaults[property]?.validate;
	const element = input[0];
	if (!node || !validate || !element) return;
	const id = `handover-fault-${property}`;
	const fault = $('<div>', { id, class: 'handover-hint handover-fault', role: 'alert' });
	input.closest('.form-row').after(fault.hide());
	const visible = input.next('.red-ui-typedInput-container').find('.red-ui-typedInput-input');
	const show = () => {
		const isRefused = input.hasClass('input-error');
		const reason = isRefused ? validate.call(node, input.val(), {}) : true;
		const text = typeof reason === 'string' ? reason : '';
		visible.attr('aria-invalid', String(isRefused));
		if (text) visible.attr('aria-describedby', id);
		if (fault.text() !== text) fault.text(text);
		fault.toggle(text !== '');
	};
	// The editor marks the input after each change, and once when the dialog is there.
	const observer = new MutationObserver(show);
	observer.observe(element, { attributes: true, attributeFilter: ['class'] });
	input.on('change', () => setTimeout(show));
}
