// What this bot knows. Change it, or put your own bot in the place of this node.
const FAQ = [
	{
		topic: 'opening hours',
		asked: /\b(open|opens|opening|closed|closing time|hours)\b/,
		answer: 'We are open Monday to Friday from 9 am to 6 pm, and on Saturday from 10 am to 2 pm.',
	},
	{
		topic: 'return policy',
		asked: /\b(return|returns|returning|send (it|this|that|them) back|exchange)\b/,
		answer:
			'You can return anything within 30 days. Put it in its box with the slip that came with it.',
	},
	{
		topic: 'order status',
		asked:
			/\b(where( is|'s)|status|track|tracking)\b.*\b(order|package|parcel|delivery)\b|\border status\b/,
		answer: 'You can follow your order with the tracking link in the e-mail that confirmed it.',
	},
	{
		topic: 'shipping time',
		asked: /\b(ship|ships|shipping|shipped|deliver|delivered|delivery|arrive|arrives)\b/,
		answer: 'Shipping takes 2 to 4 working days. We tell you by e-mail when your parcel leaves.',
	},
];

const GREETING = /^\W*(hi|hello|hey|good (morning|afternoon|evening)|greetings)\b/;
const THANKS = /\b(thanks|thank you|thx|cheers)\b/;

/**
 * @param {string} text what the contact wrote
 * @param {{ failedAttempts: number, failedNow: boolean }} soFar what the Failure Counter has counted,
 *   and whether this message says that the last answer did not help
 */
function answer(text, { failedAttempts, failedNow }) {
	if (failedNow && failedAttempts > 0) {
		return 'I apologise for the trouble. Is it about opening hours, shipping, returns or an order?';
	}
	const asked = text.toLowerCase().replaceAll('’', "'");
	const known = FAQ.find((entry) => entry.asked.test(asked));
	if (known) return known.answer;
	if (THANKS.test(asked)) return "You're welcome! Is there anything else I can do for you?";
	if (GREETING.test(asked)) return 'Hello! What can I do for you?';
	return "I'm sorry, I don't have information about that.";
}
