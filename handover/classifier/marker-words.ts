/** What a word does to those that follow it. */
export const enum Marker {
	None,
	Negates,
	Reports,
	Supposes,
}

/**
 * Languages in the order of training/languages.ts, each word as `foldWord` writes it. Chinese is written
 * without spaces, so its are single characters.
 */
const NEGATES = `
	not no dont doesnt didnt wont wouldnt cant cannot never without neither nor stop isnt arent neednt shouldnt nobody
	no nunca sin tampoco nada ni
	nao nunca sem nem jamais nada
	ne n pas non sans jamais ni aucun plus rien
	nicht kein keine keinen keinem nie ohne niemals nein weder bloss
	non senza mai nessun nessuno ne niente
	niet geen nooit zonder nee noch
	nie bez nigdy zaden zadnego ani
	degil yok hayir istemiyorum etmeyin gerek olmadan
	не нет без никогда ни незачем
	не ні без ніколи жоден немає
	لا ليس لن لم بدون ما مش مو غير ليست
	नहीं मत ना बिना nahi nahin mat na bina नही
	tidak jangan bukan tanpa belum ga gak nggak enggak tak
	不 没 沒 别 別 无 無 勿`;

const REPORTS = `
	said says told tells asked wrote quote translate mentioned claimed explained promised
	dijo dijeron decia comento escribio traduce conto
	disse disseram falou contou escreveu traduz traduza
	dit disait ecrit raconte traduis traduire affirme
	sagte sagt gesagt schrieb meinte erzahlte ubersetze heisst
	detto dice disse scritto traduci diceva
	zei zegt gezegd schreef vertelde vertaal
	powiedzial powiedziala mowil napisal przetlumacz mowi
	dedi demis soyledi yazdi cevir diyor
	сказал сказала говорил сказали написал переведи сказано
	сказав сказала казав сказали написав переклади
	قال قالت قالوا اخبرني كتب ترجم حكي
	कहा बोला बताया लिखा kaha bola bataya अनुवाद
	bilang kata berkata menulis terjemahkan ujar
	说 說 译 譯`;

const SUPPOSES = `
	if suppose supposing unless whether when hypothetically would
	si suponiendo cuando
	se caso quando supondo
	si quand supposons
	wenn falls angenommen ob wurde
	se quando qualora supponiamo
	als indien stel wanneer
	jesli jezeli gdyby kiedy czy
	eger olursa
	если бы когда допустим
	якщо би коли припустимо
	اذا لو عندما ان
	अगर यदि agar jab
	kalau jika bila seandainya misalnya
	如果 若 要是 假如`;

/** By the word, as in a token. */
export const MARKER_WORDS: ReadonlyMap<string, Marker> = new Map([
	...wordsOf(SUPPOSES, Marker.Supposes),
	...wordsOf(REPORTS, Marker.Reports),
	...wordsOf(NEGATES, Marker.Negates),
]);

function wordsOf(list: string, marker: Marker): Array<[string, Marker]> {
	return list
		.trim()
		.split(/\s+/)
		.map((word) => [word, marker]);
}
