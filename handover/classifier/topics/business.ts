export const TOPICS_OF_BUSINESS: readonly string[] = [
	// How payment is spread or put off.
	`installment* instalment* debt* owe owed owing arrears overdraft unemployed cuotas plazo plazos deuda* atrasad* moros* desemple* parcel* divida* devendo prestac* desempreg* dette* echeanc* arrier* impaye* mensualit* decouvert chomage raten ratenzahl* stund* mahnung* arbeitslos* debit* rate rateizz* arretrat* disoccupat* schuld* termijn* achterstal* betalingsregel* werkloos* dlug* raty rata ratach zaleg* bezrobotn* borc* taksit* vade* issiz* долг* рассроч* задолж* просроч* безработ* борг* розстроч* заборгов* безробіт* دين ديون اقساط تقسيط مديون قسط कर्ज़ कर्ज उधार किस्त किश्त बकाया hutang utang cicilan tunggakan angsuran
	分期 欠款 债 逾期 失业 分割 借金 滞納 ローン返済 失業 할부 빚 연체 분할 실직`,
	`loan* mortgage* credit lend* lent borrow* interest financ* hipotec* credito creditos prest* emprestim* juros emprunt* pret prets hypothe* darlehen* zins* finanzier* mutuo mutui finanziam* tasso lening* rente lenen kredyt* pozycz* hipotek* kredi* konutkredi faiz* borcalmak кредит* ипотек* заем займ* ссуд* іпотек* позик* قرض قروض تمويل رهن लोन कर्ज़ा ऋण ब्याज pinjaman kpr bunga
	贷款 貸款 借款 房贷 利息 按揭 ローン 融資 借り入れ 金利 대출 융자 이자 담보`,
	`bank* transfer* iban atm withdraw* balance banco* cajero saldo retir* caixaeletronico pix saque banque* virement* solde distributeur uberweis* kontostand geldautomat* banca bonific* overmak* overschrijv* przelew* havale* eft bakiye* paracekme банк* перевод* баланс* переказ* بنك تحويل رصيد صراف बैंक ट्रांसफर शेष rekening
	银行 转账 余额 取款 銀行 振込 残高 振り込 은행 이체 송금 잔액 계좌`,
	`card cards debit tarjeta* cartao cartoes carte cartes karte karten carta kaart kaarten karta karty kart karti kartim карт* بطاقه بطاقتي कार्ड kartu
	卡 银行卡 カード 카드`,
	`blocked block freez* locked trava* bloqu* sperr* gesperrt blocc* blokk* geblokkeer* blokow* zablok* bloke* engelle* kapat блокир* заблок* حظر ايقاف تجميد ब्लॉक blokir
	冻结 锁定 停用 挂失 停止 ロック 止めて 정지 차단 막아`,
	// More than one would have to pay.
	`overcharg* toomuch double twice duplicate* fee fees cobrardemas doble dosveces comision* duplicad* dobro duasvezes taxa* tarifa* deuxfois troppercu frais doppelt zweimal gebuhr* uberhoht* doppio duevolte commission* dubbel tweekeer teveel podwojn* dwarazy prowizj* oplat* ikikez cift fazla ucret* дважды двойн* комисси* лишн* двічі подвійн* зайв* комісі* مرتين مضاعف زياده رسوم दोबार दोगुना ज्यादा ज़्यादा duakali dobel kelebihan
	多收 重复 两次 手续费 二重 二回 手数料 多く 두번 중복 이중 수수료 더많이`,
	`expensive cheap cheaper affordable bargain negotiat* haggle caro barat* negoci* regate* caros pechinch* cher chere moinscher marchand* teuer* gunstig* billig* verhandeln handeln costos* economic* trattar* contrattar* duur* goedkoop* onderhandel* afdingen drog* tani* negocj* targow* pahali* ucuz* pazarlik* pazarliq дорого дорогой дорогая дешев* торг торгов* торгув* غالي رخيص ارخص تفاوض महंगा महँगा सस्ता मोलभाव mahal murah nego tawar
	贵 便宜 讲价 砍价 还价 高すぎ 安く 値引き 値切 비싸 저렴 싸게 깎아`,
	// What is to be had.
	`stock availab* soldout restock* inventory supply agotad* disponib* existencias reposi* estoque esgotad* disponiv* rupture epuis* lieferbar vorratig* ausverkauft verfugbar* lager esaurit* magazzino scorte voorraad* uitverkocht leverbaar beschikbaar* dostepn* wyprzedan* magazyn* stok* tuken* mevcut* налич* закончил* распродан* наявн* закінчил* розпродан* متوفر متاح يتوفر نفد مخزون उपलब्ध स्टॉक tersedia habis persediaan
	库存 现货 补货 缺货 有货 断货 在庫 入荷 売り切れ 品切れ 재고 입고 품절 매진`,
	// To make other.
	`chang* modif* switch* amend* updat* adjust* replace cambi* actualiz* mudar mudanca* alterar alteracao atualiz* remplac* andern andert anderung* geander* wechsel* aktualis* umstell* aggiorn* wijzig* verander* aanpas* zmian* zmien* zaktual* degistir* guncelle* измен* поменя* смен* замен* обнов* зміни* замін* оновит* поміня* تغيير تعديل اغير اعدل غيروا تحديث बदल* परिवर्तन badal ubah mengubah ganti mengganti
	修改 更改 改成 变更 更换 換成 変更 変え 修正 替え 변경 바꾸 바꿔 수정 고쳐`,
	// To another day.
	`postpon* reschedul* earlier aplaz* adelantar adelanten adelantarlo pospon* adia* remarc* antecip* decal* avanc* repouss* verschieb* verlegen vorverleg* rinvi* spost* posticip* anticip* uitstel* verzet* verplaats* vervroeg* przeloz* przesun* odrocz* ertele* ilerial oneal перенес* перенос* отлож* сдвин* переніс* відклад* تاجيل تقديم اجل टालना स्थगित tunda menunda undur jadwalulang
	改期 改签 延期 推迟 提前 延ばし 日程 ずらし 早め 연기 미루 앞당 일정`,
	`date day days deadline schedule* timeslot fecha* horario* dia dias prazo* data datas jour jours horaire* delai datum tag tage frist* giorno giorni scadenz* dag dagen dzien dni gun gunler* tarih* saat дат* день дня дней срок* дні термін* تاريخ يوم ايام موعد दिन तारीख समय din hari tanggal jadwal waktu
	日期 时间 哪天 明天 日付 日時 何日 날짜 시간 며칠`,
	// Not there.
	`absen* attend* sickleave dayoff vacation* holiday* faltar ausen* vacacion* asistir feria* folga conge conges vacances abwesen* urlaub* ferien krankmeld* entschuldig* assen* vacanz* ferie afwezig* vakantie* verlof* ziekmeld* nieobecn* urlop* wakacj* ferii zwolnien* izin* izni tatil* gelmeyecek gelemeyecek devamsiz* отсутств* отпуск* каникул* больничн* відсутн* відпустк* канікул* غياب يغيب اجازه عطله छुट्टी अनुपस्थित अवकाश chutti cuti libur
	请假 缺席 假期 休假 休み 欠席 欠勤 休暇 결석 휴가 쉬어 결근`,
	// Who comes back, and what they get for it.
	`loyal* vip regularcustomer longtime gold platinum premium privileg* priority fidel* fieles exclusiv* preferent* ouro platina treu* stammkund* langjahrig* vorzug* bevorzug* exklusiv* fedel* affezionat* esclusiv* trouw* vasteklant voorrang* lojaln* staly stala stalym klientk* platynow* zlot* sadik* sadakat* daimi oncelik* ayricalik* постоянн* лояльн* золот* платин* привилег* премиум* постійн* привіле* преміум* دائم مميز ذهبي ولاء स्थायी वफादार गोल्ड setia prioritas langgananlama emas
	老客户 老顾客 会员级 常客 金卡 贵宾 常連 得意 お得意様 プレミアム 優先 단골 우수 우대 골드 오래된`,
	`points bonus reward* loyaltypoints puntos recompens* pontos punkte pramie* punti premi punten spaarpunt* punkty punktow puan* балл* бонус* бали балів نقاط مكافا पॉइंट अंक poin hadiah
	积分 奖励 ポイント 特典 포인트 적립`,
	`gift* surprise birthday anniversary cumplean* aniversari* presente* cadeau* anniversaire geschenk* geburtstag* jubilaum* regal* complean* verjaardag* prezent* podarunk* urodzin* rocznic* hediye* dogum* yildonum* подар* деньрождения юбиле* народжен* هديه ميلاد उपहार जन्मदिन तोहफा hadiah kado ulangtahun
	礼物 生日 纪念日 礼品 プレゼント 誕生日 贈り物 ギフト 記念日 선물 생일 기념일`,
	`code codes codigo* cod codice* kod kodu kodem код кода коды коди رمز كود कोड kode
	代码 验证码 优惠码 コード 코드 번호`,
	// To celebrate.
	`wedding* event* party parties banquet* catering buffet* guests ceremony boda* fiesta* celebr* invitad* casament* festa* convidad* mariage* evenement* fete* traiteur* invites hochzeit* feier* veranstalt* fest matrimoni* nozze ricevimento* invitat* rinfresco festeggi* bruiloft* feest* trouwen gasten wesel* slub* imprez* uroczyst* przyjeci* gosci dugun* etkinlik* kutlama* nisan* davet* свадьб* мероприят* праздн* банкет* кейтеринг* гостей весілл* подія свят* زفاف عرس حفل حفله مناسبه ضيوف शादी समारोह पार्टी मेहमान pernikahan acara pesta katering tamuundangan
	婚礼 宴会 活动 派对 聚会 结婚 結婚式 パーティー イベント 披露宴 결혼 행사 파티 잔치 연회`,
	// To sell what others make.
	`resell* dealer* distribut* franchis* wholesal* retailer* represent* revend* distribuid* mayoris* franqui* consultor* revente grossist* haendler* handler* vertrieb* wiederverkauf* rivendit* rivender* concession* wederverkop* dystrybut* hurtown* odsprzed* franczyz* bayi* дилер* дистриб* франшиз* представител* перепрода* представник* موزع وكيل امتياز وكاله डीलर वितरक फ्रेंचाइज़ी agenresmi waralaba
	经销 分销 加盟店 总代 代理商 转售 販売店 代理店 フランチャイズ 卸 대리점 유통 가맹 판매점 총판`,
	`sell* sold vender vende vendo venden vendem vendre vends vendez vendu vendent vendono venta* verkauf* verkoop* verkop* sprzeda* satmak satiyor satilik прода* بيع ابيع يبيع बेच* बिक्री jual menjual penjualan
	卖 出售 销售 売る 売り 販売 팔 판매`,
	`product* item* article* goods model* articulo* produto* produit* artikel* produkt* prodott* articol* towar* urun* товар* продукт* модел* виріб منتج سلعه موديل उत्पाद प्रोडक्ट produk barang
	商品 产品 型号 製品 品物 モデル 상품 제품 모델 물건`,
	// Others who offer the same.
	`rival* elsewhere anotherprovider compet* alternativ* otraempresa concorren* concurren* ailleurs konkurren* mitbewerb* wettbewerb* andereranbieter anbieter* altrove elders aanbieder* konkurenc* gdzieindziej rakip* rakib* baskafirma конкурент* провайдер* منافس منافسين प्रतिस्पर्धी दूसरीकंपनी pesaing kompetitor
	竞争对手 对手 别家 其他公司 競合 他社 ライバル よそ 경쟁사 다른회사 타사`,
	`compar* better versus mejor* diferenc* melhor* meilleur* mieux differenc* vergleich* besser* unterschied* paragon* confront* miglior* meglio vergelijk* beter* verschil* porown* lepsz* roznic* karsilastir* dahaiyi fark* сравн* лучш* отлич* порівн* краще різниц* مقارنه افضل احسن فرق तुलना बेहतर अंतर banding* lebihbaik beda
	比较 更好 区别 差别 比べ より良 違い 比較 비교 더좋 차이`,
	// To tell the world.
	`review* rating* stars star facebook instagram twitter tiktok google posting publish* public social resena* estrella* publicar redes valorac* avaliac* estrela* redessociais avis etoile* reseaux publier bewert* rezension* sterne stern veroffentlich* soziale recension* stelle stella pubblic* beoordel* recensie* sterren opini* gwiazdk* ocen* recenzj* yorum* yildiz* puanla* sosyal paylas* отзыв* звезд* рейтинг* соцсет* выложу опублик* відгук* зірк* соцмереж* опублік* викладу تقييم نجمه نجوم مراجعه انشر समीक्षा रिव्यू सितारा ulasan bintang penilaian medsos
	差评 评价 星级 一星 五星 曝光 微博 抖音 小红书 レビュー 口コミ 評価 投稿 晒 SNS 리뷰 후기 별점 별 평점 올릴`,
	`threat* warn* amenaz* advert* ameac* menac* averti* droh* minacc* dreig* groz* tehdit* uyar* угрож* предупрежд* погрож* تهديد اهدد धमकी ancam mengancam
	威胁 警告 脅 협박 경고`,
	`recommend* friend friends refer referral* recomend* amigo* amiga* indica* recommand* ami amie* empfehl* empfohl* freund* raccomand* consigli* amic* aanbevel* vriend* poleca* znajom* przyjaci* tavsiye* oneri* arkadas* рекоменд* друг друз* посовет* радит* порад* صديق اصدقاء توصيه दोस्त सिफारिश teman rekomendasi
	推荐 朋友 介绍 お勧め 友達 紹介 추천 친구 소개`,
	// That something was good.
	`great excellent wonderful amazing awesome brilliant lovely satisf* pleased thrilled helpful friendly genial* excelent* maravill* fantastic* perfect* encantad* amable* estupend* otimo otima maravilh* perfeit* adorei parabens simpatic* formidable* merveill* parfait* ravi ravie gentil* aimable toll* super* wunderbar* ausgezeichnet* hervorragend* begeister* perfekt freundlich* zufrieden* bravissim* ottim* eccellent* meravigli* perfett* contentissim* geweldig* fantastisch* uitstekend* tevreden* vriendelijk* top swietn* wspanial* doskonal* zadowol* mily mila milo uprzejm* harika* mukemmel* memnun* guzel* прекрасн* отличн* замечател* великолеп* супер довол* понрав* молодц* чудов* відмінн* задоволен* сподоба* رائع ممتاز جميل مذهل ممتازه رائعه सुंदर बढ़िया शानदार उत्तम बेहतरीन hebat bagus luarbiasa mantap puas ramah keren
	很棒 太好了 满意 优秀 点赞 完美 素晴らし 最高 満足 良かった 親切 훌륭 최고예요 만족 친절하 좋았`,
	// To make it better.
	`suggest* idea ideas improv* feature* wishlist enhance* sugerenc* sugier* mejora* funcionnueva propon* sugest* sugiro ideia* sugger* amelior* fonctionnalit* idee* vorschlag* verbesser* migliora* funzionalit* verbeter* functie* voorstel* pomysl* ulepsz* propozycj* usprawn* oneri* gelistir* fikir* fikrim ozellik* предлож* иде* улучш* функци* пропозиц* ідея ідею покращ* функці* اقتراح اقترح تحسين فكره ميزه सुझाव सुधार विचार फीचर saran usul ide fitur
	建议 改进 想法 功能 增加 提案 改善 アイデア 機能 追加 제안 개선 아이디어 기능 추가`,
	`search* filter* sort* button* menuitem buscar busca buscador boton* ordenar botao filtrar recherch* bouton* trier suchfunktion taste pulsant* bottone ordina zoek* knop* szuka* wyszuk* przycisk* arakutusu buton* dugme* sirala* поиск* кнопк* сортир* пошук* сортув* بحث زر ترتيب खोज बटन cari pencarian tombol
	搜索 按钮 筛选 排序 検索 ボタン 並べ 검색 버튼 정렬`,
	// Advertising.
	`advert* ads marketing promo* newsletter* spam mailing publicid* anunci* boletin* correobasura propagand* publicit* werbung* werbe* pubblicit* reclame* nieuwsbrief* aanbieding* reklam* spamu kampanya* bulten* реклам* рассылк* спам* акци* розсилк* اعلان اعلانات دعايه ترويج विज्ञापन प्रचार iklan
	广告 推销 营销 垃圾短信 促销 広告 宣伝 メルマガ 迷惑メール 광고 홍보 스팸 마케팅`,
	`email* inbox correo* courriel* posteingang berichten mail* skrzynk* eposta* posta* письм* почт* емейл* пошт* лист листи بريد ايميل رساله رسائل ईमेल मेल संदेश surel pesanmasuk
	邮件 邮箱 短信 メール 메일 문자 이메일`,
	`stop* enough paren dejen basta parem pare arret* cessez aufhor* schluss smett* finit* ophoud* genoeg przestan* dosc durdur* yeter перестан* прекрат* хватит припин* досить توقف كفى بس बंदकरो रोक बस hentikan cukup
	停止 别再 不要再 够了 やめて 止めて もういい 그만 멈춰 중단`,
	// In which tongue.
	`language* english spanish german french arabic chinese russian ukrainian polish turkish italian japanese translat* speak idioma* ingles* espanol aleman frances* arabe italiano habla hablan lingua* portugues* fala falam langue* anglais* francais* allemand espagnol parle parlez sprache* englisch* deutsch* spanisch* franzosisch* sprechen ubersetz* tedesc* parla parlate tradu* taal talen engels* duits* frans* spreek* vertaal* jezyk* angielsk* niemieck* polsk* mowi* tlumacz* dil dilde ingilizce* almanca* turkce* ceviri* konus* язык* английск* русск* немецк* говорит* перевед* мов* англійськ* українськ* німецьк* розмовля* переклад* لغه عربي عربيه انجليزي تتكلم ترجم भाषा हिंदी हिन्दी अंग्रेजी अंग्रेज़ी अनुवाद bahasa inggris terjemah
	语言 英文 英语 中文 翻译 言語 英語 日本語 翻訳 언어 영어 한국어 번역`,
	// For those who program.
	`api apis sdk webhook* developer* endpoint* json oauth token* documentation plugin* desarrollador* documentac* desenvolvedor* integr* developpeur* schnittstelle* entwickler* sviluppat* koppeling* ontwikkelaar* programist* wtyczk* gelistirici* entegrasyon* интеграц* разработчик* документац* інтеграц* розробник* تكامل مطور ربط डेवलपर एकीकरण pengembang
	接口 开发 对接 集成 开发者 連携 開発者 連動 연동 개발자 인터페이스`,
	`secur* vulnerab* exploit* breach* bugbounty disclosure injection seguridad brecha* seguranc* faille* sicherheit* lucke schwachstelle* sicurezz* beveilig* kwetsbaar* bezpieczen* podatnosc* luk* guvenlik* guvenlikacig* безопасн* уязвим* утечк* безпек* вразлив* витік امان ثغره اختراق सुरक्षा keamanan celah
	漏洞 安全 泄露 セキュリティ 脆弱 漏洩 보안 취약 유출`,
	`fake* pretend* impersonat* suspicious strange genuine falso falsa falsos sospechos* suplant* suspeit* suspect* usurp* gefalscht* nachgemacht* sospett* nep namaak* verdacht* podejrzan* falszyw* podrobk* sahte* suphel* поддел* подозрит* фальшив* підроб* підозріл* مزيف مزور مشبوه नकली फर्जी palsu mencurigakan
	假冒 可疑 冒充 伪造 偽 怪しい なりすまし 偽物 가짜 수상 사칭`,
	// Access to what one is known by.
	`overview record* stored information* informac* copia resumen registros dossier* copie* renseign* auskunft* gespeichert* einsicht* informazion* inzage* overzicht* opgeslagen kopi* wglad* przechow* kopya* bilgi* kayitli информац* копи* сведен* хран* інформац* копі* зберіга* نسخه معلومات سجل जानकारी कॉपी प्रति informasi salinan catatan
	副本 资料 信息 记录 写し 情報 記録 開示 사본 정보 기록 열람`,
	`document* paper papers forms proof attach* papeles certificad* justificant* comprovante* certidao papier* justificatif* formulaire* dokument* unterlag* bescheinig* formular* nachweis* modulo certificat* formulier* bewijs* attest* zaswiadcz* belge* evrak* sertifika* документ* справк* бумаг* бланк* анкет* довідк* папер* وثيقه وثائق مستند اوراق شهاده दस्तावेज़ दस्तावेज कागज़ कागज प्रमाण dokumen berkas surat formulir
	文件 材料 证明 表格 证件 書類 証明 用紙 資料 서류 문서 증명 양식`,
	`contest* appeal* objection* dispute* unfair disagree* recurr* recurso* impugn* injust* apel* recorr* recours* opposition* einspruch* widerspruch* anfecht* ungerecht* ricors* ingiust* bezwaar* beroep* betwist* onterecht* odwol* sprzeciw* niesluszn* itiraz* haksiz* обжалов* оспор* несправед* оскарж* апеляц* اعتراض اعترض طعن ظلم आपत्ति अपील अन्याय banding keberatan tidakadil
	申诉 异议 上诉 不公平 異議 不服 不当 이의 항의 부당`,
	`donat* charit* contribut* sponsor* helpout volunt* donac* donar caridad doar doac* benevol* don dons donner association ehrenamt* spende* freiwillig* volontari* donare donazion* benefic* vrijwillig* doneren doneer wolontari* darowizn* wesprz* wspier* przekaz* gonullu* bagis* yardimet волонт* пожертв* благотвор* помоч* благодійн* تبرع تطوع متطوع दान स्वयंसेवक चंदा donasi relawan sumbang sukarela
	捐款 捐赠 志愿者 义工 寄付 ボランティア 支援 기부 자원봉사 후원`,
	`license* licence* seats users team teams employees rollout licencia* usuarios equipo empleados licenca* equipe* utilisateurs lizenz* nutzer anwender licenz* utenti dipendenti licentie* gebruikers licencj* uzytkownik* zespol* lisans* kullanici* ekip* лицензи* пользовател* команд* ліцензі* користувач* رخصه ترخيص مستخدمين موظفا लाइसेंस उपयोगकर्ता lisensi pengguna tim
	许可 授权 用户 员工数 ライセンス 利用者 社員 導入 라이선스 사용자 도입 직원수`,
	`salesteam salesperson representative* vertreter vertriebsmitarb* comercial comerciaux commercial* vertriebsteam verkoopteam handlow* satisekibi менеджер* مبيعات विक्रय
	销售代表 营业 営業 商談 영업`,
	// To go and look.
	`view* visit* tour tours showing besichtig* besuch* anschauen ansehen vedere bezichtig* bezoek* kijken ogladn* obejrz* zobacz* odwiedz* gez gezmek gormek ziyaret* посмотр* осмотр* просмотр* показ* подивит* оглянут* огляд* مشاهده معاينه زياره اشوف देखना देखने lihat melihat kunjung
	看房 参观 看看 实地 见 見学 内見 見たい 拝見 訪問 보고싶 방문 구경 둘러`,
	`paint* build* garden* garage* obra* pintar jardin* constru* reform* pintura* jardim renov* peintur* peindre travaux sanier* maler* streich* bau bauen garten* ristruttur* pittura imbianch* giardin* verbouw* schilder* tuin* bouw* remont* malowan* ogrod* budow* tadilat* boya* bahce* insaat* покрас* строит* стройк* сад сада фарбув* будів* ترميم دهان حديقه بناء रंगाई निर्माण बगीचा taman bangun proyek
	装修 粉刷 施工 花园 建筑 リフォーム 塗装 工事 庭 建築 인테리어 도배 공사 정원 건축`,
	`tax vat impuesto* iva imposto* cnpj nif taxe* tva impot* steuer* mwst umsatzsteuer* tassa partitaiva belasting* btw podat* nip vergi* kdv налог* ндс инн подат* пдв ضريبه जीएसटी gst pajak ppn npwp
	税 税号 増値 税金 消費税 세금 부가세 세액`,
	`help* support assist* ayud* auxili* ajuda* aide* hilfe* helfen aiut* hulp* pomoc* pomoz* pomog* yardim* помощ* помог* допомог* допомож* مساعده ساعد मदद सहायता bantu bantuan
	帮助 帮忙 助け 手伝 サポート 도움 도와`,
	`open* close* hours abiert* abre abren cerrad* horarios aberto* abrem fecha* ouvert* ouvre* ferme* geoffnet offnungszeit* offen* schliess* apert* chius* orari sluit* otwart* otwier* zamykac* godzin* acik* kapali* acil* saatler открыт* закры* работаете часы відчинен* зачинен* години مفتوح مغلق تفتح دوام खुला खुलता खुले buka tutup jam
	营业 开门 关门 几点 営業時間 何時 開い 閉ま 영업시간 몇시 열어 닫`,
];
