/**
 * What people write when they commit themselves or the team, in the classifier's languages. Plain
 * words, looked for in lower case: a promise that is overlooked is still in `said`.
 */
const COMMITMENTS = [
	...['i will', "i'll", 'we will', "we'll", 'i promise', 'going to', 'get back to you', 'will be'],
	...['te llamo', 'le llamo', 'voy a', 'vamos a', 'le enviar', 'te enviar', 'prometo', 'recibirá'],
	...['vou ', 'vamos ', 'iremos', 'prometo', 'enviarei', 'receberá', 'retornarei', 'entrarei em'],
	...['je vais', 'nous allons', 'je vous rappelle', 'je promets', 'vous recevrez', 'enverrai'],
	...[
		'ich werde',
		'wir werden',
		'ich melde mich',
		'wir melden uns',
		'versprech',
		'ich rufe',
		'ich schicke',
	],
	...[
		'le invierò',
		'ti invierò',
		'la richiamo',
		'ti richiamo',
		'prometto',
		'provvederò',
		'riceverà',
	],
	...['ik zal', 'wij zullen', 'we zullen', 'ik bel', 'beloof', 'u ontvangt', 'ik stuur'],
	...['zadzwonię', 'wyślę', 'wyślemy', 'obiecuję', 'oddzwonię', 'otrzyma pan', 'skontaktujemy się'],
	...['arayacağım', 'göndereceğim', 'göndereceğiz', 'söz veriyorum', 'döneceğim', 'ulaşacağız'],
	...['я перезвоню', 'мы перезвоним', 'обещаю', 'отправлю', 'отправим', 'вы получите', 'свяжемся'],
	...['передзвоню', 'обіцяю', 'надішлю', 'надішлемо', 'ви отримаєте', 'звʼяжемося', "зв'яжемося"],
	...['سأ', 'سوف', 'سنقوم', 'سنرسل', 'أعدك', 'سنتصل'],
	...['करूंगा', 'करूंगी', 'करेंगे', 'भेज दूंगा', 'भेजेंगे', 'वादा', 'कॉल करेंगे', 'karunga', 'karenge'],
	...['saya akan', 'kami akan', 'janji', 'akan kami', 'akan saya'],
	...['我会', '我會', '我们会', '我們會', '保证', '保證', '答应', '稍后联系', '将为您'],
	...['いたします', '差し上げます', 'お送りします', 'ご連絡します', '約束', 'お電話します'],
	...['드리겠습니다', '하겠습니다', '드릴게요', '할게요', '약속'],
];

/** The sentences of what a human wrote that commit the team to something. */
export function promisesIn(text: string): string[] {
	return [...sentences.segment(text)]
		.map(({ segment }) => segment.trim())
		.filter((sentence) => {
			const plain = sentence.toLowerCase().replaceAll('’', "'");
			return COMMITMENTS.some((words) => plain.includes(words));
		});
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
