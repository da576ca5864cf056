/** What companies do with each other. As in {@link topics}, a row per topic. */
export const BUSINESS: readonly string[] = [
	`company companies business* firm enterprise corporate office* organisation* organization* empresa* negocio* oficina* escuela* compania escritorio* escola* entreprise* societe* bureau* ecole* firma* unternehm* betrieb* buro* buero* schule* aziend* impres* uffici* scuol* bedrijf* bedrijv* kantoor* kantoren firm* przedsiebior* szkol* sirket* isletme* ofis* okul* компани* фирм* предприят* офис* школ* компані* фірм* підприєм* офіс* شركه شركات مكتب مدرسه कंपनी ऑफिस स्कूल perusahaan kantor sekolah bisnis
	公司 企业 企業 学校 会社 法人 회사 기업 업체 학교`,
	// Work.
	`job* vacanc* hiring career* cv resume intern internship recruit* applicat* empleo vacant* curricul* practicas vaga* emprego estagio emploi* candidat* stage recrut* stelle stellen bewerb* job* praktikum lebenslauf lavoro candidatur* assun* tirocin* vacature* baan sollicit* stage praca prace ofert* rekrutac* staz is-ilani ozgecmis staj kariyer* ваканс* работу резюме стажиров* ваканс* роботу стажув* وظيف* توظيف سيره नौकरी वैकेंसी इंटर्नशिप lowongan kerja lamaran magang hire employment applicant contratan contratando embauche postuler anstellung arbeitsplatz candidarmi werkvacature aplikowac zatrudni* isilani basvuru трудоустр* устроиться працевлашт* तनख्वाह melamar
	招聘 职位 应聘 简历 实习 求人 採用 応募 채용 지원 이력서 인턴`,
	`partner* collaborat* cooperat* affiliate* sponsor* influencer* socio colabor* afiliad* patrocin* parceir* parceria* colabora* partenari* collabor* parrain* kooper* zusammenarbeit* partnerschaft* sponsoring collabora* samenwerk* wspolprac* partnerstw* is-birlig* isbirlig* ortak* сотруднич* партн* співпрац* شراكه تعاون साझेदारी पार्टनर kerjasama kemitraan mitra jointventure collab teamup alianza convenio permuta partenaire alleanza wspolnie коллаборац* колаборац* साझेदार kolaborasi
	合作 代理 加盟 提携 協業 제휴 협력 협업`,
	// To sell what others make.
	`resell* dealer* distribut* franchis* wholesal* retailer* represent* revend* distribuid* mayoris* franqui* consultor* revente grossist* haendler* handler* vertrieb* wiederverkauf* rivendit* rivender* concession* wederverkop* dystrybut* hurtown* odsprzed* franczyz* bayi* дилер* дистриб* франшиз* представител* перепрода* представник* موزع وكيل امتياز وكاله डीलर वितरक फ्रेंचाइज़ी agenresmi waralaba
	经销 分销 加盟店 总代 代理商 转售 販売店 代理店 フランチャイズ 卸 대리점 유통 가맹 판매점 총판`,
	// Others who offer the same.
	`rival* elsewhere anotherprovider compet* alternativ* otraempresa concorren* concurren* ailleurs konkurren* mitbewerb* wettbewerb* andereranbieter anbieter* altrove elders aanbieder* konkurenc* gdzieindziej rakip* rakib* baskafirma конкурент* провайдер* منافس منافسين प्रतिस्पर्धी दूसरीकंपनी pesaing kompetitor
	竞争对手 对手 别家 其他公司 競合 他社 ライバル よそ 경쟁사 다른회사 타사`,
	`license* licence* seats users team teams employees rollout licencia* usuarios equipo empleados licenca* equipe* utilisateurs lizenz* nutzer anwender licenz* utenti dipendenti licentie* gebruikers licencj* uzytkownik* zespol* lisans* kullanici* ekip* лицензи* пользовател* команд* ліцензі* користувач* رخصه ترخيص مستخدمين موظفا लाइसेंस उपयोगकर्ता lisensi pengguna tim
	许可 授权 用户 员工数 ライセンス 利用者 社員 導入 라이선스 사용자 도입 직원수`,
	`salesteam salesperson representative* vertreter vertriebsmitarb* comercial comerciaux commercial* vertriebsteam verkoopteam handlow* satisekibi менеджер* مبيعات विक्रय
	销售代表 营业 営業 商談 영업`,
	// Those who are employed here.
	`staff waiter* waitress* receptionist* cashier* salesman salesperson clerk* manager* boss colleague* supervisor* consultant* nurse* empleado* empleada* camarer* vendedor* cajer* dependient* jefe encargad* recepcionist* funcionari* atendente* garcom gerente* balconist* chefe employe* serveur* serveuse* vendeu* caissi* conseiller* gerant* receptionniste mitarbeiter* angestellt* kellner* verkaufer* kassierer* chef chefin berater* kollege* kollegin dipendent* camerier* commess* cassier* impiegat* capo direttore responsabile medewerk* personeel ober verkoper* kassamedewerk* baas leidinggev* pracowni* kelner* sprzedawc* kasjer* ekspedient* szef szefa kierownik* recepcjonist* personel* calisan* garson* kasiyer* satici* mudur* patron* elemani сотрудник* сотрудниц* персонал* официант* продавц* кассир* администратор* начальник* директор* працівник* офіціант* продавец* касир* керівник* موظف موظفه موظفين مدير نادل بائع كاشير कर्मचारी स्टाफ मैनेजर वेटर karyawan pegawai pelayan kasir manajer atasan petugas
	员工 服务员 店员 前台 经理 老板 收银 スタッフ 店員 従業員 店長 受付 上司 직원 점원 사장 매니저 종업원`,
	`press journalist* reporter* newspaper magazine interview* media article prensa periodist* entrevist* revista diario imprensa jornalist* presse journalist* entretien interview* magazin* zeitung* redaktion* stampa giornal* intervist* pers journalist* krant* prasa dziennikar* wywiad* gazet* basin gazeteci* roportaj* пресс* журналист* интервью сми газет* журналіст* інтервʼю صحف* صحاف* مقابل* पत्रकार इंटरव्यू प्रेस wartawan pers jurnalis wawancara
	记者 采访 媒体 記者 取材 기자 취재 인터뷰 언론`,
	// Advertising.
	`advert* ads marketing promo* newsletter* spam mailing publicid* anunci* boletin* correobasura propagand* publicit* werbung* werbe* pubblicit* reclame* nieuwsbrief* aanbieding* reklam* spamu kampanya* bulten* реклам* рассылк* спам* акци* розсилк* اعلان اعلانات دعايه ترويج विज्ञापन प्रचार iklan
	广告 推销 营销 垃圾短信 促销 広告 宣伝 メルマガ 迷惑メール 광고 홍보 스팸 마케팅`,
];
