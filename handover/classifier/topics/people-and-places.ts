export const TOPICS_OF_PLACES: readonly string[] = [
	// Those who are small.
	`child* kid kids sons daughter baby babies toddler* pupil* nino nina ninos ninas hijo hija hijos bebe* crianca* filho filha filhos nene enfant* fils fille eleve* kind kinder sohn tochter saugling schuler* bambin* figlio figlia figli bimb* kindje kinderen zoon dochter leerling* dziec* syn syna corka corke corki niemowl* ucz* cocuk* cocug* oglum oglu kizim kizi ребен* ребён* детям дети детей сын сына малыш* дитин* діти дітей син сина доньк* доч* طفل اطفال ابني ابنتي ابن بنتي رضيع बच्च* बेट* बालक beta beti bachche bacche anak bayi putra putri
	孩子 儿子 女儿 宝宝 小孩 兒子 女兒 子供 息子 娘 赤ちゃん 아이 아들 딸 아기 자녀`,
	// Those one lives with.
	`mother father mom dad mum parents husband wife brother sister grandfather grandmother aunt uncle widow* madre padre mama papa esposo esposa marido mujer hermano hermana abuelo abuela viud* mae pai irmao irma avo vovo mere pere mari femme epou* frere soeur grandmere veuve veuf mutter vater eltern mann frau ehemann ehefrau bruder schwester oma opa witwe* marito moglie fratello sorella nonno nonna vedov* moeder vader ouders zus broer echtgen* weduw* matk* tata ojciec ojca maz meza zona zony brat siostr* babci* dziadk* wdow* annem anne babam baba kocam esim kardes* dede* dul мать мама маме отец отца папа муж мужа жена жены брат сестр* бабушк* дедушк* вдов* мати батьк* тато чоловік* дружин* дідус* бабус* وفاه ابي امي والدي والدتي زوجي زوجتي اخي اختي جدي ارمله माँ मां पिता पापा पति पत्नी भाई बहन दादा ibu ayah suami istri kakek nenek saudara
	妈妈 爸爸 父亲 母亲 丈夫 妻子 老公 老婆 爷爷 奶奶 父 母 夫 妻 祖父 祖母 엄마 아빠 어머니 아버지 남편 아내 할머니 할아버지`,
	// After a death.
	`inherit* heir heirs widow* estate condolence* herenc* hereder* defuncion heranc* herdeir* inventario heritage heriti* erbe erben nachlasse hinterblieb* sterbeurkunde eredit* erede erven erfgenaam nalatenschap spadek spadk* dziedzic* miras* varis* наслед* спадщин* спадкоєм* ورثه ورث ميراث वारिस विरासत warisan ahliwaris
	遗产 继承 遺産 相続 상속 유산`,
	// Those who are employed here.
	`staff waiter* waitress* receptionist* cashier* salesman salesperson clerk* manager* boss colleague* supervisor* consultant* nurse* empleado* empleada* camarer* vendedor* cajer* dependient* jefe encargad* recepcionist* funcionari* atendente* garcom gerente* balconist* chefe employe* serveur* serveuse* vendeu* caissi* conseiller* gerant* receptionniste mitarbeiter* angestellt* kellner* verkaufer* kassierer* chef chefin berater* kollege* kollegin dipendent* camerier* commess* cassier* impiegat* capo direttore responsabile medewerk* personeel ober verkoper* kassamedewerk* baas leidinggev* pracowni* kelner* sprzedawc* kasjer* ekspedient* szef szefa kierownik* recepcjonist* personel* calisan* garson* kasiyer* satici* mudur* patron* elemani сотрудник* сотрудниц* персонал* официант* продавц* кассир* администратор* начальник* директор* працівник* офіціант* продавец* касир* керівник* موظف موظفه موظفين مدير نادل بائع كاشير कर्मचारी स्टाफ मैनेजर वेटर karyawan pegawai pelayan kasir manajer atasan petugas
	员工 服务员 店员 前台 经理 老板 收银 スタッフ 店員 従業員 店長 受付 上司 직원 점원 사장 매니저 종업원`,
	// Where one learns.
	`school* teacher* lesson* class classes course* homework exam exams lecture* tutor* colegio escuela* profesor* maestr* clase clases curso cursos leccion* examen* deberes escola* professor* aula aulas ecole* enseignant* maitresse cours classe lecon* devoirs schul* lehrer* unterricht* prufung* scuola* insegnant* lezion* corso corsi esame leraar* docent* lessen cursus huiswerk szkol* nauczyciel* lekcj* klas* kurs* egzamin* okul* ogretmen* ders dersi dersler* sinif* sinav* школ* учител* урок* занят* курс* экзамен* іспит* مدرسه معلم معلمه درس دروس حصه دوره امتحان स्कूल विद्यालय शिक्षक टीचर कक्षा क्लास पाठ कोर्स परीक्षा sekolah guru kelas pelajaran ujian
	学校 老师 老師 课程 上课 课 考试 作业 先生 教室 レッスン 授業 クラス 講座 塾 학교 선생 수업 학원 강의 시험 레슨`,
	// Who studies.
	`universit* uni college* campus academic pupil* degree isic estudiant* universidad* alumn* estudante* faculdade etudiant* fac studier* studium studi hochschul* studen* studie hogeschool studia uczelni* studiow* ogrenci* студент* университет* вуз учусь університет* طالب طلاب جامعه छात्र विद्यार्थी विश्वविद्यालय mahasiswa pelajar kuliah kampus
	学生 大学 學生 学校证 学割 大学生 학생 대학`,
	// To want to be part of it.
	`enrol* regist* join joining signup admission beginner* inscri* matricul* apuntar* unirme ingres* principiant* cadastr* participar iniciant* rejoindre debutant* anmeld* beitreten mitmachen anfanger* iscri* partecipar* inschrij* aanmeld* meedoen zapis* dolacz* rejestr* poczatkuj* kayit* kaydol* katil* baslamak запишит* регистр* вступит* присоедин* новичо* запис* реєстр* приєднат* долучит* تسجيل اسجل الانضمام انضم مبتدئ दाखिला नामांकन पंजीकरण प्रवेश जुड़ना daftar mendaftar bergabung pendaftaran pemula
	报名 注册 加入 参加 入学 初学 申込 申し込 入会 入門 入塾 登録 始め 初心者 通いたい 習い 가입 등록 신청 입학 참여 초보 배우고`,
	// Where one lives.
	`rent rental tenan* landlord* apartment* flat lease housing alquil* inquilin* casero arrend* piso pisos departamento aluguel aluga* apartament* loyer* locatair* locatif propriet* appart* bail miete* vermiet* wohnung* nebenkosten affitt* locatari* padronedicasa huur* verhuurder* woning* czynsz* najem* wynaj* lokator* mieszkan* kira* daire* evsahibi аренд* снять съем квартир* жиль* квартплат* оренд* житл* ايجار مستاجر شقه مالك سكن किराया किराए किरायेदार मकान फ्लैट sewa penyewa kontrakan apartemen kos
	房租 租房 租金 房东 公寓 房子 租客 家賃 賃貸 大家 アパート マンション 部屋を借 월세 전세 임대 집주인 세입자 아파트`,
	// Who lives beside.
	`neighbo* vecin* vizinh* voisin* nachbar* vicini vicinodicasa buren buurman buurvrouw buur sasiad* komsu* соседи сосед соседей соседк* сусід* جار جيران جاري पड़ोसी padosi tetangga
	邻居 鄰居 楼上 隣人 隣の 近所 上の階 이웃 옆집 윗집 아랫집`,
	`noise* noisy loud music party quiet bark* drill* hammer* ruido* musica fiesta ladra* taladr* barulh* somalto festa latid* bruit* bruyant* musique tapage aboie* perceuse larm* laut* musik bellt* bohr* rumor* chiasso abbaia* trapan* herrie lawaai geluid* muziek feest* blaf* boren halas* muzyk* glosn* imprez* szczeka* wierc* gurultu* muzik* parti* havliyor sesli шум* громк* музык* вечеринк* лает сверл* гучн* галас* музик* гавкає ضجيج ضوضاء ازعاج يزعج موسيقى صاخب شور संगीत बजाते भौंक berisik bising ribut gaduh
	噪音 吵 音乐 音樂 施工 うるさい 騒音 騒がし 音楽 物音 소음 시끄러 음악 층간`,
	// A place to sleep.
	`hotel* room rooms stay guest* suite hostel checkout checkin reception lobby habitacion* huesped* alojam* hospeda* quarto quartos hospede* chambre* sejour* hebergem* zimmer* aufenthalt* gast gaste unterkunft* rezeption camere soggiorn* alberg* ospit* kamer kamers verblijf* gasten pokoj* pobyt* nocleg* goscie oda odasi konaklam* misafir* otel* номер номере отел* прожив* гост* готел* кімнат* غرفه فندق اقامه نزيل होटल कमरा कमरे kamar penginapan tamu menginap
	酒店 房间 房間 住宿 入住 退房 宾馆 ホテル 部屋 宿泊 客室 泊ま 旅館 チェックアウト フロント ロビー 호텔 객실 숙박 방에 체크아웃 로비`,
	// To leave something behind.
	`forgot* forget* leftbehind lostandfound misplac* olvid* dejado deje dejamos esquec* perdi deixei oubli* laisse vergess* liegenlassen liegengelassen zuruckgelassen fundburo* dimentic* lasciato smarrit* vergeten latenliggen achtergelaten zapomn* zostawi* zgubi* unut* biraktim kaybettim забы* остави* потеря* забув забула залиши* загуби* نسيت تركت ضيعت भूल छूट खोया खो lupa tertinggal ketinggalan meninggalkan
	忘在 忘了拿 落在 遗忘 遺失 忘れ物 忘れ 置いて 置き 落とし 遺失物 두고 놓고 분실물 잃어`,
	// To go somewhere.
	`trip travel* flight* fly plane airport* ticket* passenger* boarding cruise viaj* vuelo* avion aeropuert* boleto* pasaje* viagem voo voos passagem aviao aeroport* bilhete voyage* vol vols billet* passager* reise* flug* flieg* fahrkart* bahn viaggi* volo voli aereo bigliett* reis reizen vlucht* vliegtuig* vliegveld luchthaven* podroz* lotu lotnisk* bilet* samolot* wyciecz* seyahat* ucus* ucak* havaliman* yolcu* рейс* полет* билет* самолет* аэропорт* поездк* путешеств* квиток квитк* політ літак* аеропорт* подорож* رحله رحلتي رحلات سفر سفري طيران طائره تذكره تذكرتي مطار مسافر उड़ान फ्लाइट टिकट यात्रा हवाई perjalanan penerbangan pesawat tiket bandara
	航班 机票 飞机 机场 旅行 出行 飛行機 フライト 航空 空港 搭乗 비행기 항공 여행 공항 탑승 항공권`,
	// What one travels with and by.
	`luggage suitcase* baggage bag bags equipaje* maleta* bagage* valise* gepack* koffer* bagagli* valigi* walizk* bagaz* bavul* valiz* bagaj* багаж* чемодан* валіз* حقيبه حقيبتي حقائب امتعه सामान बैग सूटकेस koper bagasi tas
	行李 箱子 荷物 スーツケース バッグ 짐 가방 캐리어`,
	`bus train taxi tram metro station autobus tren estacion onibus trem estacao gare zug zuge bahnhof* treno stazione trein pociag* dworzec dworc* otobus* istasyon автобус* поезд* вокзал* метро потяг* поїзд* قطار حافله باص محطه बस ट्रेन स्टेशन kereta stasiun
	公交 火车 地铁 车站 電車 バス 駅 버스 기차 지하철 역에`,
	`car cars vehicle* motorbike* bike bicycle* coche carro vehicul* moto bicicleta* veiculo* voiture* velo auto autos fahrzeug* fahrrad* wagen macchina automobil* veicol* bici fiets* voertuig* samochod* rower* motocykl* araba* arac* bisiklet* motosiklet* машин* автомобил* велосипед* мотоцикл* авто سياره سيارتي دراجه कार गाड़ी बाइक साइकिल mobil motor sepeda
	汽车 车子 自行车 摩托 車 自転車 バイク 자동차 차량 자전거 오토바이`,
	`park parked fined fines speeding estacion* multa* aparc* garer stationn* amende* contravention parkplatz* parken falschpark* strafzettel bussgeld* knollchen parchegg* multe boete* parkeer* bekeuring* naheffing parkow* parking* mandat* parkyeri otopark* ceza* парковк* штраф* паркув* موقف مواقف مخالفه غرامه पार्किंग जुर्माना चालान parkir denda tilang
	停车 罚款 罚单 駐車 罰金 違反 주차 벌금 과태료`,
	// To enter a country.
	`visa visas passport* embassy consulat* immigra* embajad* embaixad* passeport* ambassade* pass reisepass* visum aufenthaltstitel botschaft* passaport* ambasciat* paspoort* paszport* wiza wizy wize ambasad* vize* pasaport* konsolos* buyukelci* виза визы визу паспорт* посольств* віза візи візу تاشيره جواز فيزا سفاره वीज़ा वीजा पासपोर्ट दूतावास paspor kedutaan
	签证 簽證 护照 護照 大使馆 ビザ パスポート 大使館 비자 여권 대사관`,
];
