import { meaningTrie } from './meaning-trie';
import { MEANINGS } from './meanings';
import { TURNING_WORDS } from './turning-words';

/**
 * Words that ask for something of a kind, and words that are of such a kind: who asks how much is answered
 * by a number, and not by a name. They are read only where the order of a text is. A row per kind, as
 * in `meanings.ts`; a word of one of its rows, or of `turning-words.ts`, is in none of these, but for those
 * that ask.
 */
export const ANSWER_KINDS: readonly string[] = [
	// Asks who.
	`who whom whose whos whod wholl whove
	quien quienes kien kienes qn qien
	quem qm kem
	qui
	wer wem wen wessen wers
	chi
	wiens wier
	kto kogo komu kim kogoz komuz ktoz kimze
	kim kimi kime kimin kimde kimden kimle kiminle kimler kimleri kimlere kimlerin kimlerle kimlerden kimdir kimdi kimsin kimsiniz kimmis kimlerdir kimdin kimlesin
	кто кого кому кем ком чеи чья чье чьи чьего чьеи чьему чьим чьих чьими чью
	хто кого кому ким чии чия чиє чиі чииого чиєі чиіх чию чиім чиіми чиєму
	مين منو ومين لمين بمين معمين لمن ممن منهو منهي مينو شكون
	कौन किसने किसको किसे किसका किसकी किसके किससे किसपर किनका किनकी किनके किन्हें किन्होंने kaun koun kisne kisko kise kiska kiski kiske kisse kinka kinko
	siapa siapakah siapanya sapa siape
	谁 誰 谁的 誰的 什么人 什麼人 哪位 啥人 何人
	誰 だれ どなた どちら様 どちらさま 何者 誰が 誰の 誰に 誰と
	누가 누굴 누군지 누군데 누군가요 누군가여 누군지요 누구랑 누구한테 누규* 누꼬`,
	// Asks when.
	`whens whend whenll whn
	kuando kndo cdo cnd
	qnd qdo qndo kuando
	qd qand kand
	wann wanns
	qnd qndo
	wnr wneer
	kiedyz
	zaman nezaman nezamana nezamandan nezamandir nezmn nzmn
	когдаж
	колиж
	متي امتي ايمتي فوقاش وقتاش وينتي ومتي لمتي
	कब कबसे कबतक कबका कबकी kab kabse kabtak
	kapan kpn kapankah kapannya bilakah kapn
	什么时候 什麼時候 啥时候 啥時候 何时 何時 什么时间 什麼時間 几时 幾時 几点 幾點 哪天 哪一天 几号 幾號 多会儿 多會兒 哪年 哪一年
	いつから いつまで いつごろ いつ頃 何時に 何時から 何時まで 何時頃 何時ごろ 何時ですか 何月 何曜日 何日に 何年に
	언제* 언젠지 언젠데 언젠가요 몇시* 몇일* 며칠날*`,
	// Asks where.
	`where wheres whered wherere wherell wherefrom whereabouts wher whr
	donde adonde dnd dnde dond
	onde aonde donde ond cade kd
	dou jusquou
	wo wohin woher wos
	dove dovera doverano
	waar waarheen waarnaartoe waarvandaan
	gdzie dokad skad gdziez ktoredy
	nerede nerde nereden nerden nereye nereyi neresi neresinde neresine neresinden nereli nerelisin nerelisiniz neredesin neredesiniz neredeyiz neredeyim neredeydi neredeydin neredeymis nerdesin nerdesiniz nerdeydin nerdeyiz nereler*
	где куда откуда гдеж кудаж докуда
	де куди звідки деж докуди звідкіля
	اين وين فين منين فينك وينك وينه فينه وينها فينها وينهم لوين لفين اينما باين وينكم فينكم
	कहाँ कहां किधर कहांसे कहाँसे kahan kahaan kidhar kidr kahanse
	dimana dmn dmana kemana kmn kmana darimana mana manakah dmna
	哪里 哪裡 哪裏 哪儿 哪兒 在哪 去哪 何处 何處 什么地方 什麼地方 啥地方 到哪 往哪 从哪 從哪
	どこ 何処 どこに どこで どこへ どこから どこまで どの辺 どのあたり どの辺り どこら辺
	어디* 어딨* 어딘지 어딘데 어딘가요 어딜 어데 오디*`,
	// Asks how much or how many.
	`much many howmuch howmany
	cuanto cuanta cuantos cuantas kuanto kuantos cto cnto
	quanto quanta quantos quantas qto qts qtos qnt qnto qnts
	combien cb cbn cmb conbien kombien
	wieviel wieviele wievielen wievieler wievielmal viel viele vielen wievielte
	quanto quanta quanti quante qnt qnti qnto
	hoeveel hoeveelste hvl hoevaak hoelang
	ile ilu iloma iluz ilez ilekroc iloro
	kac kaca kaci kacta kactan kacinci kactir kacti kaclik kactane kacini kacimiz kaciniz
	сколько скока скоко скольким скольких сколькими скольки скольк
	скільки скількох скільком скількома скіки
	كم قديش اديش قداش كام بكام شكد شقد شكثر وكم بقديش بشحال شحال قديه
	कितना कितने कितनी कितनों कितनें kitna kitne kitni kitnaa kitney kitno ktna ktne
	berapa brp brapa berapakah brpa seberapa berapaan berape
	多少 多大 多久 多长 多長 多高 多远 多遠 多重 多快 几个 幾個 几次 幾次 几岁 幾歲 多少钱 多少錢
	いくら いくつ 何分 何時間 何円 何個 何回 何本 何枚 何日間 何年間 何ヶ月 何か月 何歳 何キロ 何匹 何冊 何台 何名 何秒 何週間 何パーセント 何グラム 何メートル どのくらい どのぐらい どれくらい どれぐらい どれだけ どれほど
	얼마* 얼만* 몇 몇개* 몇명* 몇번* 몇살* 몇분* 몇시간* 며칠* 몇년* 몇달* 몇개월* 몇퍼* 몇킬로* 몇가지* 몇주* 몇원*`,
	// Asks why.
	`why whys whyd whyre whyy
	xque xke porke
	
	pourquoi pkoi prq pourkoi prkoi pqoi pourqoi
	warum wieso weshalb weswegen wozu wiso warumm
	perche xke xche
	waarom waarvoor wrm wrom hoezo waaromdan
	dlaczego czemu dlaczegoz czemuz dlaczgo dlatczego
	neden niye nicin nedenmis niyeymis nedendir niyeki
	почему зачем отчего почемуж пачему зачемж
	чому навіщо нащо чомуж пощо
	لماذا ليش ليه علاش ولماذا وليش لييش لييه شمعني اشمعني لويش عليش
	क्यों क्यूं क्यूँ क्यो kyu kyun kyon kyo kyoon kyou kyuu
	kenapa mengapa knp napa ngapa knapa mengapakah kenapakah kenape ngapain
	为什么 為什麼 为啥 為啥 为何 為何 干嘛 幹嘛 凭什么 憑什麼 怎么会 怎麼會 何以 为什麽 為甚麼
	なぜ 何故 どうして なにゆえ 何のために なんのために
	왜 왜요 왜여 왜냐 왜지 왜죠 왜죵 왜그* 왜이* 왜안 왜때문* 어째서 무엇때문* 뭐때문*`,
	// Asks which.
	`which whichs wich whch
	cual cuales kual kuales cuals
	qual quais qal ql
	quel quels lequel laquelle lesquels lesquelles duquel desquels desquelles auquel auxquels auxquelles kel kels kelle
	welche welcher welches welchem welchen welch
	quale quali qual
	welk welke welken
	ktory ktora ktore ktorego ktorej ktoremu ktorym ktorych ktorymi ktorzy jaki jaka jakie jakiego jakiej jakim jakich jakimi
	hangi hangisi* hangileri* hangimiz* hangisini hangisidir hangiler
	какои какая какое какие какого какому каким каком какую каких какими которыи которая которое которые которого которои которому которым котором которую которых которыми каков какова
	якии яка яке які якого якому яким якоі якіи яку яких якими котрии котра котре котрі котрого котроі котру котрих
	ايهما ايهم انهي انهو
	कौनसा कौनसी कौनसे किस किन kaunsa kaunsi kaunse konsa konsi konse
	yangmana ygmn
	哪个 哪個 哪些 哪种 哪種 哪一 哪款 哪家 哪项 哪項 哪本 哪部 哪张 哪張 哪条 哪條 哪类 哪類 哪几 哪幾 何种 何種
	どれ どちら どっち どんな 何れ どの種類
	어느 어떤 어느것* 어떤것* 어떤게 어느게 어떤걸 어느걸 무슨 어떤거* 어느거* 어느쪽* 어떤건*`,
	// Asks how.
	`how hows howd howre howll howto hw
	como komo kmo
	como cmo comu komo
	comment cmt coment cmnt
	wies
	kome comera
	hoe hoest
	jak jakze
	nasil nasildir nasilsin nasilsiniz nasildi nasilmis nasildik nsl nasilim
	как
	як якже
	كيف كيفك كيفيه ازاي شلون كيفاش ازيك شلونك كيفكم وكيف اشلون كفاش
	कैसे कैसा कैसी कैसें kaise kaisa kaisi kese kesa kesi kaisay kaese
	bagaimana gimana gmn bgmn bagaimanakah gmana gmna piye begimana
	怎么 怎麼 怎样 怎樣 如何 怎么样 怎麼樣 怎么办 怎麼辦 咋 怎麽 咋办 咋樣 咋样 怎能
	どうやって どうすれば どのように どうしたら どうやれば どうやったら どういうふうに どういう風に いかに どうすると どんなふうに どんな風に どうするの
	어떻게* 어떡* 어케 어캐 어뜨케 어떠케 어떻* 우째 어찌`,
	// Units and names of time.
	`seconds secs minute minutes min mins hour hours hr hrs day days week weeks month months year years yr yrs oclock pm morning mornings afternoon afternoons evening evenings night nights noon midnight monday* tuesday* wednesday* thursday* friday* saturday* sunday* tues thu thur thurs weekend* weekday* january february april june july august september october november december jan feb apr jun jul aug sept oct nov dec tmrw tmr tomorow spring summer* autumn winter* decade* century centuries
	segundos minuto minutos hora horas dia dias semana semanas meses ano anos tarde tardes noche noches mediodia medianoche madrugada lunes martes miercoles jueves viernes sabado* domingo* enero febrero marzo abril mayo junio julio agosto septiembre setiembre octubre noviembre diciembre anteayer anoche primavera verano otono invierno siglo* decada* hrs
	segundos minuto minutos hora horas dia dias semana semanas meses ano anos manha manhas tarde tardes noite noites madrugada terca sexta sabado* domingo* janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro anteontem primavera verao outono inverno seculo* decada* hj amnh
	secondes minute minutes heure heures jour jours journee journees semaine semaines mois ans annee annees matin matins aprem soir soirs soiree nuit nuits midi minuit lundi* mardi* mercredi* jeudi* vendredi* samedi* dimanche* weekend janvier fevrier avril juin juillet aout septembre octobre novembre decembre ajd auj printemps automne hiver siecle* decennie*
	sekunde sekunden minute minuten min stunde stunden std uhr tag tage tagen tages woche wochen monat monate monaten monats jahr jahre jahren jahres morgens vormittag* mittag mittags nachmittag* abend abends abende nacht nachts nachte mitternacht montag montags dienstag* mittwoch* donnerstag* freitag* samstag* sonnabend* sonntag* wochenende* januar janner februar marz maerz april juni juli august september oktober november dezember vorgestern ubermorgen fruhling* fruhjahr sommer* herbst* winter* jahrhundert* jahrzehnt*
	secondi minuto minuti ore giorno giorni giornata settimana settimane mese mesi anno anni mattina mattine mattino pomeriggio pomeriggi serata notte notti stanotte stasera stamattina mezzogiorno mezzanotte lunedi martedi mercoledi giovedi venerdi sabato domenica domeniche weekend gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre dopodomani primavera autunno inverno secolo secoli decennio decenni
	seconde seconden minuut minuten minuutje uur uren uurtje dag dagen week weken maand maanden jaar jaren ochtend ochtends middag middags namiddag avond avonden nacht nachten middernacht vanavond vanmiddag vanochtend vannacht maandag* dinsdag* woensdag* donderdag* vrijdag* zaterdag* zondag* weekend* januari februari maart april mei juni juli augustus september oktober november december overmorgen eergisteren voorjaar zomer* herfst* najaar winter* eeuw eeuwen
	sekund sekunda sekundy sekunde sekundzie minut* godzin* godz dzien dnia dni dniu dniem dniach dniami tydzien tygodni* miesiac* miesiec* rok roku rokiem lat lata latach rano ranek poranek popoludni* wieczor wieczor* noc nocy noca noce poludnie polnoc poniedzial* wtorek wtork* sroda srode srody czwartek czwartk* piatek piatk* sobota sobote soboty niedziel* weekend* styczn* luty lutego lutym marzec marcu kwiecien kwietni* maj maja maju czerwiec czerwc* lipiec lipca lipcu sierpien sierpni* wrzesien wrzesni* pazdziernik* listopad* grudzien grudni* pojutrze przedwczoraj wiosn* latem jesien jesieni* zima zimy zimie wiek wieku styczen
	saniye* dakika* dk saat saati saatte saatler* saatin saatlik saattir gun gunu gunun gunde gunler* gunluk gundur hafta haftay* haftalar* haftanin haftalik haftada haftaya haftasonu aylar* ayda ayin aylik yil yili yilin yilda yillar* yillik yildir sene seneler* senedir sabah* ogle* aksam* gece geceler* gecesi geceyarisi pazartesi* sali carsamba* persembe* cumaya cumartesi* pazar ocak subat* nisan* mayis* haziran* temmuz* agustos* eylul* ekim kasim* aralik* ilkbahar* sonbahar* yuzyil*
	секунд* минут* мин час часа часов часы часу часам часах часик день дня днеи дни дню днем дням днях сутки суток недел* месяц* год года году годы годов годом лет утро утра утром вечер вечера вечером вечеру ночь ночи ночью ночеи полдень полдня полночь понедельник* вторник* среда среду среды четверг* пятниц* суббот* воскресень* выходные выходных пн вт чт пт сб январ* феврал* март марта марте апрел* маи мая мае июн* июл* август* сентябр* октябр* ноябр* декабр* послезавтра позавчера весна веснои весны весну лето летом осень осенью осени зима зимои зимы зиму век века веке
	секунд* хвилин* хв година години годин годину годині годинах день дня днів дні днем тиждень тижн* місяц* рік року роки років році рока ранок ранку вранці зранку вечір вечора ввечері увечері ніч ночі вночі опівдні опівночі полудень північ понеділ* вівтор* середа середу середи четвер* пятниц* субот* неділ* вихідні січень січня січні лютии лютого лютому березень березня березні квітень квітня квітні травень травня травні червень червня червні липень липня липні серпень серпня серпні вересень вересня вересні жовтень жовтня жовтні листопад* грудень грудня грудні учора післязавтра позавчора весна весни навесні літо літа влітку осінь осені восени зима зими взимку століт*
	ثواني ثوان دقيقه دقايق دقيقتين ساعه ساعات ساعتين ايام يومين يوميا اسبوع اسابيع اسبوعين شهر شهور اشهر شهرين سنه سنوات سنين سنتين عام اعوام صباحا صباح صبح مساء ظهرا عصر ليل ليله ليلا اثنين ثلاثاء اربعاء خميس جمعه سبت يناير فبراير مارس ابريل مايو يونيو يوليو اغسطس سبتمبر اكتوبر نوفمبر ديسمبر بكرا امبارح مبارح ربيع صيف خريف شتاء نهارده
	सेकंड सेकेंड मिनट मिनटों घंटा घंटे घंटों घण्टे दिन दिनों हफ्ता हफ्ते सप्ताह महीना महीने महीनों साल सालों वर्ष बजे सुबह दोपहर शाम रात सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार इतवार जनवरी फरवरी मार्च अप्रैल मई जून जुलाई अगस्त सितंबर सितम्बर अक्टूबर नवंबर दिसंबर परसों वसंत गर्मी पतझड सर्दी minat ghanta ghante din dino hafta hafte mahina mahine saal baje subah dopahar shaam raat somvar mangalvar budhvar guruvar shukravar shanivar ravivar itwar parso
	detik menit mnt jam hari harian minggu mggu bulan bln tahun thn pagi siang sore malam malem semalam senin selasa rabu kamis jumat sabtu ahad januari februari maret april mei juni juli agustus september oktober november desember bsk kmrn kemaren lusa weekend pekan abad dekade
	分钟 分鐘 小时 小時 秒钟 秒鐘 点钟 點鐘 点半 點半 后天 後天 前天 每天 一天 两天 兩天 三天 几天 幾天 星期 礼拜 禮拜 周末 週末 一周 一週 两周 周一 周二 周三 周四 周五 周六 周日 週一 週二 週三 週四 週五 週六 週日 个月 個月 月份 一月 二月 三月 四月 五月 六月 七月 八月 九月 十月 今年 明年 去年 前年 一年 两年 兩年 年前 年后 年後 早上 上午 中午 下午 晚上 今晚 半夜 凌晨 午夜 春天 夏天 秋天 冬天 世纪 世紀
	秒間 分間 分後 分前 時間 時半 時頃 午前 午後 明後日 一昨日 きょう あした きのう あさって おととい 曜日 月曜 火曜 水曜 木曜 金曜 土曜 日曜 週間 今週 来週 先週 毎週 週末 今月 来月 先月 ヶ月 か月 カ月 一月 二月 三月 四月 五月 六月 七月 八月 九月 今年 来年 去年 昨年 年間 年前 年後 毎日 毎年 朝 昼 夕方 今晩 今夜 昨夜 深夜 正午 真夜中 春 夏 秋 冬 世紀
	시간* 분간 분전 분후 초간 하루* 이틀* 사흘* 일주일* 주일* 개월* 한달* 년간 년전 년도* 오전* 오후* 아침* 점심* 저녁* 모레* 그저께 그제 월요일* 화요일* 수요일* 목요일* 금요일* 토요일* 일요일* 주말* 평일* 새벽* 정오* 자정* 한밤* 밤에 낮에 오늘밤* 일월 이월 삼월 사월 오월 유월 칠월 팔월 구월 시월 십일월 십이월 올해* 작년* 내년* 이번주* 다음주* 지난주* 이번달* 다음달* 지난달* 여름* 가을* 겨울* 한시 두시 세시 네시 다섯시 여섯시 일곱시 여덟시 아홉시 열시`,
	// Currencies and measures.
	`euro euros eur dollar dollars usd bucks pound pounds gbp quid pence cent cents yen rupee rupees ruble rubles rouble* metre metres meter meters km kms kilometre* kilometer* cm centimetre* centimeter* millimetre* millimeter* kg kgs kilo kilos kilogram* gram grams litre litres liter liters ml mile miles inch inches feet ft yards lb lbs oz ounce ounces gallon* tonne* percent percentage pct gb mb kb gigabyte* megabyte* terabyte* degrees celsius fahrenheit mph kmh watts kwh
	euro euros eur dolar dolares usd pesos centimo* centavo* libra libras yen yenes metros km kilometro* cm centimetro* milimetro* kg kilo kilos kilogramo* gramo gramos gr litro litros ml milla millas pulgada* tonelada* porcentaje ciento gb mb gigas megas grados celsius kmh mxn
	euro euros eur dolar dolares usd reais brl centavo* centimo* centimos libra libras iene* metros km kilometro* quilometro* cm centimetro* milimetro* kg quilo quilos kilo kilos quilograma* grama gramas litro litros ml milha milhas polegada* tonelada* porcento porcentagem percentagem gb mb graus celsius kmh
	euro euros eur dollar dollars usd centime* balles yen yens franc francs chf metre metres km kilometre* cm centimetre* millimetre* kg kilo kilos kilogramme* gramme grammes litre litres ml mile miles pouces tonne tonnes pourcent pourcentage* gb mb gigas degre degres celsius kmh
	euro euros eur cent cents dollar dollars usd pfund yen franken chf rappen rubel meter metern km kilometer* cm zentimeter* millimeter* kg kilo kilos kilogramm gramm liter litern ml meile meilen zoll tonne tonnen zentner prozent* gb mb gigabyte megabyte celsius kmh kwh watt
	euro eur centesimo centesimi dollaro dollari usd sterlina sterline yen franco franchi chf rubli metri km chilometro chilometri cm centimetro centimetri millimetro millimetri kg chilo chilogrammo chilogrammi kilo grammo grammi etto litro litri ml miglio miglia pollice pollici tonnellat* percento percentuale percentuali gb mb giga gradi celsius kmh
	euro euros eur eurootje* dollar dollars usd cent centen yen roebel* meter meters km kilometer* cm centimeter* millimeter* kg kilo kilos kilogram gram liter liters ml mijl mijlen inch inches tonnen procent* percentage* gb mb gigabyte* megabyte* graden celsius kmh kwh watt
	euro eur zloty zlotych zlote zlotego zlotowk* zl grosz grosze groszy dolar* usd funt funty funtow jen jenow cent centy centow frank frankow rubli metr metra metry metrow km kilometr* cm centymetr* milimetr* kg kilo kilogram* gram gramow gramy litr litra litry litrow ml procent* gb mb gigabajt* megabajt* stopni stopnie stopien celsjusza
	euro euroya avro* eur lira liraya lirasi liralik liradir tl kurus* kurus dolar* usd sterlin* yen ruble metre metreye metrekare metresi km kilometre* cm santim* milimetre* kg kilo kiloya kilosu kilogram* gram grami gramlik litre* ml tonluk yuzde* yuzde gb mb gigabayt* megabayt* derece derecede santigrat
	евро eur рубл* руб копе* коп доллар* usd бакс* цент центов центы гривен гривн* тенге фунт* юан* метр метра метров метры км километр* см сантиметр* мм миллиметр* кг кило килограм* грамм* литр литра литров литры мл миля мили миль дюим* тонн* процент* гб мб тб гигабаит* мегабаит* градус* цельсия
	євро eur гривень гривн* грн копіи* коп долар* usd бакс* цент центів рубл* єн фунт* злот* метр метра метрів метри км кілометр* см сантиметр* мм міліметр* кг кіло кілограм* грам грама грамів грами літр літра літрів літри мл миля милі миль дюим* тонн* відсот* процент* гб мб тб гігабаит* мегабаит* градус* цельсія
	يورو دولار دولارات ريال ريالات درهم دراهم دينار دنانير جنيه جنيهات ليره ليرات سنت قرش قروش ين متر امتار مترا كيلومتر كيلومترات كيلو سم سنتيمتر سنتيمترات مم مليمتر كجم كغ كيلوجرام كيلوغرام جرام غرام جرامات غرامات لتر لترات ليتر مل ميل اميال بوصه بوصات طن اطنان ميه مايه جيجا جيجابايت ميجا ميجابايت درجات درجه ميويه
	रुपया रुपये रुपए रुपयों रु पैसे पैसा डॉलर यूरो पाउंड येन मीटर किमी किलोमीटर सेमी सेंटीमीटर मिमी किलो किलोग्राम ग्राम लीटर मील इंच फीट फुट टन क्विंटल तोला प्रतिशत फीसदी जीबी एमबी डिग्री सेल्सियस लाख करोड rupaya rupaye rupay rupees inr paise paisa dollar euro pound meter km kilo kg gram liter litre inch feet pratishat percent gb mb degree
	rupiah rp idr perak ribu rb juta jt dolar dollar usd euro yen ringgit meter km kilometer cm sentimeter milimeter kg kilo kilogram gram gr liter ml inci inch kuintal persen prosen persentase gb mb giga gigabyte megabyte derajat celsius celcius kmh hektar
	块钱 塊錢 人民币 人民幣 美元 美金 欧元 歐元 日元 日圓 英镑 英鎊 港币 港幣 台币 台幣 毛钱 毛錢 公里 千米 英里 厘米 公分 毫米 英寸 英尺 平方米 平米 公斤 千克 毫克 市斤 盎司 吨 噸 公升 毫升 百分之 百分比 摄氏 攝氏 华氏 華氏 字节 位元組 usd rmb km kg cm gb mb
	円 ユーロ ポンド ウォン セント 人民元 ルピー ルーブル メートル キロ キロメートル センチ ㎞ ㎝ ㎏ リットル マイル インチ フィート パーセント ギガ 摂氏 華氏 平米 平方メートル ワット km kg cm ml gb mb usd
	원에 천원* 만원* 백원* 억원* 달러* 유로* 엔화* 위안* 파운드* 센트* 루블* 루피* 미터* 킬로* 킬로미터* 센티* 센치* 그램* 그람* 킬로그램* 리터* 마일* 인치* 피트 톤 평방* 제곱미터* 퍼센트* 메가* 테라* 섭씨* 화씨* 와트* km kg cm gb mb`,
	// Gives a reason.
	`because cuz bc bcs becuz becoz bcuz bcoz bcause becasue
	porque porq debido xk
	porque porquanto devido porq
	parce pcq pck psk parceque parcke pke puisque puisquil puisquelle puisquon
	weil weils wegen namlich naemlich zumal
	poiche siccome giacche
	omdat omda doordat vanwege wegens aangezien
	bo poniewaz gdyz albowiem bowiem
	cunku cunki zira yuzunden dolayi sebebiyle nedeniyle
	потому ибо поскольку патамушта потомучто патаму
	тому бо оскільки позаяк адже
	لان لانه لانها لاني لانك لانهم لاننا لانو لانكم بسبب عشان علشان عشانه لانني مشان
	क्योंकि क्यूंकि क्यूँकि चूंकि चूँकि वजह कारण kyunki kyuki kyonki kyoki wajah
	karena krn krna krena sebab soalnya gegara lantaran akibat sbb
	因为 因為 由于 由於 是因 就因 皆因
	なぜなら なぜならば なぜかというと なぜかと言うと からね というのも おかげで せいで
	때문* 왜냐하면 왜냐면 왜냠 이유는 이유가 덕분에 탓에 니까 으니까 이니까`,
];

/** They are numbered after those of `turning-words.ts`. */
const FIRST = MEANINGS.length + TURNING_WORDS.length + 1;

/** What begins with a digit. */
export const NUMBER = FIRST + ANSWER_KINDS.length;

export const answerKinds = meaningTrie(ANSWER_KINDS, FIRST);

const DIGIT = /\p{Nd}/u;

/** Whether a text has a digit at a place: `1h30min` is a number, and no more when it is folded. */
export function isDigitAt(text: string, at: number): boolean {
	const unit = text.charCodeAt(at);
	return unit < 0x80 ? unit >= 0x30 && unit <= 0x39 : DIGIT.test(text[at]!);
}
