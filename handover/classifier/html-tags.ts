const INLINE = 'a|b|i|u|s|em|strong|span|code|del|ins|mark|small|sub|sup|font|tg-spoiler';
/** What begins or ends a line of its own. */
const BLOCK = 'p|br|hr|div|ul|ol|li|h[1-6]|blockquote|pre|table|tr|td|th|html|body|section|article';
/** With attributes or without. Of other names somebody may mean the word: `<human>`. */
const TAG = new RegExp(
	`</?(?:(${BLOCK})|${INLINE})(?:\\s[^<>=]{0,100}=[^<>]{0,300})?\\s?/?>`,
	'iy',
);

export interface Tag {
	end: number;
	isBlock: boolean;
}

/** The HTML tag that begins at a place, null where none does: bots answer in HTML, and some messengers send it. */
export function tagAt(text: string, at: number): Tag | null {
	TAG.lastIndex = at;
	const found = TAG.exec(text);
	return found && { end: TAG.lastIndex, isBlock: found[1] !== undefined };
}
