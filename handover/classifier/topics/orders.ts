export const TOPICS_OF_ORDERS: readonly string[] = [
	// To end.
	`cancel* terminat* unsubscrib* quit quitting discontinu* opt cancel* rescind* anular anula* baja encerr* desist* resili* annul* desabonn* kundig* kuendig* gekundigt stornier* abbestell* annull* disdi* disdet* recess* opzeg* opgezegd annuler* beeindig* wypowied* anulowa* anuluj* zrezygn* rezygn* rozwiaz* iptal* feshet* отмен* отказ* расторг* расторж* відмін* скасу* скасов* розірв* الغاء الغي* ايقاف فسخ रद्द radd band batal* berhenti membatalkan
	取消 退订 退訂 解约 解約 终止 注销 キャンセル 退会 解除 취소 해지 탈퇴`,
	// What one has subscribed to.
	`subscription* subscrib* membership* contract* plan plans suscri* subscripcion* membresi* contrato* abono assinatur* plano mensalidade abonnement* adhesion contrat* forfait abo abos vertrag* mitgliedschaft* abbonament* contratt* lidmaatschap* abonament* subskryp* umow* czlonkostw* abonelik* uyelik* sozlesme* подписк* договор* абонемент* контракт* підписк* договір* اشتراك* عقد عضويه सदस्यता सब्सक्रिप्शन अनुबंध langganan keanggotaan kontrak
	订阅 訂閱 会员 會員 合同 合约 套餐 サブスク 定期購入 契約 会員 구독 계약 멤버십 회원`,
	// What was paid, given back.
	`refund* reimburs* chargeback* reembols* reintegr* devolucion* estorn* ressarc* rembours* ruckerstatt* erstatt* ruckzahl* ruckvergut* rimbors* terugbetal* restitutie* zwrot* geri-odeme возмещ* компенс* відшкод* استرداد استرجاع रिफंड refund* pengembalian
	退款 退钱 退錢 返金 払い戻し 환불`,
	`money cash funds dinero plata efectivo dinheiro grana argent fric sous geld kohle soldi denaro geld centen pieniadz* pieniedz* kasy kasa paray* parami paran* деньги денег деньгам деньгами гроші грошей نقود فلوس اموال मनी पैसा पैसे पैसों paisa paise uang duit
	钱 錢 お金 代金 돈`,
	// To pay.
	`pay pays paid paying payment* charge charged charges charging billed debited pago* pagar pague cobr* cargo pagamento* pagar* paguei cobranc* payer paie paye paiement* debit* preleve* bezahl* zahl* gezahlt abgebucht abbuch* pagat* pagare addebit* betal* betaling* afgeschreven plac* zaplac* platnos* obciaz* odedim odeyece* odemek oduyor* odeme* tahsil* cekil* плат* оплат* списа* спис* сплат* دفع* مدفوع* خصم भुगतान पेमेंट bayar* membayar pembayaran
	付款 支付 扣款 付钱 付了 支払 決済 결제 지불 납부`,
	`invoice* bill receipt* factura* recibo* fatura* nota-fiscal facture* recu rechnung* quittung* beleg* fattur* ricevut* scontrin* factuur* facturen bon faktur* rachun* paragon* fis faturam* счет* счёт* чек квитанц* рахун* فاتوره فواتير ايصال बिल चालान invoice faktur tagihan kuitansi struk
	发票 發票 账单 帳單 収据 請求書 領収書 청구서 영수증 계산서`,
	// What it costs.
	`price* pricing cost* quote* quotation* estimate rate rates precio* cuesta* costo coste cotiz* presupuest* preco* custa* custo orcament* prix cout* devis tarif* preis* kost* angebot* kostenvoranschlag* prezz* costa* preventiv* prijs* offerte* cen* kosztuj* wycen* oferte fiyat* ucret* teklif* цен* стоим* стоит расценк* цін* кошту* вартіст* سعر اسعار تكلف* عرض कीमत दाम खर्च kimat harga biaya penawaran
	价格 價格 报价 報價 多少钱 费用 価格 値段 見積 料金 가격 얼마 견적 비용`,
	// Many at once.
	`bulk wholesale reseller* resell* distributor* units pieces quantit* mayor* mayorist* unidades atacad* revend* grossist* revendeur* quantite* unites grossmeng* grosshandel* grosshandler* stuckzahl* stuck wiederverkauf* menge mengen ingrosso rivendit* quantita pezzi groothandel* hoeveelhe* stuks wederverkop* hurt* ilosc* sztuk* toptan* adet опт* штук* партия партию парті* جمله بالجمله قطعه थोक grosir borong* satuan eceran
	批发 批發 大量 批量 大口 卸 대량 도매`,
	`company companies business* firm enterprise corporate office* organisation* organization* empresa* negocio* oficina* escuela* compania escritorio* escola* entreprise* societe* bureau* ecole* firma* unternehm* betrieb* buro* buero* schule* aziend* impres* uffici* scuol* bedrijf* bedrijv* kantoor* kantoren firm* przedsiebior* szkol* sirket* isletme* ofis* okul* компани* фирм* предприят* офис* школ* компані* фірм* підприєм* офіс* شركه شركات مكتب مدرسه कंपनी ऑफिस स्कूल perusahaan kantor sekolah bisnis
	公司 企业 企業 学校 会社 法人 회사 기업 업체 학교`,
	`discount* coupon* voucher* rebate* descuent* cupon* rebaj* descont* cupom remise* reduction* rabais rabatt* gutschein* nachlass* vergunstig* scont* korting* rabat* znizk* indirim* kupon* скидк* купон* знижк* تخفيض* कूपन छूट डिस्काउंट diskon potongan
	折扣 优惠 優惠 打折 割引 クーポン 할인 쿠폰`,
	`order* purchas* buy buying bought pedido* compra* comprar* compre pedir encomend* comprei commande* achet* achat* bestell* kauf* gekauft ordin* acquist* comprat* bestel* koop kopen gekocht zamow* zamaw* kup* zakup* siparis* satin almak заказ* покуп* купи* замов* купу* طلب* شراء اشتري ऑर्डर खरीद* pesan* memesan beli membeli order*
	订单 訂單 订购 购买 買 下单 注文 購入 買い 주문 구매 구입`,
	// To give back.
	`return* back exchange* devol* devuel* regres* cambiar troca* trocar* retour* renvoy* rendre echang* zuruck* retoure* umtausch* tausch* restitu* indietro reso cambio terug* retour* ruilen oddac* oddaj* wymian* wymien* iade* geri degisim верн* возврат* обмен* поверн* обмін* ارجاع ارجع* اعاده استبدال رجع* वापस वापिस लौटा* wapas vapas kembali* mengembalikan tukar
	退货 退貨 退回 退给 退还 换货 返品 返し 交換 반품 교환 돌려`,
	// What brings things.
	`deliver* ship* shipment* parcel* package* courier* driver* envio* entrega* paquete* repartidor* mensajer* conductor* chofer entregador* encomenda motorista* livr* colis expedi* livreur* chauffeur* liefer* paket* versand* zustell* fahrer* bote boten consegn* spedizion* pacco corriere autist* lever* bezorg* pakket* verzend* chauffeur dostaw* paczk* przesylk* kurier* kierowc* kargo* teslimat* kurye* sofor* surucu* достав* посылк* курьер* водител* посилк* кур'єр* водій* водія توصيل* شحن* طرد سائق* डिलीवरी पार्सल ड्राइवर paket kirim* pengiriman kurir sopir driver
	快递 快遞 配送 包裹 发货 司机 配達 荷物 運転手 ドライバー 배송 택배 기사`,
	// Not there in time.
	`late delay* overdue missing lost wait* tarde retras* demora* perdid* atras* perdeu retard* perdu attend* verspat* spat verlor* warte* ritard* perso persa persi perse aspett* laat vertrag* kwijt wacht* opozn* spozn* zagin* czeka* gec gecik* gecik* kayip bekliyor* опозд* задерж* потер* жду опізн* затрим* загуб* чекаю تاخر* متاخر* ضاع* انتظ* देरी लेट गायब terlambat telat hilang menunggu
	迟到 延误 丢了 没收到 遅れ 遅い 届かな 늦 지연 분실`,
	`broken damag* defect* faulty cracked smashed roto rota dana* defectuos* quebrad* danific* defeitu* casse* abime* defectueu* kaputt* beschadig* defekt* zerbroch* rotto rotta danneggi* difett* rott* kapot* beschadigd stuk uszkodz* zepsut* wadliw* kirik* bozuk* hasarl* слома* поврежд* брак* дефект* злама* пошкодж* مكسور* تالف معيب टूटा टूटी खराब rusak pecah cacat
	坏了 损坏 破损 破了 壊れ 破損 不良品 파손 고장 불량 깨`,
	// That something was bad.
	`complain* rude impolite unacceptable terrible awful horrible worst disgusting unprofessional disrespect* reckless* quej* reclam* groser* inaceptable pesim* horribl* maleducad* reclamac* pessim* grosseir* inaceitav* plain* plainte* malpoli* inadmissible scandal* horrible* impoli* beschwer* reklam* unverschamt* unfreundlich* inakzeptabel* unmoglich furchtbar* frech* lament* reclam* scortes* inaccettab* pessim* maleducat* klacht* klag* onbeschoft* onacceptabel* schandalig* skarg* niegrzeczn* niedopuszczaln* okropn* chamsk* sikayet* kaba kabaydi berbat rezalet* saygisiz* жалоб* жалов* груб* ужас* хам* отвратит* безобраз* скарг* скаржит* жахлив* شكوي اشتك* وقح سيء فظيع* शिकायत बदतमीज* घटिया खराब komplain keluhan kasar buruk parah
	投诉 投訴 差劲 态度 粗鲁 苦情 クレーム 失礼 ひどい 최악 불만 무례 불친절`,
	// The law.
	`lawyer* attorney* court* sue suing sued lawsuit* legal litigat* solicitor* prosecut* abogad* juicio* demanda demandar* demandare denunci* tribunal* advogad* processar process* justica procon avocat* proces poursuiv* poursuite* justice juridi* anwalt* anwaelt* rechtsanwalt* klage* klagen verklag* gericht* rechtlich* anzeig* verbraucherschutz* juristisch* avvocat* denunci* querela* legale legali advocaat* rechtbank* rechtszaak* aanklag* juridisch* prawni* adwokat* sad sadu sadow* pozew pozwe pozwac avukat* dava mahkeme* yasal* адвокат* юрист* суд суда суде судом судить* засуж* юридич* позов* позив* محامي* محكم* قضي* قانون* مقاضا* वकील अदालत कोर्ट मुकदमा कानूनी pengacara hukum pengadilan tuntut* gugat*
	律师 律師 法院 起诉 起訴 法律 告你 弁護士 裁判 訴え 法的 변호사 고소 소송 법원 법적`,
	// What a criminal does.
	`fraud* scam* stolen steal* theft hacked hacker* phishing unauthori* estafa* fraude* robad* robaron robo hackea* golpe* roubad* rouba* arnaque* vole volee pirat* escroqu* betrug* betrog* gestohl* gehackt* geklaut truff* frod* rubat* hackerat* oplicht* fraud* gestolen gehackt oszust* oszuk* kradzie* ukradzi* wlam* dolandir* calin* hack* мошен* укра* взлом* обман* шахра* вкра* злам* احتيال نصب سرق* مسروق* اختراق धोखाधड़ी धोखा ठगी चोरी हैक penipu* tertipu dicuri hack diretas
	诈骗 詐騙 骗 被盗 盗刷 盗用 詐欺 盗ま 不正 乗っ取 사기 도난 해킹 도용`,
	// Life and limb.
	`emergenc* urgent* ambulance* accident* collaps* unconscious bleed* 911 112 emergenci* urgen* ambulanc* accident* desmay* sangr* acidente* desmai* urgence* accident* evanoui* saign* notfall* notarzt* dringend* unfall* bewusstlos* blutet emergenz* urgen* incident* svenut* sanguin* noodgeval* spoed* ongeluk bewusteloos bloedt nagl* wypad* nieprzytomn* krwaw* pogotow* acil acilen ambulans* kaza* bayil* kaniyor* срочн* экстренн* скор* авари* сознан* кровот* термінов* аварі* невідкладн* швидк* طوارئ عاجل* اسعاف حادث* ينزف آपातकाल इमरजेंसी एम्बुलेंस दुर्घटना बेहोश darurat gawat ambulans kecelakaan pingsan
	紧急 緊急 急救 救护车 事故 晕倒 救急 出血 倒れ 응급 긴급 구급차 쓰러`,
	`pain* ill sick doctor* medical* medicine* symptom* hospital* fever chest nurse dolor* duele medic* sintoma* hospital* fiebre enferm* dor doente febre doi doul* mal-a malade* medecin* symptome* hopital* fievre schmerz* krank* arzt* arzti* medizin* symptom* fieber dolor* malat* dottor* sintom* osped* febbre pijn* ziek* dokter* arts symptoom* koorts bol boli chory chora lekarz* objaw* szpital* goraczk* agri* hasta* doktor* belirti* ates bolit болит боль* врач* болен больн* симптом* температур* болить біль* лікар* хвор* الم* مريض* طبيب* دكتور اعراض مستشفي دरد दर्द बीमार डॉक्टर अस्पताल बुखार sakit nyeri dokter gejala demam rumah-sakit
	疼 痛 医生 醫生 症状 医院 发烧 病 痛い 医者 病院 熱 아프 통증 의사 병원 증상`,
	// A time that is agreed on.
	`appointment* book booking* booked reservation* reserve* reschedul* slot visit cita citas reserva* turno agendar* agenda* consulta reserva* marcar rendez* rdv reservation* reserver termin* reservier* buchung* buchen gebucht appuntament* prenota* afspraak afspraken reserver* boeking* boeken wizyt* rezerwac* rezerwow* termin randevu* rezervasyon* запис* брон* прием бронюв* запис* موعد مواعيد حجز* अपॉइंटमेंट बुकिंग बुक janji reservasi booking pesanan-tempat jadwal*
	预约 預約 预订 预定 予約 예약`,
	`callback phone telephone call calls called calling ring llam* telefon* ligar liga ligue ligacao telefon* appel* rappel* ruckruf* anruf* zuruckruf* ruf rufen telefonisch chiam* richiam* telefon* bel bellen terugbel* gebeld zadzwo* dzwon* oddzwon* tel aray* arar* ara позвон* перезвон* звон* подзвон* зателефон* дзвін* اتصل* اتصال مكالمه कॉल फोन telepon* telpon* hubungi
	打电话 电话 回电 電話 折り返し 전화 통화`,
	`account* login log-in password* signin username cuenta* contrasena* acceso conta contas senha* compte* mot-de-passe connexion identifiant* konto kontos passwort* anmeld* einlogg* zugang* account* passwor* accesso accedere wachtwoord* inlog* konta konto haslo hasla logow* zalogow* hesap* hesab* sifre* giris* аккаунт* акаунт* пароль* пароля учетн* кабинет* вход обліков* вхід* حساب* كلمه-المرور سر अकाउंट खाता पासवर्ड लॉगिन akun kata-sandi sandi password masuk
	账号 帳號 账户 密码 密碼 登录 登入 アカウント パスワード ログイン 계정 아이디 비밀번호 로그인`,
	// To be forgotten.
	`delet* erase* remov* gdpr privacy data elimin* borr* datos privacidad exclu* apag* dados lgpd supprim* effac* donnees rgpd losch* loesch* daten dsgvo datenschutz* cancellazione elimin* dati verwijder* gegevens avg wissen usun* skasow* dane danych rodo sil* veri* kvkk удал* данн* видал* дан* حذف* مسح بيانات خصوصيه डिलीट हटा* डेटा hapus* data privasi
	删除 刪除 数据 隐私 削除 消去 データ 個人情報 삭제 개인정보`,
	// Strong feelings.
	`angry furious upset mad outrag* frustrat* fed livid annoyed annoying enojad* furios* molest* enfad* hart* indignad* irritad* bravo raiva chatead* furieu* colere enerve* agace* wutend* sauer verarger* zornig* stinksauer emport* genervt* arrabbiat* furios* incazzat* stuf* boos woedend kwaad wsciek* zly zla wkurz* zdenerwow* kizgin* sinirl* ofkel* злой зла злюсь бесит возмущ* разозл* злий обурен* غاضب* زعلان* منزعج* गुस्सा नाराज marah kesal jengkel emosi
	生气 生氣 愤怒 气死 怒 腹が立 イライラ 화나 화가 짜증 분노`,
	`idiot* stupid moron* dumb fuck* shit* asshole* bastard* idiota* estupid* imbecil* mierda pendej* burro* merda porra imbecile* connard* merde debil* abruti* idioten* dumm* scheiss* arschloch* trottel* stronz* cretin* merda idioot sukkel klootzak* debil* kretyn* glup* aptal* salak* gerizekal* идиот* дурак* тупой тупые дебил* ідіот* дурн* غبي* احمق* حمار बेवकूफ गधा bodoh goblok tolol bego
	傻 白痴 笨蛋 混蛋 バカ 馬鹿 クソ 바보 멍청 병신`,
	// Work.
	`job* vacanc* hiring career* cv resume intern internship recruit* applicat* empleo vacant* curricul* practicas vaga* emprego estagio emploi* candidat* stage recrut* stelle stellen bewerb* job* praktikum lebenslauf lavoro candidatur* assun* tirocin* vacature* baan sollicit* stage praca prace ofert* rekrutac* staz is-ilani ozgecmis staj kariyer* ваканс* работу резюме стажиров* ваканс* роботу стажув* وظيف* توظيف سيره नौकरी वैकेंसी इंटर्नशिप lowongan kerja lamaran magang
	招聘 职位 应聘 简历 实习 求人 採用 応募 채용 지원 이력서 인턴`,
	`press journalist* reporter* newspaper magazine interview* media article prensa periodist* entrevist* revista diario imprensa jornalist* presse journalist* entretien interview* magazin* zeitung* redaktion* stampa giornal* intervist* pers journalist* krant* prasa dziennikar* wywiad* gazet* basin gazeteci* roportaj* пресс* журналист* интервью сми газет* журналіст* інтервʼю صحف* صحاف* مقابل* पत्रकार इंटरव्यू प्रेस wartawan pers jurnalis wawancara
	记者 采访 媒体 記者 取材 기자 취재 인터뷰 언론`,
	`partner* collaborat* cooperat* affiliate* sponsor* influencer* socio colabor* afiliad* patrocin* parceir* parceria* colabora* partenari* collabor* parrain* kooper* zusammenarbeit* partnerschaft* sponsoring collabora* samenwerk* wspolprac* partnerstw* is-birlig* isbirlig* ortak* сотруднич* партн* співпрац* شراكه تعاون साझेदारी पार्टनर kerjasama kemitraan mitra
	合作 代理 加盟 提携 協業 제휴 협력 협업`,
	`insur* claim claims seguro* siniestr* sinistr* assuranc* indemnis* versicher* schadensfall* schadenfall* assicura* verzeker* schadeclaim* ubezpiecz* szkod* sigorta* страхов* страхув* تامين बीमा insurance asuransi klaim
	保险 理赔 保険 보험`,
	`repair* fix fixed warrant* guarantee* technician* repar* garantia* garanzia tecnico* consert* garanti* technicien* depann* reparier* reparatur* garantie* gewahrleist* techniker* ripar* garanzi* repareren reparatie* monteur napraw* gwaranc* serwisant* tamir* garanti* servis ремонт* почин* гаранти* мастер* ремонт* полагод* гарант* اصلاح صيانه ضمان रिपेयर मरम्मत वारंटी perbaik* servis garansi
	维修 修理 保修 保証 수리 보증`,
	`move moving relocat* address* mudanza* mudar* direccion domicilio endereco demenag* adresse* umzug* umzieh* umgezogen anschrift* trasloc* indirizzo verhui* adres* przeprowad* adresu tasin* adres* переезд* адрес* переїзд* адрес* عنوان* انتقال पता शिफ्ट alamat pindah
	搬家 地址 引越 住所 이사 주소`,
	`demo trial presentation consult* prueba demostrac* teste demonstrac* essai demonstration vorfuhr* probe probezeit testversion prova dimostra* proef* prezentac* probn* deneme* демо* пробн* проб* تجرب* عرض-تجريبي डेमो ट्रायल uji-coba percobaan
	演示 试用 試用 デモ 体験 데모 체험`,
	`dying died dead death funeral passed deceased murio fallec* muerte funeral morreu falec* morte decede* mort obseques gestorb* verstorb* todesfall* beerdig* mort* decedut* funeral* overled* overlijd* dood begrafenis* zmarl* smierc* pogrzeb* vefat* olum* cenaze* умер* смерт* похорон* помер* похорон* توفي* وفاه جنازه मृत्यु निधन meninggal kematian pemakaman
	去世 死亡 葬礼 亡くな 死 葬儀 사망 돌아가 장례`,
	`suicid* kill selfharm suicidar* matarme me-matar suicide* tuer selbstmord* umbringen suizid* ammazzar* zelfmoord* samoboj* zabic intihar* самоубий* покончить самогуб* انتحار आत्महत्या bunuhdiri
	自杀 自殺 想死 死にたい 자살 죽고`,
];
