const numbers = new Intl.NumberFormat();

/** What is wrong with a text that the flow would refuse for its length; empty when nothing is. */
export function tooLong(text, longest = Infinity) {
	const excess = text.length - longest;
	if (excess <= 0) return '';
	const characters = excess === 1 ? 'character' : 'characters';
	return `Too long by ${numbers.format(excess)} ${characters}: a message has at most ${numbers.format(longest)}.`;
}
