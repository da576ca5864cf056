import { meaningTrie } from './meaning-trie';
import type { Token } from './read-text';

/**
 * Greetings, please and thanks, languages in the order of training/languages.ts: what is said beside a
 * wish and changes nothing about it. Several words are written as one.
 */
export const COURTESIES = `
	hello hi hey hithere goodmorning goodafternoon goodevening please pls plz kindly thanks thankyou manythanks thanksalot thankyouverymuch thx ty cheers
	hola buenosdias buenastardes buenasnoches porfavor porfa gracias muchasgracias
	ola oi bomdia boatarde boanoite porfavor porgentileza obrigado obrigada muitoobrigado muitoobrigada
	bonjour bonsoir salut silvousplait silteplait svp stp merci mercibeaucoup
	hallo moin servus gutentag gutenmorgen gutenabend grussgott bitte danke vielendank dankeschon
	ciao salve buongiorno buonasera perfavore percortesia grazie graziemille millegrazie
	hallo hoi goedendag goedemorgen goedemiddag goedenavond alstublieft alsjeblieft aub dankje dankjewel danku dankuwel bedankt
	dziendobry czesc witam prosze dziekuje dzieki
	merhaba selam gunaydin iyigunler lutfen tesekkurler tesekkurederim sagol
	здравствуите здравствуи привет добрыидень доброеутро добрыивечер пожалуиста спасибо благодарю
	вітаю привіт добриидень доброгодня доброгоранку добриивечір будьласка дякую спасибі
	مرحبا اهلا سلامعليكم صباحخير مساءخير لوسمحت منفضلك رجاء شكرا شكراجزيلا
	नमस्ते नमस्कार हैलो कृपया प्लीज धन्यवाद शुक्रिया namaste please kripya dhanyavad shukriya thanks
	halo hai selamatpagi selamatsiang selamatsore selamatmalam tolong mohon terimakasih makasih
	你好 您好 哈喽 嗨 早上好 下午好 晚上好 请 請 拜托 麻烦 谢谢 謝謝 谢了 多谢
	こんにちは こんばんは おはようございます おはよう すみません お願いします お願い致します お願いいたします お願い ください 下さい ありがとうございます ありがとう
	안녕하세요 안녕 제발 부탁드립니다 부탁해요 부탁 주세요 감사합니다 고맙습니다 고마워요
	🙏 👋 🙂 😊`;

const courtesies = meaningTrie([COURTESIES]);

/** What is said but for courtesies; all of it where it is nothing else. */
export function withoutCourtesies(tokens: readonly Token[]): readonly Token[] {
	const said: Token[] = [];
	for (let at = 0; at < tokens.length;) {
		const { meaning, length } = courtesies.at(tokens, at, tokens.length);
		if (meaning === 0) said.push(tokens[at]!);
		at += length;
	}
	return said.length > 0 ? said : tokens;
}
