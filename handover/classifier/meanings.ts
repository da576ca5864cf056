import { meaningTrie } from './meaning-trie';

/**
 * What words of all languages have in common where somebody asks for a human, does not know, or is
 * not helped. A row per meaning; languages in the order of training/languages.ts. `*` stands for any
 * ending. In scripts without spaces an entry is found anywhere, the longest first.
 */
export const MEANINGS: readonly string[] = [
	// A human being.
	`human* person people somebody someone anyone anybody soul hooman
	human* persona* alguien gente
	humano humana pessoa* alguem gente
	humain* personne* quelquun quelqu
	mensch* person personen jemand* irgendjemand* leute
	uman* persona persone qualcuno
	mens mensen persoon iemand menselijk*
	czlowiek* osoba osoby osobe ktos kims kogos komus ludz*
	insan* kisi* biri* birisi kimse*
	человек* людьми люди людеи нибудь
	людин* люди людеи людьми хтось кимось когось комусь небудь
	انسان* بشر* شخص* احد حد بني واحد
	इंसान* व्यक्ति* आदमी किसी कोई insaan* insan admi kisi koi banda bande
	manusia orang seseorang
	真人 活人 有人 个人 人类 人類 某人
	人間 誰か 生身 有人 の人
	사람* 인간 누구 누군가`,
	// Somebody whose work it is to answer.
	`agent* operator* representative* rep reps advisor* adviser* consultant* manager* supervisor* staff employee* colleague* specialist* expert* clerk* associate* cs csr boss superior* coworker*
	agente* operador* representante* asesor* consultor* gerente* supervisor* empleado* encargado* responsable* companer* especialista* ejecutivo* jefe colega*
	atendente* operador* representante* consultor* gerente* supervisor* funcionari* colaborador* especialista* responsavel chefe agente* colega*
	agent* operateur* conseiller* conseillere* representant* responsable* superieur* employe* collegue* specialiste* gestionnaire technicien*
	mitarbeiter* berater* kollege* kollegin* sachbearbeiter* ansprechpartner* kundenberater* operator* agent agenten vorgesetzt* chef* leiter* fachmann techniker* spezialist* vertreter* zustandig*
	operator* agente consulent* responsabil* addett* impiegat* collega collegh* incaricat* dirigente referente tecnico capo
	medewerk* adviseur* collega* agent operator leidinggevende manager vertegenwoordiger specialist* consulent baas
	konsultant* doradc* pracowni* operator* agent* kierowni* przelozon* specjali* opiekun* menedzer* szef*
	temsilci* operator* yetkili* danisman* calisan* gorevli* mudur* uzman* personel* yonetici* elaman* amir*
	оператор* менеджер* консультант* сотрудни* специалист* руководител* начальни* представител* агент* администратор* коллег* старш*
	оператор* менеджер* консультант* працівни* співробітни* фахів* спеціаліст* керівни* начальни* представни* агент* колег* старш* шеф*
	موظف* وكيل ممثل* مسوول* مشغل* مندوب* مستشار* مدير* مختص* زميل*
	एजेंट* प्रतिनिधि* अधिकारी* ऑपरेटर* सलाहकार* मैनेजर* कर्मचारी* सुपरवाइजर* agent* executive* manager* officer* adhikari pratinidhi साथी
	agen petugas operator staf pegawai karyawan perwakilan atasan manajer admin konsultan penasihat rekan petugasnya atasanmu bosnya
	客服 人工 专员 專員 坐席 座席 员工 員工 经理 經理 主管 工作人员 接线员 负责人 顾问 代表 同事
	担当 オペレータ スタッフ 係 係員 責任者 上司 社員 店員 相談員 エージェント アドバイザ 同僚
	상담원* 상담사* 직원* 담당자* 매니저* 책임자* 관리자 요원 상담 동료`,
	// Where such people work.
	`support service services team department dept helpdesk hotline desk office billing sales
	soporte atencion servicio equipo departamento oficina
	suporte atendimento servico equipe setor departamento sac
	service support equipe departement assistance hotline clientele
	kundenservice kundendienst support service team abteilung hotline kundenbetreuung zentrale
	assistenza servizio supporto reparto ufficio clienti
	klantenservice klantendienst afdeling support team helpdesk
	obslug* dzial* infolini* biur* wsparci* pomoc
	destek* hizmet* departman* birim* ekip*
	поддержк* отдел* служб* техподдержк* саппорт*
	підтримк* відділ* служб* техпідтримк*
	خدمه دعم قسم فريق عملاء
	सपोर्ट सेवा टीम विभाग केयर support care team department
	layanan bagian departemen tim dukungan cs
	部门 部門 服务台 热线 窗口
	サポート 窓口 部署 カスタマー コールセンター
	고객센터 센터 부서 팀`,
	// To speak, write or telephone with.
	`talk* speak* spoke chat chats chatting call calls called calling callback phone* discuss* conversation converse word ring rang
	hablar* hablo hable hablemos conversar* platicar* charlar* llamar* llame llamen llamad* llamenme llameme marquen
	falar* falo fale conversar* ligar ligue liguem telefonar bater
	parler* parle discuter* causer appeler* appelez rappel* telephon* echanger
	sprech* spreche reden rede telefonier* anruf* chatten unterhalten ruckruf* gesprach* ruft rufen
	parlare* parlarne parlo parli parlarci conversare chiamar* chiamat* richiam* telefon*
	praten* praat spreken* spreek bellen* bel chatten terugbel* gesprek* gebeld
	rozmawia* porozmawia* pogada* gada* mowi* dzwoni* zadzwoni* oddzwon* rozmow* zadzwon*
	konus* gorus* ara arayin arasin* yazis* sohbet* arar
	говори* поговори* пообща* обща* разговари* разговор* позвон* звон* перезвон* созвон* набер*
	говори* поговори* поспілку* спілку* розмовля* розмов* зателефон* подзвон* дзвін* передзвон* набер* дзвоніть озв*
	تحدث* اتحدث اتكلم* تكلم* كلم* تحدث محادثه اتصال اتصل* يتصل* حكي احكي نحكي مكالمه دقوا رنوا
	बात* बातचीत कॉल* फोन* फोन baat* call* phone* bat
	bicara* berbicara ngobrol mengobrol ngomong telepon* telpon* menelepon hubungi chat telp ditelepon
	说话 說話 聊 谈 談 讲话 通话 對話 对话 打电话 回电 沟通
	話 通話 電話 相談 会話 しゃべ
	이야기 얘기 말하 대화 통화 전화 말씀`,
	// To bring two together.
	`connect* transfer* escalat* forward* redirect* patch* reach* contact* put pass hand
	comunic* conect* transfer* pase pasame paseme pasar* contact* derivar* deriv* poner* ponme pongame pasenme pasamela comuniqueme escal*
	transfer* conect* passar* passa passe encaminh* contat* contact* escal*
	passez* passe transfer* connect* contact* joindre* mettre* mettez* relation redirig* transmettez remontez
	verbind* weiterleit* leiten leite erreich* kontakt* durchstell* weitergeb* ubergeb* eskalier*
	passar* passi passa passami mettermi mettimi mettere contatt* collegami collegarmi collegare collegat* trasfer* inoltr* passatemi passatemelo
	verbind* doorverbind* contact* bereik* doorschakel* overschakel* escaler* doorzetten
	polacz* przelacz* laczy* kontakt* przekier* przekaz* skontakt* eskaluj* laczcie
	bagla* aktar* ulas* yonlendir* iletisim* irtibat* ilet*
	соедин* переключ* переведи* перевед* свяж* связ* позови* контакт* передаи* эскалир*
	зєднаи* зєдна* переключ* перевед* звяж* звяз* поклич* контакт* передаи* зєдну* перемк* перемик* ескал* клич* скеру* переадрес*
	حول* توصيل* وصل* اوصل* تواصل* اتواصل نقل* ربط صعد* نادوا
	कनेक्ट* ट्रांसफर* जोड* मिलवा* संपर्क* connect* transfer* jod* sampark कराओ बुलाओ
	sambung* hubung* alihkan transfer* kontak teruskan oper eskalasi
	转 轉 接 联系 聯繫 联络
	つない つなぎ 繋 代わ 替わ 連絡 転送 呼ん 回し
	연결 바꿔 불러 돌려 연락`,
	// To wish for something now.
	`want* need* would wanna gimme give get let please pls plz prefer* rather like demand* require* must
	quiero quisiera necesit* deme dame favor prefier* exijo gustaria deseo
	quero queria preciso gostaria prefiro favor exijo poderia desejo
	veux voudrais souhait* besoin aimerais prefer* exige svp plait faut donnez
	will mochte* moecht* brauch* bitte hatte verlang* lieber wunsche muss geben
	voglio vorrei bisogno prefer* favore pretendo desidero serve fatemi
	wil graag nodig liever moet aub alstublieft geef zou
	chce chcialbym chcialabym potrzeb* prosz* wole zadam musze prosi* dajcie
	istiyor* istemek lazim gerek* rica lutfen ihtiyac*
	хочу хотел* нужен нужна нужно надо прошу пожалуиста даите требу* пожалуист* необходим*
	хочу хотів хотіла потріб* треба прошу даите вимага* ласка
	اريد اريدك ابغي ابغا ابي عايز* بدي نفسي احتاج محتاج* ارجو فضلك اعطني لازم ارغب
	चाहिए चाहता चाहती करनी कृपया प्लीज chahiye chahta chahti please plz karni zaroorat
	mau ingin butuh perlu tolong mohon minta pengen
	要 想 请 請 需要 希望 麻烦
	たい ください お願い 欲しい ほしい 希望 下さい
	싶 주세요 원해 필요 부탁 줘`,
	// What answers by itself.
	`bot bots robot* machine* computer* automated automatic automation chatbot* algorithm* assistant virtual program software
	bot bots robot* maquina* ia chatbot* automatic* contestadora grabacion virtual computadora
	bot bots robo* robos maquina* ia chatbot* automatic* gravacao virtual computador
	bot bots robot* machine* ia chatbot* automatique* repondeur virtuel* ordinateur
	bot bots roboter* maschine* chatbot* automat* computer* sprachcomputer
	bot robot* macchin* ia chatbot* automatic* risponditore virtuale computer
	bot bots robot* machine* chatbot* computer* automatisch* apparaat
	bot* robot* maszyn* automat* chatbot* sztuczn* komputer*
	bot* robot* makine* otomat* chatbot* bilgisayar* yapay
	бот* робот* машин* автомат* автоответчик* неиросет* железяк*
	бот* робот* машин* автомат* автовідповідач*
	بوت* روبوت* الي اليه اله ماكينه ذكاء
	बॉट* रोबोट* मशीन* bot* robot* machine* कंप्यूटर computer
	bot* robot* mesin* komputer otomatis
	机器 機器 机器人 機器人 智能 自动 自動
	ボット ロボット 機械 自動
	봇 로봇 기계 자동 인공지능 챗봇`,
	// Not.
	`not no dont doesnt didnt wont wouldnt cant cannot couldnt never without neither nor nothing none isnt arent wasnt shouldnt havent hasnt unable
	no nunca sin tampoco nada ningun* ni jamas
	nao nunca sem nem jamais nada nenhum* n
	ne n pas non sans jamais ni aucun* rien
	nicht kein* nie ohne niemals nein weder nichts
	non senza mai nessun* niente ne no
	niet geen nooit zonder nee noch niets
	nie bez nigdy zaden zadne* ani nic
	degil yok hayir olmadan hic yoktur
	не нет без никогда ни нету нельзя ничего
	не ні без ніколи немає нема нічого
	لا ليس لن لم بدون ما مش مو غير ليست مافي
	नहीं मत ना बिना नही nahi nahin mat bina nhi
	tidak jangan bukan tanpa belum ga gak nggak enggak tdk
	不 没 沒 别 別 无 無 勿 未
	ない ません なく なかっ ず 不要 いらない いりません
	않 없 안 못 아니 아닌 말고 싫`,
	// Can.
	`can could able possible may
	puedo puede* podria* pueden posible poder
	posso pode* poderia* consigo possivel conseguir
	peux puis peut pouvez pouvons pourr* possible pouvoir
	kann kannst konnen konnt* moglich durft*
	posso puo potrei puoi possibile potete potrebbe
	kan kunt kunnen mogelijk mag
	moge mozna mozesz mozliw* mozemy moglby* moc
	mumkun* miyim musunuz olabilir abilir
	можно могу можете можешь может можем возможн*
	можна можу можете можеш може можемо можлив*
	يمكن* ممكن استطيع اقدر نستطيع قادر
	सकता सकती सकते सकूँ सकूं sakta sakti sakte
	bisa* bisakah boleh dapat mampu
	能 可以 可否 能否
	でき 可能 られ
	수 가능 될까 될까요 되나요`,
	// Really alive.
	`real live actual* living breathing genuine flesh
	real reales vivo viva verdad autentic* carne
	real reales vivo viva verdade carne
	vrai* reel* vivant* chair
	echt* lebend* richtig* lebendig* menschlich*
	vero vera veri vere reale reali vivo viva carne
	echt* levend* werkelijk*
	zyw* prawdziw* realn*
	gercek* canli* sahici
	жив* настоящ* реальн*
	жив* справжн* реальн*
	حقيقي* فعلي حي
	असली* सच asli* real
	asli sungguhan beneran nyata
	真正 真的 活的
	本物 実際 リアル
	실제 진짜`,
	// Somebody who is not here.
	`he she they friend* mom mother dad father wife husband brother sister neighbour* neighbor* doctor website article character landlord yesterday
	amigo* amiga* madre padre esposa marido hermano* vecino* medico ayer ella
	amigo* amiga* mae pai esposa marido irmao* vizinho* medico ontem ele ela
	ami amie mere pere femme mari frere soeur voisin* medecin hier elle
	freund* mutter vater frau mann bruder schwester nachbar* arzt gestern er sie
	amico amica madre padre moglie marito fratello sorella vicino medico ieri lui lei
	vriend* moeder vader vrouw man broer zus buurman buurvrouw arts gisteren hij zij
	kolega kolezank* mama tata zona maz brat siostra sasiad* lekarz* wczoraj ona
	arkadas* annem babam esim kardes* komsu* doktor* dun
	друг* подруг* мама папа жена муж брат сестра сосед* врач* вчера он она
	друг* подруг* мама тато дружина чоловік брат сестра сусід* лікар* вчора він вона
	صديق* صديقتي امي ابي زوجتي زوجي اخي اختي جار* طبيب* امس هو هي
	दोस्त* माँ पिता पत्नी पति भाई बहन पडोसी डॉक्टर* कल dost* bhai doctor kal
	teman* ibu ayah istri suami adik kakak tetangga dokter kemarin
	朋友 妈妈 爸爸 老婆 老公 邻居 医生 昨天 他 她
	友達 母 父 妻 夫 隣 医者 昨日 彼
	친구 엄마 아빠 아내 남편 이웃 의사 어제 그녀`,
	// To say or to have said.
	`said says say told tell* wrote quote* translat* mention* claim* explain* promise* heard read
	dijo dijeron decia comento escribi* traduc* conto dice decir
	disse disseram falou contou escrev* traduz* diz dizer
	dit disait ecri* racont* tradui* affirm* dire
	sagt* gesagt schrieb* meinte* erzahlt* ubersetz* heisst sagen
	detto dice disse scritto scriv* traduc* diceva dire
	zei zegt gezegd schreef* vertel* vertaal* zeggen
	powiedzi* mowil* napisa* przetlumacz* mowia
	dedi demis soyle* yazdi cevir* diyor
	сказал* написал* переведи* сказано говорил* сказать
	сказав сказал* казав* написав* переклад* сказати
	قال قالت قالوا اخبر* كتب ترجم* قلت يقول
	कहा बोला बताया लिखा अनुवाद kaha bola bataya likha
	bilang kata berkata menulis terjemah* ujar
	说 說 译 譯 写道 翻译
	言っ 言わ 翻訳 書い
	말했 했다 번역 썼`,
	// If or when.
	`if suppose supposing unless whether when hypothetical* case
	si cuando suponiendo caso
	se quando caso supondo
	si quand supposons cas
	wenn falls angenommen ob sobald
	se quando qualora caso
	als indien stel wanneer
	jesli jezeli gdyby kiedy czy
	eger olursa diyelim
	если бы когда допустим вдруг
	якщо би коли припустимо
	اذا لو عندما
	अगर यदि जब agar jab
	kalau jika bila seandainya misalnya
	如果 若 要是 假如
	もし 場合 たら なら
	만약 만일 면 경우`,
	// To know or to be sure.
	`know* knew aware sure certain certainty idea clue tell familiar knowledge
	se sabe* saber* conozc* conoc* segur* idea
	sei sabe* saber* conhec* certeza ideia
	sais sait savoir* savons connai* certain* idee
	weiss wissen weissen kenn* sicher* ahnung bekannt
	sa sapere* conosc* sicur* idea
	weet weten kennen zeker idee bekend
	wiem wie wiedzie* znam pewn* pojeci*
	bilmi* biliyor* bilgim emin* fikrim
	знаю знае* знать уверен* известн* понятия
	знаю знає* знати впевнен* відом* уявлення
	اعرف اعلم يعرف نعرف متاكد* معروف
	पता जानता जानती ज्ञात pata janta yakeen
	tahu tau yakin mengetahui paham
	知道 清楚 确定 確定 了解 晓得
	わか 分か 知り 知ら 存じ 不明 定か
	모르 모릅 알 확실`,
	// What is known.
	`information info data detail* record* documentation knowledge answer*
	informacion* info dato* detalle* registro* respuesta*
	informac* info dado* detalhe* registro* resposta*
	information* info donnee* detail* renseignement* reponse*
	information* info angabe* daten auskunft* antwort* hinweis*
	informazion* info dati dettagli* risposta*
	informatie info gegeven* antwoord* details
	informacj* dane danych szczegol* odpowied* wiadom*
	bilgi* veri* detay* cevap* yanit* kayit*
	информаци* данн* сведени* ответ* подробн*
	інформаці* дан* відомост* відповід* подробиц*
	معلوم* بيانات تفاصيل اجاب* جواب
	जानकारी* सूचना डेटा उत्तर जवाब* jankari information jawab
	informasi info data jawaban* keterangan rincian
	信息 資訊 资料 資料 数据 答案 消息 记录
	情報 データ 資料 回答 答え 記録
	정보 자료 데이터 답변 답 기록`,
	// To look for.
	`find* found locat* search* look* seek
	encontr* encuentr* busc* localiz*
	encontr* achar achei busc* localiz*
	trouv* cherch* recherch* localis*
	find* gefunden such* gesucht
	trov* cerc* ricerc*
	vind* gevonden zoek* gezocht
	znalez* znalaz* znajd* szuka* odnalez*
	buldum bulamadim bulamadi* bulamiyor* bulun* bulabil* arama*
	наити нашел нашл* наид* наход* поиск* искал*
	знаити знаиш* знаид* знаход* пошук* шука*
	اجد وجد* عثر* عثور بحث* ابحث
	मिला मिली मिल ढूंढ* खोज* mila mili dhund*
	temukan menemukan ditemukan cari mencari
	找到 找 查到 查询 搜
	見つか 見つけ 検索 見当
	찾 검색`,
	// To help.
	`help* assist* aid
	ayud* asist*
	ajud* auxili* assist*
	aid* assist* depann*
	helf* hilf* geholfen weiterhelf* unterstutz* bringt
	aiut* assist*
	help* geholpen hulp assist*
	pomoc* pomog* pomag* pomoz*
	yardim* yardimci* ise
	помог* помощ* помочь
	допомог* допомож* помог*
	ساعد* مساعد* يساعد* افاد* يفيد*
	मदद* सहायता* madad help*
	bantu* membantu bantuan menolong
	帮 幫 协助 有用
	助け 手伝 役に 役立
	도움 도와 도울`,
	// That one is sorry.
	`sorry unfortunately apolog* afraid regret* pardon
	siento lamento lamentabl* desafortunad* perdon* disculp*
	desculp* lamento infelizmente sinto perdao
	desole* malheureusement regrett* excus* pardon
	leider entschuldig* leid bedauer* tut
	dispiace purtroppo scus* spiacent*
	sorry helaas spijt excuses excus*
	przepraszam przykro niestety wybacz*
	uzgun* maalesef ozur kusura
	сожалени* извин* простите увы жаль
	жаль вибач* пробач* перепрош*
	عذرا اسف* اسف اعتذر معذره
	क्षमा माफ* खेद sorry maaf afsos
	maaf sayang* mohon
	抱歉 对不起 對不起 很遗憾 不好意思 遗憾
	申し訳 すみません ごめん 残念 恐れ入
	죄송 미안 유감 안타깝`,
	// To make sense of.
	`understand* understood comprehend mean* grasp
	entend* entiend* comprend* refier*
	entend* compreend*
	compren* compris*
	versteh* verstand* begreif* meinst meinen gemeint
	capisc* capire capito compren*
	begrijp* begrepen snap* bedoel*
	rozumi* zrozumi* chodzi*
	anla* kast*
	понима* понял* понят*
	розумі* зрозум*
	فهم* افهم* يفهم* اقصد*
	समझ* samajh*
	mengerti paham maksud*
	明白 理解 懂 意思
	理解 把握 意味
	이해 뜻`,
	// Where something could be written.
	`document* article* text context source* manual passage page pages guide* file* database provided material* website site faq
	documento* articulo* texto contexto fuente* manual pagina* archivo* base
	documento* artigo* texto contexto fonte* manual pagina* arquivo* base
	document* article* texte contexte source* manuel page* fichier* base
	dokument* artikel* text kontext quelle* handbuch seite* unterlagen datei* datenbank
	document* articol* testo contesto fonte fonti manuale pagin* file
	document* artikel* tekst context bron* handleiding pagina* bestand*
	dokument* artykul* tekst* kontekst* zrodl* instrukcj* stron* plik* baz*
	belge* makale* metin* baglam* kaynak* kilavuz* sayfa* dosya*
	документ* стать* текст* контекст* источник* инструкци* страниц* фаил* баз*
	документ* стат* текст* контекст* джерел* інструкці* сторін* фаил* баз*
	وثيق* مستند* مقال* نص سياق مصدر مصادر صفحه ملف*
	दस्तावेज* लेख पाठ संदर्भ स्रोत पेज document* website
	dokumen artikel teks konteks sumber panduan halaman berkas situs
	文件 文档 文章 原文 上下文 来源 网页 手册 官网
	文書 記事 本文 文脈 資料 ページ サイト 取扱
	문서 기사 본문 문맥 출처 페이지 홈페이지`,
	// Perhaps.
	`maybe perhaps might possibly likely probably guess think believe seems depends varies
	quizas tal talvez posiblemente probablemente supongo creo depende
	talvez possivelmente provavelmente acho creio depende
	possiblement probablement suppose crois depend
	vielleicht moglicherweise wahrscheinlich vermut* glaube eventuell konnte
	forse probabilmente magari credo suppongo dipende
	misschien mogelijk waarschijnlijk denk wellicht vermoed*
	moze chyba prawdopodobnie mozliwe przypuszcz*
	belki galiba muhtemelen sanirim olabilir
	возможно наверное может вероятно думаю кажется
	можливо мабуть може имовірно думаю здається
	ربما قد لعل اعتقد اظن محتمل
	शायद संभवतः लगता shayad lagta
	mungkin barangkali kira sepertinya kayaknya
	可能 也许 或许 大概 好像 应该
	たぶん 多分 おそらく かもしれ でしょう
	아마 것 같 수도`,
	// To do what it should.
	`work* function* solve* resolve* fix* fail* respond load* open* happen*
	funcion* sirve* sirvio resuelv* resolv* soluci* falla*
	funciona* funcionou resolv* resolveu serve serviu deu
	fonctionne* marche* resolu* regle* resoud*
	funktionier* geht ging lauft klappt* gelost loest behob* hilft
	funzion* va risol* serve
	werkt* werken lukt* doet opgelost
	dziala* zadziala* rozwiaz* dzialaja
	calis* cozul* coz* oldu olmadi olmuyor
	работа* заработал* решен* решил* получи* вышло
	працю* запрацю* виріш* виишло виходить
	يعمل تعمل اشتغل* يشتغل* شغال* حل* تنجح ينفع نفع
	काम चल हल kaam chal hua
	berfungsi jalan berhasil bisa mempan
	行 好使 管用 解决 有效 起作用
	動 解決 効 直
	작동 해결 되 돼 안돼`,
	// As before.
	`still again same yet another once twice time times repeat* anymore keeps
	todavia aun sigue* otra mismo misma vez veces repet*
	ainda continua* mesmo mesma vez vezes novo repet*
	toujours encore meme fois repet*
	immer noch wieder selbe* gleiche* nochmal* mal weiterhin wiederhol*
	ancora sempre stesso stessa volta volte ripet*
	nog steeds weer opnieuw zelfde keer herhaal*
	nadal wciaz ciagle znowu ponownie samo raz razy dalej
	hala yine tekrar ayni kere kez hep
	все еще опять снова же раз тоже повтор*
	все ще досі знову знов те саме раз повтор*
	ما زال لا يزال مازال ايضا نفس مره مرات مجددا لسه
	अभी फिर वही दोबारा बार abhi phir wahi dobara fir
	masih lagi sama ulang kali tetap
	还 又 仍 再 一样 同样 次 依然
	まだ また 同じ 再 何度 相変わらず 度
	아직 또 다시 같은 여전 번 계속`,
	// That it is not so.
	`wrong incorrect* error* mistake* false untrue nonsense broken different misunderst*
	equivoc* incorrect* error* mal falso mentira
	errad* incorret* erro* engan* falso mentira
	faux fausse erreur* tort tromp* incorrect*
	falsch* fehler* stimmt irrt* irrtum quatsch verkehrt*
	sbagliat* errore errori errat* falso
	fout* verkeerd* onjuist* klopt vergis*
	zle zly zla bled* blad* nieprawd* pomyl*
	yanlis* hata* hatali dogru
	неправ* неверн* ошиб* ошибк* ерунда
	неправ* невірн* помил* хибн*
	خطا خاطي* غلط
	गलत* galat* error
	salah keliru error ngawur
	错 錯 不对 不對 有误
	違 間違 誤 ちが
	틀 아니 잘못 오류 다른`,
	// Done before.
	`already tried did done haveve before earlier ago
	ya intent* probe probado hice antes hecho
	 tent* fiz antes feito
	deja essaye* fait avant
	schon bereits probiert versucht gemacht hab vorhin
	gia provato provai fatto prima tentat*
	al geprobeerd gedaan eerder heb
	juz probowa* zrobil* wczesniej
	zaten denedim yaptim once
	уже пробовал* делал* сделал* раньше
	вже пробува* робив зробив* раніше
	فعل جربت حاولت فعلت قبل
	पहले कर चुका चुकी pehle kar chuka
	sudah udah telah mencoba coba tadi
	已经 试过 試過 刚才 刚刚
	もう 既に すでに 試し やった さっき
	이미 벌써 해봤 했는데 아까`,
	// To ask or to mean.
	`ask* question* mean meant request* inquir* wanted
	pregunt* duda consult* pedi pedia
	pergunt* duvida pedi
	demand* question*
	frag* gefragt meint* wollte
	chies* chied* domand* intend*
	vraag* vroeg* gevraagd bedoel*
	pyta* zapyta* pytan* chodzilo
	sordum sormustum sormadim soruyor* sorum soru sorular* kastet*
	спрашива* спросил* вопрос* имел ввиду
	питав* питаю питан* запита* спита* мав
	سال* سوال* اسال* قصد*
	पूछ* सवाल* मतलब puch* sawal matlab
	tanya* bertanya pertanyaan maksud*
	问 問 问题
	聞 質問 尋ね
	물어 질문 묻`,
	// Blame.
	`useless stupid bad worst ridiculous terrible awful dumb idiot* pointless joke hopeless garbage waste rubbish fuck* shit damn wtf ffs incompetent frustrat* annoying angry
	inutil* estupid* tonto* ridicul* pesim* basura mierda idiota* harto harta desastre verguenza malo
	inutil* estupid* burro ridicul* pessim* lixo merda idiota* farto cansad* absurdo vergonha
	inutile* stupide* nul nulle ridicule* merde idiot* marre honte debile
	nutzlos* dumm* blod* lacherlich* scheiss* idiot* mist schlecht* unbrauchbar* sinnlos* nervt witz
	inutile* stupid* ridicol* schifo pessim* merda idiota* vergogna assurdo
	nutteloos waardeloos stom* belachelijk idioot slecht* zinloos schandalig kut
	bezuzyteczn* glup* durn* beznadziej* idiot* kpin* zart zenada dno tragedi*
	yaramaz aptal* sacma* rezalet berbat gereksiz salak kotu
	бесполез* туп* глуп* ужас* отстои бред идиот* дурак* достал* надоел* кошмар плох*
	марн* туп* дурн* жах* маячн* ідіот* дістал* набрид* кошмар поган*
	غبي* سيي* فاشل* تافه سخيف* زفت عديم
	बेकार* घटिया बकवास मूर्ख bekar* bakwas faltu ghatiya pagal
	payah bodoh jelek buruk goblok konyol percuma tolol parah
	没用 沒用 废 傻 笨 蠢 垃圾 烂 差劲 智障
	役立たず ダメ だめ バカ 最悪 使えな ひどい ふざけ
	쓸모 바보 멍청 최악 짜증 답답 형편`,
	// Praise.
	`thank* thx ty great perfect helped awesome excellent good nice super cheers solved wonderful
	gracias perfecto genial excelente bien buen* ayudo
	obrigad* perfeito otimo excelente valeu bom legal
	merci parfait* super genial* excellent* bien
	danke* perfekt super toll prima gut klasse geholfen
	grazie perfett* ottimo fantastico bene eccellente
	bedankt dank* perfect top prima fijn goed
	dziek* super swietnie idealnie dobrze fajnie
	tesekkur* sagol* harika super mukemmel guzel
	спасиб* отлично супер хорошо класс здорово благодар*
	дяку* чудово супер добре клас
	شكر* ممتاز رايع* تمام جيد
	धन्यवाद शुक्रिया बढिया अच्छा shukriya dhanyavad thanks badhiya accha
	terima kasih makasih mantap bagus sip oke
	谢 謝 太好 很好 不错
	ありがとう 助かり 完璧 良い すごい
	감사 고마 좋 완벽`,
	// What asks.
	`who how why what when where which
	quien como que cuando donde cual cuanto
	quem como que onde qual quanto porque
	qui comment pourquoi quoi quel* combien
	wer wie warum wo welche* wieso wann wieviel
	chi perche cosa dove quale quanto
	wie hoe waarom wat waar welke wanneer
	kto jak dlaczego co gdzie ktory ile
	kim nasil neden ne nerede hangi niye kac
	кто как почему что где какои какая зачем сколько
	хто як чому що де якии яка навіщо скільки
	من كيف لماذا ماذا متي اين كم ليش وين ايش شو
	कौन कैसे क्यों क्या कहाँ कब कितना kaun kaise kyun kya kahan kab kitna
	siapa bagaimana kenapa mengapa apa kapan dimana gimana berapa
	谁 怎么 怎麼 为什么 什么 哪 如何 多少 几
	誰 どう なぜ 何 いつ どこ どの いくら
	누구 어떻게 왜 무엇 뭐 언제 어디 얼마`,
	// I.
	`i im ive id me my mine myself we us our
	yo me mi mis mio nos nosotros
	eu me mim meu minha nos
	je j me moi mon ma mes nous
	ich mich mir mein* wir uns unser*
	io mi me mio mia noi ci
	ik me mij mijn we wij ons
	 mnie mi moj* nas nam my
	ben beni bana benim biz bize
	я меня мне мои моя мы нас нам
	я мене мені міи моя моі ми нас нам
	انا لي ني لدي عندي نحن لدينا
	मैं मुझे मेरा मेरी मेरे हम हमारे mai mujhe mera meri mere hum
	saya aku ku kami kita gue gw
	我 我们 我們 俺 咱
	私 僕 俺 わたし 自分 当方
	나 저 제 내 우리 저희`,
	// You.
	`you your yours u yourself youre
	tu usted ustedes
	voce voces seu sua vc
	vous tu toi votre vos ton
	sie du dich dir ihr ihnen dein*
	lei tu ti voi vi suo tuo
	u je jij jou jullie uw
	ty ci pan pani wy panstwo
	sen seni sana siz size sizi
	ты тебя тебе вы вас вам ваш*
	ти тебе тобі ви вас вам ваш*
	انت انتم انتي لك عليك كم
	आप आपको आपके तुम तुझे aap aapko tum tu
	anda kamu kau lu kalian
	你 您 你们 你們
	あなた 君 そちら 御社
	당신 너 니 그쪽`,
	// To turn elsewhere.
	`visit check consult refer recommend* suggest* contact official professional local
	visit* consult* recomiend* suger* acud* dirig* revis* oficial*
	visit* consult* recomend* suger* procur* dirij* verif* oficial*
	visit* consult* recommand* sugger* adress* verif* officiel*
	besuch* wend* empfehl* prufen schau* offiziell* erkundig* konsultier*
	visit* consult* consigli* sugger* rivolg* verific* ufficial*
	bezoek* raadpleeg* raad wend* controleer* officiele navraag
	odwiedz* sprawdz* zalec* polec* zwroc* oficjaln*
	ziyaret* danis* oner* basvur* kontrol* resmi
	посет* обрат* рекоменд* совет* проверьте официальн* уточн*
	відвід* зверн* рекоменд* рад* перевір* офіціин* уточн*
	زيار* راجع* انصح* اقترح* تحقق* رسمي*
	देखें जाँच सलाह संपर्क आधिकारिक visit check
	kunjungi periksa sarankan cek resmi konsultasi
	建议 请咨询 查看 官方 访问 参考
	ご覧 確認 公式 お問い合わせ おすすめ 参照
	확인 문의 공식 방문 권장 참고`,
];

/** The first three: a human being, somebody whose work it is, and where they are. */
export function isOfPeople(meaning: number): boolean {
	return meaning >= 1 && meaning <= 3;
}

const WISH = 6;
const NOT = 8;
const PRAISE = 28;
const QUESTION = 29;

/** Thanks, or that something is good. */
export function isPraise(meaning: number): boolean {
	return meaning === PRAISE;
}

export function isNegation(meaning: number): boolean {
	return meaning === NOT;
}

/** Something is wished for now. */
export function isWish(meaning: number): boolean {
	return meaning === WISH;
}

/** A word that asks, such as `how`. */
export function isQuestion(meaning: number): boolean {
	return meaning === QUESTION;
}

const meanings = meaningTrie(MEANINGS);

/** Of one word, folded; 0 for none. */
export const meaningOf = meanings.of;

/** Of the longest entry that begins at a character, and how many characters it takes; at least one. */
export const meaningAt = meanings.at;
