/** Life and limb. As in {@link topics}, a row per topic. */
export const HEALTH: readonly string[] = [
	// Life and limb.
	`emergenc* urgent* ambulance* accident* collaps* unconscious bleed* 911 112 emergenci* urgen* ambulanc* accident* desmay* sangr* acidente* desmai* urgence* accident* evanoui* saign* notfall* notarzt* dringend* unfall* bewusstlos* blutet emergenz* urgen* incident* svenut* sanguin* noodgeval* spoed* ongeluk bewusteloos bloedt nagl* wypad* nieprzytomn* krwaw* pogotow* acil acilen ambulans* kaza* bayil* kaniyor* срочн* экстренн* скор* авари* сознан* кровот* термінов* аварі* невідкладн* швидк* طوارئ عاجل* اسعاف حادث* ينزف آपातकाल इमरजेंसी एम्बुलेंस दुर्घटना बेहोश darurat gawat ambulans kecelakaan pingsan
	紧急 緊急 急救 救护车 事故 晕倒 救急 出血 倒れ 응급 긴급 구급차 쓰러`,
	`pain* ill sick doctor* medical* medicine* symptom* hospital* fever chest nurse dolor* duele medic* sintoma* hospital* fiebre enferm* dor doente febre doi doul* mal-a malade* medecin* symptome* hopital* fievre schmerz* krank* arzt* arzti* medizin* symptom* fieber dolor* malat* dottor* sintom* osped* febbre pijn* ziek* dokter* arts symptoom* koorts bol boli chory chora lekarz* objaw* szpital* goraczk* agri* hasta* doktor* belirti* ates bolit болит боль* врач* болен больн* симптом* температур* болить біль* лікар* хвор* الم* مريض* طبيب* دكتور اعراض مستشفي دरد दर्द बीमार डॉक्टर अस्पताल बुखार sakit nyeri dokter gejala demam rumah-sakit
	疼 痛 医生 醫生 症状 医院 发烧 病 痛い 医者 病院 熱 아프 통증 의사 병원 증상`,
	// What a doctor writes.
	`prescri* pharmac* pill pills tablet* medication* dose refill* insulin receta* pastilla* medicament* receita comprimid* remedio* ordonnance* comprime* rezept* apothek* medikament* ricetta pillol* compress* farmac* herhaalrecept medicijn* apotheek pillen recept* aptek* lek leku leki lekow recete* eczane* ilac* рецепт* аптек* таблет* лекарств* препарат* ліки ліків وصفه روشته صيدليه دواء دوائي ادويه حبوب علاج علاجي दवा दवाई पर्ची नुस्खा dawa resep obat apotek pil
	处方 處方 药 藥 药房 配药 処方 薬 薬局 처방 약국 복용 약을 약이`,
	// Who expects a child.
	`pregnan* maternity birth newborn embaraz* gravid* grossesse enceint* schwanger* geburt* incint* zwanger* ciaz* ciez* hamile* беременн* вагітн* حامل حمل गर्भवती hamil kehamilan
	怀孕 懷孕 妊娠 임신`,
	// What hurts a body.
	`hurt hurts injur* wound* burn* swallow* choke* rash itch* poison* bruise* herid* lastim* quemad* quemar queim* tragad* sarpullido envenen* ferid* machuc* engoli* bless* brul* avale* intoxi* demange* verletz* verbrann* verbrenn* verschluck* ausschlag vergift* juckt ferit* ustion* scottat* bruciat* ingoi* prurito gewond verwond* verbrand* ingeslikt jeuk* zranil* rany oparz* poparz* polkn* wysypk* zatru* swedzi yaraland* yandi yanik* yuttu zehirlen* kasin* травм* поранил* порез* обжег* ожог* проглот* отрав* сып поранив* опік* проковтн* отруї* جرح اصيب احترق حروق ابتلع تسمم طفح चोट घाव जल जला निगल ज़हर luka cedera terbakar tertelan keracunan gatal ruam
	受伤 烫伤 吞 中毒 皮疹 割伤 怪我 やけど 飲み込 かぶれ 切っ 다쳤 다쳐 화상 삼켰 두드러기 중독`,
	// What catches fire.
	`fire flames smoke spark* explod* overheat* melted shock hazard* dangerous danger incendi* fuego humo chispa* explot* peligro* fogo fumac* faisc* perig* choque feu fumee etincelle* explos* dangereu* brannt* gebrannt rauch* funken gefahr* stromschlag fuoco fumo scintill* esplos* pericol* vuur rook* vonk* ontploft gevaar* schok pozar* ogien dym dymi iskr* wybuch* niebezpiecz* porazil* yangin* duman* kivilcim* patla* tehlike* carpti огонь пожар* дым* искр* взорв* взрыв* опасн* током загор* пожеж* вибух* небезпечн* диміт* حريق دخان شرار انفجر خطر خطير صعق आग धुआ धुआं विस्फोट खतरा खतरनाक झटका asap meledak ledakan bahaya berbahaya kesetrum kebakaran
	起火 着火 冒烟 爆炸 危险 触电 漏电 火が 発火 煙 爆発 危険 感電 불이 연기 폭발 위험 감전`,
	// No way out.
	`hopeless* pointless desperate despair* lonel* depress* anxiety desesper* depresi* deprim* ansiedad sinsentido sozinh* vazio angusti* desespoir angoiss* hoffnungslos verzweif* sinnlos* einsam* disperat* disperaz* angosci* wanhop* zinloos eenzaam bezsens* rozpacz* samotn* depresj* umutsuz* caresiz* yalniz* depresyon* отчаян* бессмысл* одинок* відча* безнад* самотн* депрес* ياس يائس اكتئاب وحيد निराश अकेला अवसाद putusasa kesepian
	绝望 抑郁 没有意义 活着 绝 絶望 辛い 孤独 生きる 절망 우울 외로 살고싶지`,
	// Who hears, sees or walks less.
	`wheelchair* disab* handicap* accessib* blind deaf ramp* barrier* impair* autis* elevator* lift crutch* silladeruedas ruedas discapac* accesib* ciego ciega sordo sorda ascensor* deficien* cadeirante* acessib* cego cega surdo surda elevador* fauteuil roulant aveugle* sourd* ascenseur* rollstuhl* behinder* gehbehind* gehorlos* aufzug* fahrstuhl carrozzin* sediaarotelle cieco cieca rolstoel* gehandicapt* beperking* toegankelijk* doof slechtziend* inwalid* niepelnospraw* wozek wozka wozku niewidom* gluch* podjazd* wind winda windy engelli* tekerlekli sandalye asansor* sagir gorme инвалид* коляск* пандус* слеп* глух* лифт* доступност* інвалід* візок візк* сліп* ліфт* كرسي متحرك معاق اعاقه كفيف اصم مصعد विकलांग व्हीलचेयर दिव्यांग लिफ्ट kursiroda difabel tunanetra
	轮椅 輪椅 残疾 无障碍 盲人 电梯 電梯 車椅子 障害 バリアフリー エレベーター 盲導犬 휠체어 장애 엘리베이터 점자`,
	// What one must not eat.
	`allerg* intoleran* celiac* coeliac* gluten* lactose* nut nuts peanut* alergi* celiaque* lactosa cacahuete* amendoim coeliaque* arachide* zoliakie nuss nusse erdnuss* laktose* intolleran* lattosio noci arachidi noten pinda pindas pindakaas uczulen* uczulon* nietoleranc* celiaki* bezglutenow* laktoz* orzech* orzeszk* alerji* fistik* colyak аллерги* неперенос* глютен* целиак* лактоз* орех* алергі* горіх* حساسيه جلوتين غلوتين لاكتوز مكسرات एलर्जी ग्लूटेन मूंगफली laktosa kacang
	过敏 過敏 麸质 乳糖 花生 坚果 アレルギー グルテン 小麦 알레르기 알러지 글루텐 유당 땅콩 견과`,
	`suicid* kill selfharm suicidar* matarme me-matar suicide* tuer selbstmord* umbringen suizid* ammazzar* zelfmoord* samoboj* zabic intihar* самоубий* покончить самогуб* انتحار आत्महत्या bunuhdiri
	自杀 自殺 想死 死にたい 자살 죽고`,
];
