import { meaningTrie } from './meaning-trie';
import { MEANINGS } from './meanings';

/**
 * Words that turn what stands around them: what follows counts and not what came before, it is all
 * there is to it, it is over. By themselves they say nothing of a human or of an answer, so they are
 * read only where the order of a text is. A row per meaning, as in `meanings.ts`.
 */
export const TURNING_WORDS: readonly string[] = [
	// What follows counts more.
	`but however though although yet whereas
	pero sino aunque
	porem contudo embora
	mais pourtant cependant
	aber sondern jedoch allerdings doch trotzdem
	pero pero tuttavia bensi
	maar echter toch
	ale jednak lecz
	ama fakat ancak
	но однако зато
	але проте однак зате
	لكن ولكن بس
	लेकिन मगर lekin magar
	tapi tetapi namun
	但 但是 可是 不过 不過 而是
	でも けど だけど しかし けれど
	하지만 그런데 근데 지만 는데`,
	// Nothing else.
	`only just merely simply solely
	solo solamente nomas unicamente simplemente
	apenas somente simplesmente
	seulement juste uniquement simplement
	nur bloss lediglich einfach
	soltanto solamente semplicemente
	alleen gewoon slechts
	tylko jedynie
	sadece yalnizca yalniz
	только лишь просто
	тільки лише просто
	فقط وبس
	सिर्फ केवल बस sirf bas kewal
	cuma cuman hanya saja aja doang
	只 就 仅 只要
	だけ のみ ただ
	그냥 만 단지 오직`,
	// At once.
	`now today immediately asap instantly tonight
	ahora hoy inmediatamente enseguida ahorita
	agora hoje imediatamente
	maintenant aujourdhui immediatement
	jetzt heute sofort gleich
	adesso ora oggi subito
	nu vandaag meteen onmiddellijk direct
	teraz dzisiaj dzis natychmiast zaraz
	simdi bugun hemen derhal
	сеичас сегодня немедленно срочно теперь
	зараз сьогодні негаино терміново тепер
	الان يوم حالا فورا هلق
	तुरंत आज turant aaj
	sekarang segera langsung
	现在 現在 马上 立刻 立即 今天 快
	今 今すぐ すぐ 今日 至急
	지금 당장 바로 오늘 빨리`,
	// Not now.
	`later tomorrow someday eventually next
	despues luego manana
	depois amanha
	demain apres
	spater morgen irgendwann
	dopo domani poi
	straks
	pozniej jutro kiedys
	sonra yarin
	позже потом завтра
	пізніше потім завтра
	لاحقا بعدين غدا بكره
	बाद baad
	nanti besok
	以后 明天 稍后 回头
	後で 明日 いずれ
	나중 내일 이따`,
	// What was said before is taken back, or there is something in its place.
	`actually instead forget nevermind mind changed anyway anyways cancel withdraw back hold wait
	olvid* mejor cambie retiro deja
	esquec* melhor mudei deixa
	oublie* finalement plutot annul* tant
	vergiss stattdessen eigentlich egal zuruck
	lascia invece ripensandoci annull* dimentic*
	laat vergeet eigenlijk
	jednak zapomnij zamiast wlasciwie niewazne
	vazgectim bosver aslinda unut
	передумал* неважно забудь* отмен* вместо
	передума* неважливо взагалі забудь* скасу* замість
	خلاص انس بدال بدلا غيرت
	छोडो बदल chhodo chodo rehne
	batal lupakan sebenarnya
	算了 其实 反而 改 收回 还是
	やっぱり やはり 代わりに 取り消
	됐어 취소 사실 대신 역시`,
	// What was.
	`was were had been used
	era fue fui estaba habia fueron
	foi estava tinha eram
	etait etais avait fut
	war waren wurde hatten
	stato stata aveva ero
	werd waren had
	byl byla bylo byli
	idi vardi ydi
	был была было были
	був була було були
	كان كانت كنت
	था थी थे tha thi
	dulu waktu
	过 過
	でした ました
	었 았 던`,
	// Yes.
	`yes yeah yep yup sure ok okay
	claro vale
	sim claro
	oui ouais
	ja jawohl
	certo
	jawel
	tak
	evet tamam
	да ага конечно
	так авжеж звісно
	نعم ايوه اي
	हाँ हां haan ji
	ya iya yoi
	对 對 好的 嗯
	はい うん ええ
	네 예 응`,
];

/** They are numbered after those of `meanings.ts`. */
export const turningWords = meaningTrie(TURNING_WORDS, MEANINGS.length + 1);
