/** What is done on a screen. As in {@link topics}, a row per topic. */
export const ONLINE: readonly string[] = [
	// What a criminal does.
	`fraud* scam* stolen steal* theft hacked hacker* phishing unauthori* estafa* fraude* robad* robaron robo hackea* golpe* roubad* rouba* arnaque* vole volee pirat* escroqu* betrug* betrog* gestohl* gehackt* geklaut truff* frod* rubat* hackerat* oplicht* fraud* gestolen gehackt oszust* oszuk* kradzie* ukradzi* wlam* dolandir* calin* hack* мошен* укра* взлом* обман* шахра* вкра* злам* احتيال نصب سرق* مسروق* اختراق धोखाधड़ी धोखा ठगी चोरी हैक penipu* tertipu dicuri hack diretas swindl* impostor identitytheft falsif* timo timaron suplantacion clonad* clonaram estelionat* usurpation identitatsdiebstahl clonat* opgelicht wyludz* sahtekar* развод обдурил* نصاب ठग
	诈骗 詐騙 骗 被盗 盗刷 盗用 詐欺 盗ま 不正 乗っ取 사기 도난 해킹 도용`,
	`account* login log-in password* signin username cuenta* contrasena* acceso conta contas senha* compte* mot-de-passe connexion identifiant* konto kontos passwort* anmeld* einlogg* zugang* account* passwor* accesso accedere wachtwoord* inlog* konta konto haslo hasla logow* zalogow* hesap* hesab* sifre* giris* аккаунт* акаунт* пароль* пароля учетн* кабинет* вход обліков* вхід* حساب* كلمه-المرور سر अकाउंट खाता पासवर्ड लॉगिन akun kata-sandi sandi password masuk
	账号 帳號 账户 密码 密碼 登录 登入 アカウント パスワード ログイン 계정 아이디 비밀번호 로그인`,
	// What one looks at on a screen.
	`website* site page pages web app apps application* software program* platform* dashboard* sitio aplicacion* plataforma* aplicativo* logiciel* webseite* seite seiten anwendung* sito applicazion* piattaforma* pagina* toepassing* strona strony stronie aplikacj* oprogramow* internetow* uygulama* sayfa* yazilim* сайт* страниц* приложен* платформ* сторінк* застосун* додат* програм* موقع صفحه تطبيق برنامج منصه वेबसाइट साइट ऐप पेज situs aplikasi halaman laman webpage portal onlineshop portail plateforme onlinepostal webshop portale gestionale omgeving портал* система موقعكم النظام पोर्टल सिस्टम
	网站 網站 网页 应用 软件 平台 アプリ サイト ページ ソフト 사이트 홈페이지 어플 앱이 앱을 프로그램`,
	`wifi wlan network* connection router* server* broadband signal conexion* servidor* rede conexao sinal reseau* connexion* serveur* netz netzwerk* verbindung* leitung rete conness* segnale netwerk* verbinding* polaczeni* siec sieci zasieg* serwer* baglant* internet* sunucu* modem* сеть сети интернет* соединен* сервер* связь мереж* інтернет* з'єднан* зв'язок انترنت شبكه اتصالات راوتر خادم نت इंटरनेट नेटवर्क सर्वर वाईफाई jaringan koneksi sinyal
	网络 網路 宽带 服务器 断网 信号 ネット 回線 接続 通信 サーバ 인터넷 와이파이 서버 네트워크 연결`,
	// What does not run any more.
	`down outage* offline unreachable unavailable crash* downtime timeout* disrupt* incident* freez* frozen hang hangs caido caida colgad* bloquead* averia* avería fallo falla fallas foradoar travad* travou trava queda indispon* panne* plante* inaccessible bug bugs storung* ausfall* ausgefall* absturz* abgesturzt hangt erreichbar guasto guasti irraggiungibil* bloccat* disserviz* storing* onbereikbaar gecrasht vastgelopen uitval* awari* padl* padnie* zawiesz* zawiesil* niedostepn* coktu cokme* ariza* kesinti* donuyor ulasilamiyor упал* сбой сбоя сбои завис* недоступ* лежит авари* збій збої впав аварі* عطل تعطل متوقف معطل توقف معلق بطيء बंद ठप क्रैश खराब rusak mati gangguan macet error outofservice notresponding broke glitch* buggy unresponsive horsservice enpanne nofunciona fueradeservicio naofunciona funktioniertnicht gehtnicht nonfunziona nonva werktniet doethetniet niedziala calismiyor неработает непрацює لايعمل tidakberfungsi tidakbisa mogok
	瘫痪 崩溃 宕机 故障 死机 卡住 断了 障害 落ちて ダウン 停止 固まっ フリーズ 장애 다운 먹통 멈췄 고장 튕겨`,
	// What is read instead of an answer.
	`error* failure* failed erro erros erreur* fehler* fout fouten foutmelding* blad bledu bledy hata* ошибк* помилк* خطا اخطاء त्रुटि एरर kesalahan gagal
	报错 错误 失败 エラー 失敗 오류 에러 실패`,
	// For those who program.
	`api apis sdk webhook* developer* endpoint* json oauth token* documentation plugin* desarrollador* documentac* desenvolvedor* integr* developpeur* schnittstelle* entwickler* sviluppat* koppeling* ontwikkelaar* programist* wtyczk* gelistirici* entegrasyon* интеграц* разработчик* документац* інтеграц* розробник* تكامل مطور ربط डेवलपर एकीकरण pengembang
	接口 开发 对接 集成 开发者 連携 開発者 連動 연동 개발자 인터페이스`,
	`secur* vulnerab* exploit* breach* bugbounty disclosure injection seguridad brecha* seguranc* faille* sicherheit* lucke schwachstelle* sicurezz* beveilig* kwetsbaar* bezpieczen* podatnosc* luk* guvenlik* guvenlikacig* безопасн* уязвим* утечк* безпек* вразлив* витік امان ثغره اختراق सुरक्षा keamanan celah
	漏洞 安全 泄露 セキュリティ 脆弱 漏洩 보안 취약 유출`,
	`fake* pretend* impersonat* suspicious strange genuine falso falsa falsos sospechos* suplant* suspeit* suspect* usurp* gefalscht* nachgemacht* sospett* nep namaak* verdacht* podejrzan* falszyw* podrobk* sahte* suphel* поддел* подозрит* фальшив* підроб* підозріл* مزيف مزور مشبوه नकली फर्जी palsu mencurigakan
	假冒 可疑 冒充 伪造 偽 怪しい なりすまし 偽物 가짜 수상 사칭`,
	`email* inbox correo* courriel* posteingang berichten mail* skrzynk* eposta* posta* письм* почт* емейл* пошт* лист листи بريد ايميل رساله رسائل ईमेल मेल संदेश surel pesanmasuk
	邮件 邮箱 短信 メール 메일 문자 이메일`,
	`search* filter* sort* button* menuitem buscar busca buscador boton* ordenar botao filtrar recherch* bouton* trier suchfunktion taste pulsant* bottone ordina zoek* knop* szuka* wyszuk* przycisk* arakutusu buton* dugme* sirala* поиск* кнопк* сортир* пошук* сортув* بحث زر ترتيب खोज बटन cari pencarian tombol
	搜索 按钮 筛选 排序 検索 ボタン 並べ 검색 버튼 정렬`,
	`laptop* computer* screen* battery charger* headphone* printer* tablet* smartphone* camera* pantalla* cargador* ordenador* impresora* auricular* celular computador* notebook carregador* impressora* ecran* batterie* ordinateur* chargeur* imprimante* bildschirm* akku* ladegerat* rechner drucker* kopfhorer* handy batteria caricator* stampante* cuffie scherm* oplader* accu* koptelefoon* ekran* bateri* ladowark* sluchawk* drukark* komputer* telefonu pil pili sarj* bilgisayar* kulaklik* yazici* экран* батаре* заряд* ноутбук* компьютер* наушник* принтер* екран* комп'ютер* навушник* شاشه بطاريه شاحن حاسوب سماعه طابعه स्क्रीन बैटरी चार्जर लैपटॉप layar baterai cas pengisi
	屏幕 电池 充电 电脑 手机 耳机 打印机 画面 バッテリー 充電 パソコン スマホ イヤホン 화면 배터리 충전 컴퓨터 노트북 휴대폰 이어폰`,
];
