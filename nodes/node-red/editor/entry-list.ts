/** How the entries of a list are called, for those who do not see them. */
export interface EntryTexts {
	/** What an entry is called now; blank where it has no name yet. */
	nameOf(row: JQuery): string;
	/** Of the handle; left out where the order of the list means nothing. */
	move?: { label: string; hint: string; moved(place: Place): string };
	/** Of the list's own button; left out where the rows have theirs. */
	remove?: string;
}

/** As the catalogue names its values. */
export interface Place {
	place: number;
	count: number;
}

export interface EntryList {
	/** To be called by `addItem` when the row is there. */
	added(row: JQuery): void;
}

/**
 * Opens an editableList to the keyboard and to screen readers: its handle is for the mouse alone, and its
 * button has no name. The arrow keys on the handle move an entry as dragging it does. What has a
 * `data-entry-label` in a row is called so, with the name of the entry.
 * @param onMove as the list's `sortItems`
 */
export function entryList(list: JQuery, texts: EntryTexts, onMove?: () => void): EntryList {
	const spoken = $('<div>', { class: 'handover-spoken', role: 'status' });
	// A list within a list, where nothing moves, has nothing to say.
	if (texts.move) list.closest('.red-ui-editableList').append(spoken);
	list.on('input change', ({ target }) => nameEntry($(target).parentsUntil(list).last(), texts));
	// After the editor's own listener, which adds the entry.
	addButtonOf(list).on('click', () => focusFirstField(list.children().last()));
	return {
		added(row) {
			const entry = row.attr('role', 'group').closest('li');
			openHandle(entry, texts, (key) => {
				if (!moveEntry(entry, key)) return;
				onMove?.();
				spoken.text(texts.move?.moved(placeOf(entry)) ?? '');
			});
			openRemove(entry);
			nameEntry(entry, texts);
		},
	};
}

export function focusFirstField(entry: JQuery): void {
	entry.find('input[type=text]').first().trigger('focus');
}

/** Where the keyboard goes on when an entry goes: at the one after it, or before it, or at "add". */
export function focusBeside(entry: JQuery): void {
	const stays = ':not(.red-ui-editableList-item-deleting)';
	const beside = entry.nextAll(stays).first().add(entry.prevAll(stays).first()).last();
	const reached = [handleOf(beside), removeOf(beside), addButtonOf(entry.parent())];
	reached.find((one) => one.length)?.trigger('focus');
}

function nameEntry(entry: JQuery, { nameOf, move, remove }: EntryTexts): void {
	const row = contentOf(entry);
	const name = nameOf(row).trim();
	const label = (text = '') => (name ? `${text}: ${name}` : text);
	row.attr('aria-label', name);
	handleOf(entry).attr('aria-label', label(move?.label));
	removeOf(entry).attr('aria-label', label(remove));
	row.find('[data-entry-label]').each((_index, part) => {
		part.setAttribute('aria-label', label(part.dataset['entryLabel']));
	});
}

function openHandle(entry: JQuery, { move }: EntryTexts, onKey: (key: string) => void): void {
	handleOf(entry)
		// It stands first, so it is read first.
		.prependTo(entry)
		.attr({ role: 'button', tabindex: 0, title: move?.hint ?? '' })
		.attr('aria-keyshortcuts', 'ArrowUp ArrowDown')
		.on('keydown', (event) => {
			const { key, ctrlKey, metaKey, shiftKey } = event;
			if (!ARROWS.includes(key) || ctrlKey || metaKey || shiftKey) return;
			event.preventDefault();
			event.stopPropagation();
			onKey(key);
		});
}

const ARROWS = ['ArrowUp', 'ArrowDown'];

/**
 * The editor makes it a link, which the space bar does not press. A key that is held removes one entry, for
 * the focus goes on to the next one's button.
 */
function openRemove(entry: JQuery): void {
	removeOf(entry)
		.attr('role', 'button')
		.on('click', () => focusBeside(entry))
		.on('keydown', (event) => {
			if (event.key === ' ' || (event.key === 'Enter' && event.originalEvent?.repeat)) {
				event.preventDefault();
			}
		})
		.on('keyup', (event) => {
			if (event.key === ' ') event.currentTarget.click();
		});
}

/** The neighbour goes to the other side, for an entry that is taken out loses the focus. */
function moveEntry(entry: JQuery, key: string): boolean {
	const isUp = key === 'ArrowUp';
	const neighbour = isUp ? entry.prev() : entry.next();
	if (isUp) neighbour.insertAfter(entry);
	else neighbour.insertBefore(entry);
	entry[0]?.scrollIntoView({ block: 'nearest' });
	return neighbour.length > 0;
}

/** What was just moved is known: its place is the news. */
function placeOf(entry: JQuery): Place {
	return { place: entry.index() + 1, count: entry.siblings().length + 1 };
}

function contentOf(entry: JQuery): JQuery {
	return entry.children('.red-ui-editableList-item-content');
}

function handleOf(entry: JQuery): JQuery {
	return entry.children('.red-ui-editableList-item-handle');
}

function removeOf(entry: JQuery): JQuery {
	return entry.children('.red-ui-editableList-item-remove');
}

function addButtonOf(list: JQuery): JQuery {
	return list.closest('.red-ui-editableList').children('.red-ui-editableList-addButton');
}
