/** What else people write about; these have no field in common. As in {@link topics}, a row per topic. */
export const THINGS: readonly string[] = [
	// To end.
	`cancel* terminat* unsubscrib* quit quitting discontinu* opt rescind* anular anula* baja encerr* desist* resilier resilie resiliee resiliation* annul* desabonn* kundig* kuendig* gekundigt stornier* abbestell* annull* disdi* disdet* recesso recessi opzeg* opgezegd annuler* beeindig* wypowied* anulowa* anuluj* zrezygn* rezygn* rozwiazacumowe rozwiazanieumowy iptal* feshet* отмен* отказ* расторг* расторж* відміни* відміню* відміня* скасу* скасов* розірв* غاء الغي غيت غوا ايقاف فسخ रद्द radd batal batalkan dibatalkan berhenti membatalkan endmy stopmy darmedebaja darbaja abmelden abmeld* disattivare stopzetten uyeligim отписат* отпис* відписат* बंदकरना pembatalan odwol*
	取消 退订 退訂 解约 解約 终止 注销 キャンセル 退会 解除 취소 해지 탈퇴`,
	// What one has subscribed to.
	`subscription* subscrib* membership* contract contracts plan plans suscri* subscripcion* membresi* contrato* abono assinatur* plano mensalidade abonnement* adhesion contrat* forfait abo abos vertrag* mitgliedschaft* abbonament* contratt* lidmaatschap* abonament* subskryp* umowa umowe umowy umowie czlonkostw* abonelik* uyelik* sozlesme* подписк* договор* абонемент* контракт* підписк* договір* اشتراك* عقد عضويه सदस्यता सब्सक्रिप्शन अनुबंध langganan keanggotaan kontrak
	订阅 訂閱 会员 會員 合同 合约 套餐 サブスク 定期購入 契約 会員 구독 계약 멤버십 회원`,
	// Many at once.
	`bulk wholesale units quantit* alpormayor mayorist* unidades atacado atacadista* quantite* unites grossmeng* grosshandel* grosshandler* stuckzahl* stucke menge mengen ingrosso quantita groothandel* hoeveelhe* stuks hurtow* hurtem ilosc* sztuk* toptan* adet опт* штук* партия партию парті* جمله थोक grosir borong* satuan eceran
	批发 批發 大量 批量 大口 대량 도매`,
	`callback phone calledback callsback callmeback ringback phoneback ringmeback telephone call calls called calling llam* telefon* ligar liga ligue ligacao appel appels appelle* appeler* appelez rappel* ruckruf* anruf* zuruckruf* ruf rufen telefonisch chiam* richiam* bellen terugbel* gebeld zadzwo* dzwon* oddzwon* tel aray* arar* ara позвон* перезвон* звон* подзвон* зателефон* дзвін* اتصل* اتصال مكالمه कॉल फोन telepon* telpon* hubungi ringme ligueme retorno belmij araniyor наберите наберіть كلموني कॉलबैक
	打电话 电话 回电 電話 折り返し 전화 통화`,
	// To be forgotten.
	`delet* erase* remov* gdpr privacy data elimin* borra borrar* borre borren borrado datos privacidad excluir* exclusao apagarconta apagarminhaconta apagarmeusdados dados lgpd supprim* effac* donnees rgpd losch* loesch* daten dsgvo datenschutz* cancellazione dati verwijder* gegevens avg usun* skasow* dane danych rodo silin silmek silinsin silme silinmesi veri veriler verilerim verilerimi kvkk удалить удалите удалил* удали удален* данные данных данными данным видал* дані даних даними حذف* مسح بيانات خصوصيه डिलीट हटा* डेटा hapus* privasi
	删除 刪除 数据 隐私 削除 消去 データ 個人情報 삭제 개인정보`,
	`insur* claim claims seguro* siniestr* sinistre sinistres sinistro sinistros assuranc* indemnis* versicher* schadensfall* schadenfall* assicura* verzeker* schadeclaim* ubezpiecz* szkod* sigorta* страхов* страхув* تامين बीमा insurance asuransi klaim
	保险 理赔 保険 보험`,
	`demo trial presentation consult* prueba demostrac* teste demonstrac* essai demonstration vorfuhr* probetraining probestunde probefahrt probezeit testversion prova dimostra* proef* prezentac* probn* deneme* демо демоверси* демонстрац* пробн* تجرب* عرضتجريبي डेमो ट्रायल ujicoba percobaan webinar walkthrough guidedtour freetrial periododeprueba testegratis essaigratuit testzugang kennenlern* provagratuita demonstratie rondleiding okresprobny tanitim gosterim презентац* عرضتوضيحي प्रस्तुति demonstrasi presentasi
	演示 试用 試用 デモ 体験 데모 체험`,
	// To want to be part of it.
	`enrol* regist* join joining signup admission beginner* inscri* matricul* apuntar* unirme ingresar* principiant* cadastr* participar iniciant* rejoindre debutant* beitreten mitmachen anfanger* iscri* partecipar* inschrij* aanmeld* meedoen zapis* dolacz* rejestr* poczatkuj* kayit* kaydol* katil* baslamak запишит* регистр* вступит* присоедин* новичо* реєстр* приєднат* долучит* تسجيل اسجل انضمام انضم مبتدي दाखिला नामांकन पंजीकरण प्रवेश जुडना daftar mendaftar bergabung pendaftaran pemula
	报名 注册 加入 参加 入学 初学 申込 申し込 入会 入門 入塾 登録 始め 初心者 通いたい 習い 가입 등록 신청 입학 참여 초보 배우고`,
	// To leave something behind.
	`forgot* forget* leftbehind lostandfound misplac* olvid* dejado deje dejamos esquec* perdi deixei oubli* laisse vergess* liegenlassen liegengelassen zuruckgelassen fundburo* dimentic* lasciato smarrit* vergeten latenliggen achtergelaten zapomn* zostawi* zgubi* unut* biraktim kaybettim забы* остави* потеря* забув забула залиши* загуби* نسيت تركت ضيعت भूल खोया खो lupa tertinggal ketinggalan meninggalkan
	忘在 忘了拿 落在 遗忘 遺失 忘れ物 忘れ 置いて 置き 落とし 遺失物 두고 놓고 분실물 잃어`,
	// To do what it is there for.
	`work works working function* funcion* marcha fonctionn* marche marchent funktion* lauft klappt funzion* werkt werken dziala* calis* работает работают работать функцион* працює працюють працювати يعمل تعمل شغال काम चल चलता berfungsi jalan menyala bekerja
	能用 工作 好用 使えな 動か 作動 작동 되지 사용이`,
	// A part of something.
	`parts spare spares sparepart spareparts accessor* component* screw* filter* replacement* pieza* repuesto* recambio* accesori* tornillo* filtro* peca pecas acessori* parafuso* piece pieces rechange* accessoire* filtre* ersatzteil* zubehor schraube* teil teile pezzo pezzi ricambi* viti onderdeel onderdelen reserveonderd* schroef* czesci czescia zamienn* akcesori* srub* parca* yedek* aksesuar* vidasi vidalar запчаст* деталь детали деталеи комплектующ* винт* болт* насадк* деталі гвинт* قطعه قطع غيار اكسسوار مسمار पुर्जा पुर्जे पार्ट्स पेच sukucadang onderdil aksesori
	配件 零件 部件 螺丝 替换 滤芯 部品 パーツ 付属 ネジ 交換用 부품 부속 나사 필터`,
	// Made for one alone.
	`custom customi* engrav* personalis* personaliz* bespoke monogram* print prints printed printing printable logo logos design designs designed designer* designing tailor* grabad* amedida imprim* diseno* sobmedida estampa* graver gravure gravures graveren personnalis* surmesure massgefertigt massanfertig* individuell* bedruck* aufdruck entwurf* incisione inciso incider* stampa* sumisura gegraveerd maatwerk bedrukk* ontwerp* grawer* nadruk* nawymiar kisiyeozel oyma* baski* tasarim* ozel гравир* именнои именная именные именную принт* печат* дизаин* индивидуальн* гравіюв* друк* нанес* індивідуальн* نقش حفر طباعه تصميم مخصص خاص नक्काशी छपवाना डिजाइन cetak ukir desain sablon
	定制 訂製 刻字 印字 订做 设计 名入れ 刻印 オーダーメイド 印刷 특별 각인 맞춤 제작 인쇄 주문제작`,
	`size sizes measure* dimension* fit fits talla tallas tamano* medida medidas tamanho* taille* mesure* pointure grosse grossen abmess* passt taglia taglie misur* maat maten afmeting* rozmiar* wymiar* pasuje beden bedeni bedenim olcu* размер* мерк* розмір* مقاس مقاسات حجم आकार साइज ukuran muat
	尺码 尺寸 大小 サイズ 寸法 사이즈 치수 크기`,
	`color colors colored colores colour* red blue black white green rojo azul negro verde cor cores vermelh* preto branco couleur* rouge bleu* noir* blanc* farbe* rot blau* schwarz* weisse weissen weisser grun grune grunen gruner grunes rosso blu nero bianco kleur* rood zwart* wit kolor* czerwon* niebiesk* czarn* bial* renk* rengi kirmizi mavi siyah beyaz цвет* красн* синии синяя синее синие синюю синіи синя синє сині черн* белыи белая белое белые белого белую колір* червон* чорн* білии біла біле білі білого білу لون احمر ازرق اسود ابيض रंग लाल नीला काला सफेद warna merah biru hitam putih
	颜色 顏色 红色 蓝色 黑色 白色 色違い 赤 青 黒 白い 색상 색깔 빨간 파란 검정 하얀`,
	`photo* picture* image* video* foto* bild bilder immagine immagini afbeelding* zdjec* obraz* resim* gorsel* фото* картин* видео* відео* зображ* صوره صور فيديو फोटो तस्वीर वीडियो gambar
	照片 图片 视频 写真 画像 動画 사진 그림 영상`,
	// What one wears, has and uses.
	`shirt* dress shoe shoes clothes coat trousers jeans ropa camis* zapat* vestid* chaqueta* roupa* sapato* calca vetement* chaussure* robe veste hemd kleid* schuh* jacke* hose abbigliament* scarp* vestito giacca camicia kleding schoen* jurk* jas broek ubran* buty butow sukienk* kurtk* elbise* ayakkab* gomlek* ceket* одежд* обув* туфли плать* рубашк* куртк* пальто одяг* взутт* сукн* ملابس حذاء قميص فستان कपडे जूते कमीज baju sepatu pakaian jaket
	衣服 鞋 裙 外套 靴 シャツ 上着 옷 신발 바지 자켓`,
	`sofa couch table chair chairs bed mattress* shelf wardrobe* furniture mesa silla* cama muebl* armario colchon* cadeira* movel moveis guardaroupa meuble* chaise* matelas armoire* canape tisch* stuhl* bett matratze* schrank* mobel* tavolo sedia letto materass* mobili armadio divano tafel* stoel* matras* kast kasten kastje meubel* stol stolu stolik* krzesl* lozk* materac* szaf* mebl* kanapa kanape kanapy masasi masayi sandalye sandalyesi yatak* dolap* koltuk* mobilya* стол стола столе столом столы столик* стул* кроват* матрас* шкаф* диван* мебел* стіл стілець ліжк* шаф* мебл* طاوله كرسي سرير اثاث خزانه मेज कुर्सी बिस्तर सोफा meja kursi kasur lemari
	沙发 桌 椅 床 柜 家具 ソファ 椅子 ベッド 棚 소파 책상 의자 침대 가구`,
	`washingmachine washer dishwasher* fridge* refrigerator* oven vacuum kettle* blender* toaster lavadora* nevera frigorific* horno aspirad* geladeira* fogao forno liquidific* lavelinge lavevaisselle frigo aspirateur* bouilloire waschmaschine* spulmaschine* kuhlschrank* ofen staubsauger* wasserkocher mixer lavatrice* lavastovigli* frigorifer* aspirapolver* wasmachine* vaatwasser* koelkast* stofzuiger* pralk* zmywark* lodowk* piekarnik* odkurzacz* czajnik* camasir* bulasik* buzdolab* firin* supurge* стиральн* посудомо* холодильник* духовк* пылесос* чаиник* пральн* посудомии* пилосос* غساله ثلاجه فرن مكنسه फ्रिज वॉशिंग मिक्सर kulkas mesincuci freezer*
	洗衣机 冰箱 烤箱 吸尘器 热水壶 洗濯機 冷蔵庫 掃除機 オーブン 세탁기 냉장고 오븐 청소기`,
	`dog dogs puppy puppies cat cats pet pets animal* rabbit* kitten* perro perros perrito* perra cachorro* gato gata gatos mascota* bicho* chien* chiot* chatte chaton* animaux lapin* hund hunde hunden hundes hundesteuer welpe* katze* kater tiere tierheim kaninchen miocane uncane cani cucciol* gatto gatti gattin* honden hond kat katten dier dieren huisdier* dierenarts* konijn* psa psy szczenia* kot kotem kotow koty kociak* zwierz* krolik* kopek* yavru kedi kedim kediler* hayvan* evcil собак* щен* кошк* кот кота котен* животн* питом* пес кіт кошеня* тварин* цуцен* كلب كلاب قطه قطط حيوان कुत्ता कुत्ते बिल्ली जानवर पालतू anjing kucing hewan peliharaan
	狗 猫 宠物 小狗 犬 動物 ペット 子猫 강아지 고양이 반려동물 반려견 개를 동물`,
	`adopt* foster rehome adopc* adoc* adotar vermittl* adozion* adottar* przygarn* sahiplen* evlat приютит* усынов* взятьиз прихист* всинов* تبني اتبني गोद adopsi mengadopsi
	领养 收养 認養 里親 譲渡 引き取 입양 분양`,
	`blocked block freezeaccount freezemyaccount freezemycard bloqu* sperr* gesperrt blocc* blokk* geblokkeer* blokow* zablok* blokeli engelle* kapat блокир* заблок* حظر تجميد ब्लॉक blokir
	冻结 锁定 停用 挂失 ロック 정지 차단 막아`,
	// Who comes back, and what they get for it.
	`loyal* vip regularcustomer longtime gold platinum premium privileg* priority fidel* fieles exclusiv* preferent* ouro platina treu* stammkund* langjahrig* vorzug* bevorzug* exklusiv* fedel* affezionat* esclusiv* trouw trouwe vasteklant voorrang* lojaln* staly stala stalym klientk* platynow* sadik* sadakat* daimi oncelik oncelikli ayricalik* постоянныи постоянная постоянные постоянным лояльн* золот* платин* привилег* премиум* постіинии постіина постіині привіле* преміум* دايم مميز ذهبي ولاء स्थायी वफादार गोल्ड setia prioritas langgananlama emas
	老客户 老顾客 会员级 常客 金卡 贵宾 常連 得意 お得意様 プレミアム 優先 단골 우수 우대 골드`,
	`gift gifts giftcard* surprise birthday anniversary cumplean* aniversari* depresente umpresente presentear cadeau* anniversaire geschenk* geburtstag* jubilaum* regalo* regala* regali complean* verjaardag* prezent* podarunk* urodzin* rocznic* hediye* dogum* yildonum* подар* деньрождения юбиле* народжен* هديه ميلاد उपहार जन्मदिन तोहफा hadiah kado ulangtahun
	礼物 生日 纪念日 礼品 プレゼント 誕生日 贈り物 ギフト 記念日 선물 생일 기념일`,
	`code codes codigo* cod codice* kod kodu kodem код кода коды коди رمز كود कोड kode
	代码 验证码 优惠码 コード 코드`,
	`compare* comparing comparison* comparar* comparac* comparaison* comparateur* better versus mejor* diferenc* melhor* meilleur* mieux differenc* vergleich* besser* unterschied* paragone paragonare confront* miglior* meglio vergelijk* beter* verschil* porown* lepsz* roznic* karsilastir* dahaiyi fark farki farkli сравн* лучш* отлич* порівн* краще різниц* مقارنه افضل احسن فرق तुलना बेहतर अंतर banding* lebihbaik beda
	比较 更好 区别 差别 比べ より良 違い 比較 비교 더좋 차이`,
	`recommend* friend friends refer referral* recomend* amigo* amiga* indicacao recommand* monami unami amie* empfehl* empfohl* freund* raccomand* consigli* amico amici amica amiche aanbevel* vriend* poleca* znajom* przyjaci* tavsiye* arkadas* рекоменд* друг друз* посовет* радит* порад* صديق اصدقاء توصيه दोस्त सिफारिश teman rekomendasi
	推荐 朋友 介绍 お勧め 友達 紹介 추천 친구 소개`,
	// That something was good.
	`great excellent wonderful amazing awesome brilliant lovely satisf* pleased thrilled helpful friendly genial* excelent* maravill* fantastic* perfect* encantad* amable* estupend* otimo otima maravilh* perfeit* adorei parabens simpatic* formidable* merveill* parfait* ravi ravie gentil* aimable toll tolle toller tolles tollen super superb wunderbar* ausgezeichnet* hervorragend* begeister* perfekt freundlich* zufrieden* bravissim* ottim* eccellent* meravigli* perfett* contentissim* geweldig* fantastisch* uitstekend* tevreden* vriendelijk* top swietn* wspanial* doskonal* zadowol* mily mila milo uprzejm* harika* mukemmel* memnun* guzel* прекрасн* отличн* замечател* великолеп* супер доволен довольна довольны понрав* молодц* чудово чудовии чудова відмінн* задоволен* сподоба* رايع ممتاز جميل مذهل ممتازه رايعه सुंदर बढिया शानदार उत्तम बेहतरीन hebat bagus luarbiasa mantap puas ramah
	很棒 太好了 满意 优秀 点赞 完美 素晴らし 最高 満足 良かった 親切 훌륭 최고예요 만족 친절하 좋았`,
	// To make it better.
	`suggest* idea ideas improve* improving feature* wishlist enhance* sugerenc* sugier* mejora* funcionnueva propon* sugest* sugiro ideia* sugger* amelior* fonctionnalit* idee* vorschlag* verbesser* migliora* funzionalit* verbeter* functie* voorstel* pomysl pomysly pomyslu ulepsz* propozycj* usprawn* oneri* gelistir* fikir* fikrim ozellik ozelligi ozellikler* предлож* идея идеи идею улучш* функци* пропозиц* ідея ідею покращ* функці* اقتراح اقترح تحسين فكره ميزه सुझाव सुधार विचार फीचर saran usul fitur
	建议 改进 想法 功能 增加 提案 改善 アイデア 機能 追加 제안 개선 아이디어 기능 추가`,
	`stop stops stopped stopping stopp stoppt stoppen stopt enough paren dejen basta parem pare arret* cessez aufhor* schluss smett* finitela ophoud* genoeg przestan* dosc durdur* yeter перестан* прекрат* хватит припин* досить توقف كفي بس बंदकरो रोक hentikan cukup
	停止 别再 不要再 够了 やめて 止めて もういい 그만 멈춰 중단`,
	// In which tongue.
	`language* english spanish german french arabic chinese russian ukrainian polish turkish italian japanese translat* speak idioma* ingles* espanol aleman frances* arabe italiano habla hablan lingua* portugues* fala falam langue* anglais* francais* allemand espagnol parlez sprache* englisch* deutsch* spanisch* franzosisch* sprechen ubersetz* tedesc* parlate tradu* taal talen engels* duits* frans* spreek spreekt vertaal* jezyk* angielsk* niemieck* polsk* mowi* tlumacz* dil dilde ingilizce* almanca* turkce* ceviri* konusmak konusuyor* konusabil* konusan язык* англииск* русск* немецк* говорит* переводчик* мова мову мовою мови англіиськ* украінськ* німецьк* розмовля* переклад* لغه عربي عربيه انجليزي تتكلم ترجم भाषा हिंदी हिन्दी अंग्रेजी अनुवाद bahasa inggris terjemah
	语言 英文 英语 中文 翻译 言語 英語 日本語 翻訳 언어 영어 한국어 번역`,
	// Access to what one is known by.
	`overview record records recorded recording* stored information* informac* copia resumen registros dossier* copie* renseign* auskunft* gespeichert* einsicht* informazion* inzage* overzicht* opgeslagen kopi* wglad* przechow* kopya* bilgi* kayitli информац* копи* сведен* хран* інформац* копі* зберіга* نسخه معلومات سجل जानकारी कॉपी प्रति informasi salinan catatan
	副本 资料 信息 记录 写し 情報 記録 開示 사본 정보 기록 열람`,
	`document* paper papers forms proof attach* papeles certificad* justificant* comprovante* certidao papier* justificatif* formulaire* dokument* unterlag* bescheinig* formular* nachweis* modulo certificat* formulier* bewijs* attest* zaswiadcz* belgesi belgeler* belgem belgeyi evrak* sertifika* документ* справк* бумаг* бланк* анкет* довідк* папер* وثيقه وثايق مستند اوراق شهاده दस्तावेज कागज प्रमाण dokumen berkas surat formulir
	文件 材料 证明 表格 证件 書類 証明 用紙 資料 서류 문서 증명 양식`,
	`donat* charit* contribut* helpout volunteer* voluntari* donac* donar caridad doar doac* benevol* undon dons association ehrenamt* spende* freiwillig* volontari* donare donazion* beneficenza vrijwillig* doneren doneer wolontari* darowizn* wesprz* wspier* gonullu* bagis* yardimet волонт* пожертв* благотвор* благодіин* تبرع تطوع متطوع दान स्वयंसेवक चंदा donasi relawan sumbang sukarela
	捐款 捐赠 志愿者 义工 寄付 ボランティア 支援 기부 자원봉사 후원`,
	// To go and look.
	`view* visit* tour tours showing besichtig* besuch* anschauen ansehen vedere bezichtig* bezoek* kijken ogladn* obejrz* zobacz* odwiedz* gez gezmek gormek ziyaret* посмотр* осмотр* просмотр* показ показы показа показать показати показывают подивит* оглянут* огляд* مشاهده معاينه زياره اشوف देखना देखने lihat melihat kunjung
	看房 参观 看看 实地 见 見学 内見 見たい 拝見 訪問 보고싶 방문 구경 둘러`,
	`help* support assist assistance assisting assistenz* assistencia assistentie ayud* auxili* ajuda* aide* hilfe* helfen aiut* hulp* pomoc* pomoz* pomog* yardim* помощ* помог* допомог* допомож* مساعده ساعد मदद सहायता bantu bantuan
	帮助 帮忙 助け 手伝 サポート 도움 도와`,
	`open opens opened opening openen opent openingstijd* openinghours close closed closes closing hours abiert* abre abren cerrad* horarios aberto* abrem fechar fechad* fecham ouvert* ouvre* ferme* geoffnet offnungszeit* offen offene offenen offnet offnen schliesst schliessen schliesse aperto aperta aperti aperte apertura chius* orari sluit* otwart* otwier* zamykac* godzin* acik acikmi kapali* acildi aciliyor acilis saatler открыт* закры* работаете часы відчинен* зачинен* години مفتوح مغلق تفتح دوام खुला खुलता खुले buka tutup jam
	营业 开门 关门 几点 営業時間 何時 開い 閉ま 영업시간 몇시 열어 닫`,
];
