/** Builds an element. Text goes in as `textContent`, so what a contact writes is never HTML. */
export function el(tag, attributes = {}, ...children) {
	const element = document.createElement(tag);
	for (const [name, value] of Object.entries(attributes)) {
		if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
		else if (value !== undefined) element.setAttribute(name, value);
	}
	element.append(...children.filter((child) => child !== null && child !== undefined));
	return element;
}

/** What somebody wrote, in the direction of its own script whatever stands around it. */
export function written(text, attributes = {}) {
	return el('span', { dir: 'auto', ...attributes }, text);
}
