import { foldWord } from './fold-word';

/** What a word does to those that follow it. */
export const enum Marker {
	None,
	Negates,
	Reports,
	Supposes,
}

/** Languages in the order of training/languages.ts. Chinese is written without spaces, so its are single characters. */
const NEGATES = `
	not no don't dont doesn't didn't won't wouldn't can't cannot never without neither nor stop isn't aren't needn't shouldn't nobody
	no nunca sin tampoco nada ni
	não nao nunca sem nem jamais nada
	ne n' pas non sans jamais ni aucun plus rien
	nicht kein keine keinen keinem nie ohne niemals nein weder bloß
	non senza mai nessun nessuno né niente
	niet geen nooit zonder nee noch
	nie bez nigdy żaden żadnego ani
	değil yok hayır istemiyorum etmeyin gerek olmadan
	не нет без никогда ни незачем
	не ні без ніколи жоден немає
	لا ليس لن لم بدون ما مش مو غير ليست
	नहीं मत ना बिना nahi nahin mat na bina नही
	tidak jangan bukan tanpa belum ga gak nggak enggak tak
	不 没 沒 别 別 无 無 勿`;

const REPORTS = `
	said says told tells asked wrote quote translate mentioned claimed explained promised
	dijo dijeron decía comentó escribió traduce contó
	disse disseram falou contou escreveu traduz traduza
	dit disait ecrit raconte traduis traduire affirme
	sagte sagt gesagt schrieb meinte erzählte übersetze heißt
	detto dice disse scritto traduci diceva
	zei zegt gezegd schreef vertelde vertaal
	powiedział powiedziała mówił napisał przetłumacz mówi
	dedi demiş söyledi yazdı çevir diyor
	сказал сказала говорил сказали написал переведи сказано
	сказав сказала казав сказали написав переклади
	قال قالت قالوا أخبرني كتب ترجم حكى
	कहा बोला बताया लिखा kaha bola bataya अनुवाद
	bilang kata berkata menulis terjemahkan ujar
	说 說 译 譯`;

const SUPPOSES = `
	if suppose supposing unless whether when in-case hypothetically would
	si suponiendo cuando
	se caso quando supondo
	si quand supposons
	wenn falls angenommen ob würde
	se quando qualora supponiamo
	als indien stel wanneer
	jeśli jeżeli gdyby kiedy czy
	eğer olursa
	если бы когда допустим
	якщо би коли припустимо
	إذا لو عندما ان
	अगर यदि agar jab
	kalau jika bila seandainya misalnya
	如果 若 要是 假如`;

/** By the word, folded as in a token. */
export const MARKER_WORDS: ReadonlyMap<string, Marker> = new Map([
	...wordsOf(SUPPOSES, Marker.Supposes),
	...wordsOf(REPORTS, Marker.Reports),
	...wordsOf(NEGATES, Marker.Negates),
]);

function wordsOf(list: string, marker: Marker): Array<[string, Marker]> {
	return list
		.split(/\s+/u)
		.filter(Boolean)
		.map((word) => [foldWord(word), marker]);
}
