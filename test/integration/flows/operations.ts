/** Those of the Conversation node that change or hand out something, and Pause Bot's Resume. */
export const OPERATIONS = [
	'recordHumanReply',
	'handBack',
	'close',
	'export',
	'erase',
	'resume',
	'replayDeliveries',
] as const;
export type OperationName = (typeof OPERATIONS)[number];

/** A message with this word in it is answered late. */
export const SLOWLY = 'slowly';

/** JavaScript to be put before the Stand-in Bot's own. */
export function waitIfSlowly(text: string): string {
	return `if (${text}.includes('${SLOWLY}')) await new Promise((done) => setTimeout(done, 3000));\n`;
}
