/** What is done, how, and when; these have no field in common. As in {@link topics}, a row per topic. */
export const DOING: readonly string[] = [
	// To come to where one is.
	`arriv* receiv* reach* llego llegue llega llegar llegado llegaron recib* chegou chegar cheguei receb* recu recus recevoir recoi* angekommen ankommt ankam erhalten bekommen eingetroffen ricevo aangekomen ontvangen gekregen dotar* przyszedl* przyszla przyszlo otrzyma* dosta* geldi gelmedi gelmis ulas* aldim пришел пришла пришло пришли приехал* получил получила получили доставил* прибыл* приишл* приишов отрима* прибу* وصل وصلت وصلني يصل استلم* पहुँच* पहुंच* मिला मिली मिले आया आई sampai tiba diterima datang menerima ricevuto ricevuti
	到了 收到 送到 到货 没到 届い 届く 届き 着い 到着 来ました 도착 왔어 왔습 받았 오지 안왔`,
	`send sent sending brought envia* mandar* mandam* mandan* mandad* mandas mandou traer traig* enviem mande mandem trazer envoy* envoie apport* schick schicke schicken schickt schickte geschickt senden sendet gesendet bring* gebracht inviar* inviat* portare portat* stuur* gestuurd verstuur* breng* wysl* wysyl* przyslij* przynies* przywiez* gonder* yolla* getir* отправ* пришлите пришлете пришлю присыла* привез* привоз* надішл* надсила* відправ* ارسل* ارسال احضر भेज* लाना लाए kirimkan mengirim dikirim bawa membawa antar enviou
	发送 发给 送来 发过来 送って 送り 送る 持って来 보내 부쳐 가져다`,
	`pickup collect fetch recoger* recoge recogen recogid* retirar recup* venirchercher allerchercher abhol* abgeholt ritir* ophal* afhal* odebra* odbior* odbierz teslimal almaya забрать заберу заберет самовывоз забрати самовивіз استلام استلامه लेने उठाना ambil mengambil menjemput
	自取 取货 来取 受け取 引き取り 取りに 찾으러 픽업 수령`,
	// To have not any more.
	`losing gone disappear* vanish* perder pierdo sumiu desaparec* disparu disparue disparaitre disparition verschwund* verlieren sparit* scompar* verdwen* zniknal* zniknel* zginel* stracil* yokoldu kaybol* пропал* исчез* зник* пропав اختفي اختفت गुम lenyap raib
	不见了 消失 丢失 没了 なくな 消え 失く 無くし 사라졌 없어졌 잃어버`,
	`find found finding encontr* achei trouve trouver trouves finden gefunden findet trov* vind vinden vindt gevonden znalezc znalazl* znajd* buldum bulamiyorum наити нашел нашла наид* знаити знаишов знаишла знаид* وجدت اجد ايجاد मिल मिलेगा ढूँढ ढूंढ menemukan ketemu temukan
	找到 找不到 见つか 見つけ 찾았 찾을 찾고 찾아`,
	// To let or not to let.
	`refus* reject* denied decline* rechaz* niega recus* negad* rejet* verweiger* abgelehnt ablehn* rifiut* respint* geweiger* weiger* afgewez* odmow* odrzuc* reddet* reddedil* отказал* отклон* відмов* відхил* رفض مرفوض अस्वीकार मना ठुकरा tolak ditolak menolak
	拒绝 被拒 不接受 断られ 拒否 却下 거절 거부 반려`,
	`allow* permit* forbid* permis* prohib* dejan proib* autoriz* autoris* interdit* permet* erlaub* verboten durfen darf permess* vietat* consent* toegestaan verboden pozwol* zgoda zgody zgode zgodzic* niewolno czywolno zabron* izinver yasak serbest разреш* можноли запрещ* дозвол* заборон* مسموح ممنوع يسمح अनुमति इजाजत मनाहै boleh dilarang izinkan
	允许 可以带 禁止 许可 許可 ても良い 허용 허가 금지 가능한`,
	`promis* supposed agreed expect* prometi* promes* acordo acordamos acordado quedamos prometer* combinado combinamos combinei promett* convenu prevu versproch* vereinbart zugesagt concordat* accordo beloofd afgesproken belofte obiec* umowil* sozver* sozlestik* anlasma* anlastik обещ* договорил* обіця* домовил* وعد وعدت وعدتم اتفق* वादा तय janji dijanjikan sepakat
	答应 承诺 说好 约定 約束 のはず 約定 약속 합의 한다고했`,
	// To deal with.
	`usar utiliz* utilis* sers verwend* benutz* nutzen nutze nutzt nutzung usare gebruik* uzy* korzyst* kullan* использ* пользова* користув* використ* استخدم* استعمال इस्तेमाल प्रयोग pakai menggunakan gunakan
	使用 怎么用 用不了 使い 使って 利用 사용 써도 쓰는`,
	`learn* teach* training* trained trainer* trainier* trainen aprend* ensen* apprend* enseign* lern* lehren imparare imparato imparo insegn* leren oefen* ucze uczy* nauk* ogren* ogret* учить учиться научит* обуч* вчит* навчит* навча* تعلم اتعلم تعليم सीख* सिखा belajar mengajar ajari
	学习 教我 想学 学び 習う 学ぶ 教え 배우 가르 배울`,
	`sign signed firmar assin* signer signe signatur* unterschr* firmare firmato teken* handtekening onderteken* podpis* imza* подпис* підпис* توقيع اوقع हस्ताक्षर साइन tandatangan firmad*
	签字 签名 签约 署名 サイン 서명 사인`,
	`organis* organiz* planning planificar planej* prevoir planen geplant pianific* plannen zorganiz* planuj* duzenle* planla* организ* планир* організ* плану* تنظيم نخطط ننظم आयोजन योजना merencanakan mengatur rencana
	策划 安排 计划 打算 企画 計画 予定して 計画中 계획 준비중 기획`,
	`begun empez* comenz* comec* inici* commenc* demarr* anfang* gestartet inizi* cominc* begin* gestart zaczac zaczyna* rozpocz* zaczn* basla* начать начина* начал* поча* почина* بدا يبدا शुरू आरंभ mulai memulai dimulai
	开始 启动 始まり 始ま 開始 시작`,
	`finish* ends ended complet* terminar* termino termina terminado terminada termine terminer terminee terminei terminou acab* finaliz* fini finir beenden beendet fertig abgeschlossen finire finit* klaar afgelopen eindig* skoncz* zakoncz* bitir* bitti konczy законч* конч* заверш* закінч* انتهي انتهت ينتهي समाप्त खत्म पूरा selesai berakhir
	结束 完成 终了 終わ 完了 끝났 완료 끝나`,
	`living life vivir vida vivo viver morar moro vivre habite habiter habitez habitons vie leben wohn* lebe vivere vita abito abitare abitiamo abita wonen woon leven mieszkam zyc zycie yasamak hayat yasiyorum oturuyorum жить живу жизнь жити життя живемо اعيش حياه اسكن जीना जिंदगी रहता hidup tinggal
	生活 住在 生き 暮らし 住んで 살고 인생 살기`,
	`sleep* asleep awake duerm* durm* sommeil reveill* schlaf* wach dormir* dorme dormi dormo dormito dormido sveglia slapen geslapen slaap wakker spie uyku* uyuyor* uyuyam* спать сплю сон спати نوم انام नींद सोना सो tidur bangun
	睡 失眠 睡觉 眠れ 잠을 못자 자다`,
	// How much of it.
	`toolarge much many less fewer mucho mucha demasiad* menos muito muita muitomais demais trop beaucoup moins viel mehr zuviel weniger troppo piu molto meno meer minder veel duzo wiecej mniej zbyt cok много больше слишком меньше багато більше занадто менше كثير اكثر اقل جدا बहुत अधिक banyak lebih terlalu sedikit
	太多 更多 多了 多すぎ もっと 少な 너무 많이 적게`,
	`high higher lower alto alta subi* aumento bajo bajos bajar* bajado baixo haut hausse hoch hoher niedrig* gestiegen basso bassa bassi aumentat* hoog laag hoger wysok* nisk* wyzsz* yuksek dusuk artti высок* низк* выше поднял* висок* низьк* вище зріс عالي مرتفع منخفض ارتفع ऊँचा बढा tinggi rendah naik
	涨价 高い 低い 上が 올랐`,
	`big small large little grande pequen* largo corto longo curto grand petit courte courtes gross klein lang kurz piccol* lungo groot kort duzy maly duza dlugi krotki buyuk kucuk uzun kisa больш* маленьк* длинн* коротк* велик* малии довг* كبير صغير طويل قصير बडा छोटा लंबा besar kecil panjang pendek
	太大 太小 大き 小さ 短い 작은 작아 길어`,
	`another nuevo nueva nuevos nuevas otra otro novo outra nouveau nouvelle neuf autre neu neue neuen neues andere nuovo nuova altro altra nieuw nieuwe nowy nowa nowe nowego inny yeni baska новыи новая новое новую другои другую новии нова нове іншии جديد جديده اخر اخري नया नई दूसरा दूसरी baru lain
	新的 另一 别的 新しい 新品 別の 他の 새로 다른`,
	`viej* velh* antiguo* antigua* antigo antigos antiga antigas vieux vieille ancien ancienne anciens anciennes alte alten altes vecchi* antico antica antichi antiche oud oude stary stara eski yasli старыи старая старую старии стара стару قديم قديمه पुराना पुरानी bekas
	旧 老的 古い 昔の 오래된 낡은`,
	`slow slower slowly slowing lento lenta lentos devagar lent lente lents langsam traag langzaam wolno powoln* yavas* медлен* тормоз* повільн* гальму* بطييه بطييا धीमा धीरे lambat lelet بطيء
	慢 很慢 遅すぎ 重い 느려 느린 느립`,
	`fast quick* immediately asap soon rapid* pronto cuantoantes vite toutdesuite schnell sofort bald veloc* presto subito snel gauw szybk* zaraz natychmiast hizli hemen cabuk быстр* срочно сразу скоро швидк* одразу негаино سريع بسرعه فورا حالا जल्दी तुरंत फौरन cepat segera secepatnya
	快 马上 尽快 立刻 早く すぐ 至急 急ぎ 빨리 당장 즉시 바로`,
	`bad poor worse malo peor ruim pior mauvais* pire schlecht* schlimm* mies cattiv* peggi* slecht* kiepsk* gorsz* kotu плох* ужасн* худш* кошмар поган* гірш* سيء سيي سييه اسوا बुरा घटिया buruk jelek parah
	差 糟糕 太差 很差 悪い 最悪 だめ 나쁜 별로 엉망`,
	// When.
	`day days deadline schedule* timeslot fecha fechas horario* dia dias prazo* datas jour jours horaire* delai datum tag tage frist* giorno giorni scadenz* dag dagen dzien gunu gunde gunler* tarih* дата даты дату дате датои день дня днеи срок* дні термін терміну терміни تاريخ يوم ايام दिन तारीख समय din hari tanggal jadwal waktu
	日期 时间 哪天 明天 日付 日時 何日 날짜 시간 며칠`,
	`today tomorrow yesterday tonight hoy manana ayer hoje amanha ontem aujourdhui demain heute morgen gestern oggi domani ieri vandaag gisteren dzis dzisiaj jutro wczoraj bugun yarin dunku dunden сегодня завтра вчера сьогодні вчора غدا بكره امس आज कल परसों hariini besok kemarin
	今天 昨天 今晚 今日 明日 昨日 오늘 내일 어제`,
	`week weeks month months year years semana* meses anos semaine* mois ans annee* woche* monat* jahr* settiman* mese mesi anno anni weken maand* jaar tydzien tygodn* miesiac* latach hafta* ayda yil yildir недел* месяц* год года лет тижд* тижн* місяц* рік років اسبوع اسابيع شهر شهور سنه سنين हफ्ते महीने साल minggu bulan tahun
	星期 个月 か月 ヶ月 年間 주일 개월`,
	`monday tuesday wednesday thursday friday saturday sunday weekend lunes martes miercoles jueves viernes sabado domingo segunda terca quarta quinta sexta lundi mardi mercredi jeudi vendredi samedi dimanche montag montags dienstag* mittwoch* donnerstag* freitag* samstag* sonntag* wochenende lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag vrijdag zaterdag zondag poniedzial* wtorek sroda srode srody czwartek czwartku piatek piatku sobot* niedziel* pazartesi carsamba persembe cumagunu cumaya cumartesi понедельник* вторник* среда среду среды средам четверг* пятниц* суббот* воскресень* понеділ* вівторок* середу четвер субот* неділ* سبت اثنين ثلاثاء اربعاء خميس جمعه सोमवार मंगलवार बुधवार गुरुवार शुक्रवार शनिवार रविवार harisenin selasa rabu kamis jumat sabtu
	周一 周二 周三 周四 周五 周六 周日 周末 月曜 火曜 水曜 木曜 金曜 土曜 日曜 월요일 화요일 수요일 목요일 금요일 토요일 일요일 주말`,
	`already yaesta resuelt* solucion* arreglad* jaresolv* resolv* consegui resolu regle schon bereits erledigt geloest gelost gia risolt* algedaan opgelost geregeld juz zalatw* rozwiazan* zaten halloldu cozul* halledil* уже решил* решен* разобрал* вже виріш* владна* розібра* فعل انحل حللت تم होगया सुलझ पहलेही sudah udah beres teratasi rozwiaza*
	已经 解决了 好了 弄好 もう 解決 済み 直りまし 이미 해결 됐어요 벌써`,
	`still yet todavia sigo ainda continuo toujours encore immer noch nochimmer ancora tuttora nog steeds nogsteeds wciaz nadal jeszcze ciagle henuz еще всееще досих досі ще поки لسه لازال مازال अभी अबतक masih belum
	还没 还是 一直 仍然 まだ いまだ 아직 여전히 계속`,
	`again repeat* oncemore nuevamente otravez repet* novamente denovo encoreune wieder erneut nochmal nochmals dinuovo nuovamente ripet* opnieuw weer nogmaals znowu ponown* jeszczeraz tekrar yine опять снова ещераз знову щераз مرهاخري ثانيه مجددا फिर दोबारा दुबारा lagi ulangi
	再次 重新 再一次 再び もう一度 また 다시 재차`,
	`never always nunca siempre jamas sempre jamais niemals nooit altijd nigdy zawsze asla hep herzaman никогда всегда ніколи завжди ابدا دايما कभी हमेशा tidakpernah selalu
	从来 总是 从不 一度も いつも 決して 절대 항상 한번도`,
	`first firsttime primer primero primera primeros primeras primeir* premier* erste ersten erstmals primo eerste pierwsz* ilk birinci первыи первая впервые першии перша вперше اول اولي पहला पहली pertama
	第一次 首次 初めて 最初 처음`,
	// Who and all.
	`everybody everyone everything todo todos todas toda tudo tout toutes alles jeder ganze tutti tutto tutte iedereen allemaal wszystk* wszyscy herkes hepsi tum butun все всех всем весь усе всі усі كل جميع الكل सब सभी semua setiap
	大家 所有 全部 全員 みんな 全て 모두 전부 다들 전체`,
	`nobody noone nothing nadie nada ningun* ninguem nenhum* rien aucun* niemand nichts kein keine keiner nessun* niente nulla niets geen nikt nic zaden hickimse hicbir никто ничего ниодин ніхто нічого لااحد لاشيء कोईनहीं कुछनहीं tidakada siapapun
	没人 什么都 没有人 誰も 何も 아무도 아무것`,
	`somebody someone stranger* unknown alguien desconoc* alguem desconhec* quelquun inconnu* jemand* unbekannt* fremd* qualcuno sconosciut* iemand onbekend* ktos obcy nieznan* birisi biri tanimadig* ктото незнаком* неизвестн* хтось невідом* незнаиом* شخص احدهم مجهول غريب किसी कोई अनजान seseorang oranglain asing
	有人 陌生 别人 某人 誰か 知らない 見知らぬ 누군가 누가 모르는 낯선`,
	`woman women lady gentleman guy hombre senor senora homem mulher senhor senhora moca monsieur homme femmes herr junger signore signora uomo donna meneer mevrouw heer pani pana facet hanim kadin мужчин* женщин* парень девушка чоловіка жінка дівчина хлопець رجل سيده امراه شاب आदमी औरत महिला लडका pria wanita cowok cewek
	女士 小姐 男的 女的 男性 女性 お兄さん 남자 여자 아저씨 아줌마`,
	`person people persons personas gente pessoas pessoa personnes gens personen leute persone mensen osob osoby ludzi kisi kisilik insan человек людеи людям персон осіб людина люди اشخاص ناس شخصين लोग व्यक्ति लोगों orang
	人数 几个人 人以上 名様 人で 명이 인원 사람`,
	`team group grupo turma groupe gruppe gruppo groep grupa grupy grup груп* مجموعه समूह kelompok rombongan equipe equipes equipo zespol* ekip* команда команды команду команде командои команди timnya
	团队 小组 团体 グループ 団体 チーム 단체 그룹`,
	`city town country village ciudad pais pueblo cidade cidadezinha ville pays stadt dorf citta paese stad dorp miasto miasta kraj sehir ulke город города стране страна села місто міста краін* مدينه بلد قريه शहर देश गाँव गांव kota negara desa
	城市 国家 城里 外地 都市 市内 国内 도시 나라 지역`,
	`shop shops store stores branch tienda tiendas sucursal loja lojas filial magasin* boutique* agence laden geschaft* filiale* negozio negozi winkel* filiaal sklep* oddzial* magaza* subesi subeye subede subeden subeniz* магазин* филиал* салон* філі* متجر محل فرع दुकान शाखा toko cabang gerai
	店铺 门店 商店 分店 お店 店舗 支店 매장 가게 지점`,
	// How one feels.
	`afraid fear* scared worr* miedo asust* preocup* medo assust* peur inquiet* angst besorg* furcht* sorge paura preoccup* bezorgd boje strach martwi* korku* korkarim korktum korkma* endise* боюсь страшно беспоко* волну* боюся хвилю* خايف خوف قلق डर चिंता takut khawatir cemas
	害怕 担心 恐惧 怖い 不安 心配 무서 걱정 두려`,
	`happy sad tired feliz triste cansad* contente fatigu* marre glucklich traurig mude felice stanco stanca stanchi blij verdrietig szczesliw* smutn* zmeczon* mutlu uzgun yorgun biktim счастлив* груст* устал* надоел* щаслив* сумн* втомил* набридл* سعيد حزين تعبت مللت खुश दुखी थक senang sedih capek lelah
	开心 难过 受够 嬉しい 悲しい 疲れ うんざり 행복 슬프 지쳤 지겨`,
	`interes* interesse* zainteres* ilgilen* интерес* цікав* مهتم مهتمه रुचि इच्छुक tertarik berminat
	感兴趣 有兴趣 興味 관심 흥미`,
];
