/**
 * What people write when they commit themselves or the team, in the classifier's languages. Plain
 * words, looked for in lower case at the beginning of a word. That errs both ways: what is overlooked
 * is still in `said`, and what is found is quoted whole.
 */
const COMMITMENTS = [
	...['i will', "i'll", 'we will', "we'll", 'i promise', "i'm going to", 'get back to you'],
	...['te llamo', 'le llamo', 'voy a', 'vamos a', 'le enviar', 'te enviar', 'prometo', 'recibirá'],
	...[
		'vou te',
		'vou lhe',
		'vamos te',
		'iremos',
		'prometo',
		'enviarei',
		'receberá',
		'retornarei',
		'entrarei em',
	],
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
	...['سأرسل', 'سأتصل', 'سوف', 'سنقوم', 'سنرسل', 'أعدك', 'سنتصل'],
	...['करूंगा', 'करूंगी', 'करेंगे', 'भेज दूंगा', 'भेजेंगे', 'वादा', 'कॉल करेंगे', 'karunga', 'karenge'],
	...['saya akan', 'kami akan', 'janji', 'akan kami', 'akan saya'],
	...['我会', '我會', '我们会', '我們會', '保证', '保證', '答应', '稍后联系', '将为您'],
	...['いたします', '差し上げます', 'お送りします', 'ご連絡します', '約束', 'お電話します'],
	...['드리겠습니다', '하겠습니다', '드릴게요', '할게요', '약속'],
];

/** A sentence with one of these promises nothing, or not what it seems to. */
const DENIALS = [
	...[
		'not',
		'never',
		"won't",
		"can't",
		"don't",
		"didn't",
		"isn't",
		"doesn't",
		'no',
		'nunca',
		'não',
	],
	...['jamás', 'pas', 'jamais', 'nicht', 'nie', 'kein', 'keine', 'non', 'mai', 'niet', 'nooit'],
	...['geen', 'не', 'ни', 'ні', 'ніколи', 'никогда', 'değil', 'asla', 'لن', 'لا', 'नहीं', 'nahi'],
	...['nahin', 'tidak', 'bukan', 'takkan'],
];
/** In scripts that write no spaces between words, or put the denial into the word. */
const DENIALS_WITHIN = ['不', '没', '沒', 'ません', 'ない', '않', '못', 'meyeceğ', 'mayacağ'];

/** The sentences of what a human wrote that commit the team to something. */
export function promisesIn(text: string): string[] {
	return [...sentences.segment(text)]
		.map(({ segment }) => segment.trim())
		.filter((sentence) => {
			const plain = sentence.toLowerCase().replaceAll('’', "'");
			return isCommitment(plain) && !isDenial(plain) && !/[?？؟]$/.test(plain);
		});
}

function isCommitment(plain: string): boolean {
	return COMMITMENTS.some((words) => {
		const at = plain.indexOf(words);
		return at === 0 || (at > 0 && (!isLetter(plain[at - 1]!) || hasNoSpaces(words)));
	});
}

function isDenial(plain: string): boolean {
	const words = new Set(plain.split(/[^\p{L}\p{M}']+/u));
	return (
		DENIALS.some((word) => words.has(word)) || DENIALS_WITHIN.some((part) => plain.includes(part))
	);
}

function isLetter(character: string): boolean {
	return /[\p{L}\p{M}]/u.test(character);
}

/** Chinese, Japanese and Korean: a word has no beginning that one could see. */
function hasNoSpaces(words: string): boolean {
	return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Hangul}]/u.test(words);
}

const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });
