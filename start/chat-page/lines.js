import { el, written } from './el.js';

/**
 * Brings the list in line with `lines`. What is shown already stays untouched, so that a screen reader
 * hears only what is new.
 */
export function showLines(list, lines, staffName) {
	const keys = lines.map(keyOf);
	const same = [...list.children].findIndex((item, index) => item.dataset.key !== keys[index]);
	const kept = same === -1 ? list.children.length : same;
	while (list.children.length > kept) list.lastElementChild.remove();
	for (const [index, item] of [...list.children].entries()) {
		item.dataset.state = lines[index].state ?? 'sent';
	}
	for (const line of lines.slice(kept)) list.append(item(line, staffName));
}

function keyOf({ author, text, staffId, failure }) {
	return JSON.stringify([author, text, staffId ?? null, failure ?? null]);
}

function item(line, staffName) {
	const names = {
		contact: 'You',
		bot: 'Bot',
		human: line.staffId ? staffName(line.staffId) : 'Team',
		typing: 'Bot',
	};
	const failure = line.failure
		? el(
				'span',
				{ class: 'failure' },
				`Not answered: ${line.failure}`,
				el('button', { type: 'button', onclick: line.retry }, 'Try again'),
			)
		: null;
	return el(
		'li',
		{
			'data-author': line.author,
			'data-state': line.state ?? 'sent',
			'data-key': keyOf(line),
			'aria-hidden': line.author === 'typing' ? 'true' : undefined,
		},
		written(names[line.author], { class: 'author' }),
		written(line.text, { class: 'text' }),
		failure,
	);
}
