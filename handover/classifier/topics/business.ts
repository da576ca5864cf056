/** What companies do with each other. As in {@link topics}, a row per topic. */
export const BUSINESS: readonly string[] = [
	`company companies business* firm enterprise corporate office offices organisation* organization* empresa* negocio* oficina* compania escritorio* entreprise* societe* bureau* firma unternehm* betrieb* buro buros buero* aziend* impresa imprese ufficio uffici bedrijf* bedrijv* kantoor* kantoren firms firmy firmie firmen przedsiebior* sirket* isletme* ofis* компани* фирм* предприят* офис* компані* фірм* підприєм* офіс* شركه شركات مكتب कंपनी ऑफिस perusahaan kantor bisnis
	公司 企业 企業 会社 法人 회사 기업 업체`,
	// Work.
	`job* vacanc* hiring career* cv resume interns internship recruit* empleo vacant* curricul* practicas vaga vagas emprego estagio emploi* candidat* unstage destage stagiaire* stageplek recrut* bewerb* praktikum lebenslauf lavoro candidatur* assunzion* tirocin* vacature* baan sollicit* praca prace rekrutac* staz ozgecmis staj kariyer* ваканс* резюме стажиров* стажув* وظيف* توظيف سيره नौकरी वैकेंसी इंटर्नशिप lowongan kerja lamaran magang hire employment applicant contratan contratando embauche postuler anstellung arbeitsplatz candidarmi werkvacature aplikowac zatrudni* isilani basvuru трудоустр* устроиться працевлашт* तनख्वाह melamar
	招聘 职位 应聘 简历 实习 求人 採用 応募 채용 입사지원 이력서 인턴`,
	`partner* collaborat* cooperat* affiliate* sponsor* influencer* socio colabor* afiliad* patrocin* parceir* parceria* colabora* partenari* collabor* parrain* kooper* zusammenarbeit* partnerschaft* sponsoring collabora* samenwerk* wspolprac* partnerstw* isbirlig* ortak* сотруднич* партн* співпрац* شراكه تعاون साझेदारी पार्टनर kerjasama kemitraan mitra jointventure collab teamup alianza convenio permuta partenaire alleanza wspolnie коллаборац* колаборац* साझेदार kolaborasi
	合作 代理 加盟 提携 協業 제휴 협력 협업`,
	// To sell what others make.
	`resell* dealer* distribut* franchis* wholesal* retailer* representante* representant representants revend* distribuid* mayoris* franqui* consultor* revente grossist* haendler* handler* vertrieb* wiederverkauf* rivendit* rivender* concession* wederverkop* dystrybut* hurtown* odsprzed* franczyz* bayilik* bayisi дилер* дистриб* франшиз* представител* перепрода* представник* موزع وكيل امتياز وكاله डीलर वितरक फ्रेंचाइजी agenresmi waralaba
	经销 分销 加盟店 总代 代理商 转售 販売店 代理店 フランチャイズ 卸 대리점 유통 가맹 판매점 총판`,
	// Others who offer the same.
	`rival* elsewhere anotherprovider competit* competencia competidor* alternativ* otraempresa concorren* concurren* ailleurs konkurren* mitbewerb* wettbewerb* andereranbieter anbieter* altrove elders aanbieder* konkurenc* gdzieindziej rakip* rakib* baskafirma конкурент* проваидер* منافس منافسين प्रतिस्पर्धी दूसरीकंपनी pesaing kompetitor
	竞争对手 对手 别家 其他公司 競合 他社 ライバル よそ 경쟁사 다른회사 타사`,
	`license* licence* users teams employees rollout licencia* usuarios empleados licenca* usuario utilisateurs lizenz* nutzer anwender licenza licenze utenti dipendenti licentie* gebruikers licencj* uzytkownik* lisans* kullanici* лицензи* пользовател* ліцензі* користувач* رخصه ترخيص مستخدمين موظفا लाइसेंस उपयोगकर्ता lisensi pengguna
	许可证 授权 用户 员工数 ライセンス 利用者 社員 導入 라이선스 사용자 도입 직원수`,
	`salesteam salesperson representative* vertreter vertriebsmitarb* comercial comerciaux commercial* vertriebsteam verkoopteam handlow* satisekibi менеджер* مبيعات विक्रय
	销售代表 営業 商談 영업`,
	// Those who are employed here.
	`staff waiter* waitress* receptionist* cashier* salesman clerk* manager* boss colleague* supervisor* consultant* empleado* empleada* camarer* vendedor* cajer* dependient* jefe encargad* recepcionist* funcionari* atendente* garcom gerente* balconist* chefe employe* serveuse* vendeur* vendeuse* caissi* conseiller* gerant* receptionniste mitarbeiter* angestellt* kellner* verkaufer* kassierer* chef chefin berater* kollege* kollegin dipendent* camerier* commess* cassier* impiegat* capo direttore responsabile medewerk* personeel ober verkoper* kassamedewerk* baas leidinggev* pracowni* kelner* sprzedawc* kasjer* ekspedient* szef szefa kierownik* recepcjonist* personel* calisan* garson* kasiyer* satici* mudur* patrons patronne elemani сотрудник* сотрудниц* персонал* официант* продавц* кассир* администратор* начальник* директор* працівник* офіціант* продавец* касир* керівник* موظف موظفه موظفين مدير نادل بايع كاشير कर्मचारी स्टाफ मैनेजर वेटर karyawan pegawai pelayan kasir manajer atasan petugas
	员工 服务员 店员 前台 经理 老板 收银 スタッフ 店員 従業員 店長 受付 上司 직원 점원 사장 매니저 종업원`,
	`pressrelease journalist* reporter* newspaper magazine interview* massmedia prensa periodist* entrevist* revista diario imprensa jornalist* presse magazin* zeitung* redaktion* giornal* intervist* pers krant* prasa dziennikar* wywiad* gazet* basinmensubu gazeteci* roportaj* пресс* журналист* интервью сми газет* журналіст* інтервю صحف* صحاف* مقابله पत्रकार इंटरव्यू प्रेस wartawan jurnalis wawancara
	记者 采访 媒体 記者 取材 기자 취재 인터뷰 언론`,
	// Advertising.
	`advert* ads marketing promo* newsletter* spam mailing publicid* anunci* boletin* correobasura propagand* publicit* werbung* werbe* pubblicit* reclame reclames nieuwsbrief* aanbieding* reklam* spamu kampanya* bulten* реклам* рассылк* спам* акци* розсилк* اعلان اعلانات دعايه ترويج विज्ञापन प्रचार iklan
	广告 推销 营销 垃圾短信 促销 広告 宣伝 メルマガ 迷惑メール 광고 홍보 스팸 마케팅`,
];
