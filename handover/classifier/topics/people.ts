/** Whom one lives and learns with. As in {@link topics}, a row per topic. */
export const PEOPLE: readonly string[] = [
	// Those who are small.
	`child* kid kids sons daughter baby babies toddler* pupil* nino nina ninos ninas hijo hija hijos bebe* crianca* filho filha filhos nene enfant* fils fille eleve* kind kinder sohn tochter saugling schuler* bambin* figlio figlia figli bimb* kindje kinderen zoon dochter leerling* dziec* syn syna corka corke corki niemowl* ucz* cocuk* cocug* oglum oglu kizim kizi ребен* ребён* детям дети детей сын сына малыш* дитин* діти дітей син сина доньк* доч* طفل اطفال ابني ابنتي ابن بنتي رضيع बच्च* बेट* बालक beta beti bachche bacche anak bayi putra putri
	孩子 儿子 女儿 宝宝 小孩 兒子 女兒 子供 息子 娘 赤ちゃん 아이 아들 딸 아기 자녀`,
	// Those one lives with.
	`mother father mom dad mum parents husband wife brother sister grandfather grandmother aunt uncle widow* madre padre mama papa esposo esposa marido mujer hermano hermana abuelo abuela viud* mae pai irmao irma avo vovo mere pere mari femme epou* frere soeur grandmere veuve veuf mutter vater eltern mann frau ehemann ehefrau bruder schwester oma opa witwe* marito moglie fratello sorella nonno nonna vedov* moeder vader ouders zus broer echtgen* weduw* matk* tata ojciec ojca maz meza zona zony brat siostr* babci* dziadk* wdow* annem anne babam baba kocam esim kardes* dede* dul мать мама маме отец отца папа муж мужа жена жены брат сестр* бабушк* дедушк* вдов* мати батьк* тато чоловік* дружин* дідус* бабус* وفاه ابي امي والدي والدتي زوجي زوجتي اخي اختي جدي ارمله माँ मां पिता पापा पति पत्नी भाई बहन दादा ibu ayah suami istri kakek nenek saudara
	妈妈 爸爸 父亲 母亲 丈夫 妻子 老公 老婆 爷爷 奶奶 父 母 夫 妻 祖父 祖母 엄마 아빠 어머니 아버지 남편 아내 할머니 할아버지`,
	// After a death.
	`inherit* heir heirs widow* estate condolence* herenc* hereder* defuncion heranc* herdeir* inventario heritage heriti* erbe erben nachlasse hinterblieb* sterbeurkunde eredit* erede erven erfgenaam nalatenschap spadek spadk* dziedzic* miras* varis* наслед* спадщин* спадкоєм* ورثه ورث ميراث वारिस विरासत warisan ahliwaris
	遗产 继承 遺産 相続 상속 유산`,
	`dying died dead death funeral passed deceased murio fallec* muerte funeral morreu falec* morte decede* mort obseques gestorb* verstorb* todesfall* beerdig* mort* decedut* funeral* overled* overlijd* dood begrafenis* zmarl* smierc* pogrzeb* vefat* olum* cenaze* умер* смерт* похорон* помер* похорон* توفي* وفاه جنازه मृत्यु निधन meninggal kematian pemakaman
	去世 死亡 葬礼 亡くな 死 葬儀 사망 돌아가 장례`,
	// Where one learns.
	`school* teacher* lesson* class classes course* homework exam exams lecture* tutor* colegio escuela* profesor* maestr* clase clases curso cursos leccion* examen* deberes escola* professor* aula aulas ecole* enseignant* maitresse cours classe lecon* devoirs schul* lehrer* unterricht* prufung* scuola* insegnant* lezion* corso corsi esame leraar* docent* lessen cursus huiswerk szkol* nauczyciel* lekcj* klas* kurs* egzamin* okul* ogretmen* ders dersi dersler* sinif* sinav* школ* учител* урок* занят* курс* экзамен* іспит* مدرسه معلم معلمه درس دروس حصه دوره امتحان स्कूल विद्यालय शिक्षक टीचर कक्षा क्लास पाठ कोर्स परीक्षा sekolah guru kelas pelajaran ujian kindergarten nursery daycare guarderia creche garderie kita asilo kinderdagverblijf opvang przedszkol* zlobek anaokulu kres детсад детскийсад садик дитсадок садочок حضانه روضه नर्सरी paud
	学校 老师 老師 课程 上课 课 考试 作业 先生 教室 レッスン 授業 クラス 講座 塾 학교 선생 수업 학원 강의 시험 레슨`,
	// Who studies.
	`universit* uni college* campus academic pupil* degree isic estudiant* universidad* alumn* estudante* faculdade etudiant* fac studier* studium studi hochschul* studen* studie hogeschool studia uczelni* studiow* ogrenci* студент* университет* вуз учусь університет* طالب طلاب جامعه छात्र विद्यार्थी विश्वविद्यालय mahasiswa pelajar kuliah kampus
	学生 大学 學生 学校证 学割 大学生 학생 대학`,
	// Not there.
	`absen* attend* sickleave dayoff vacation* holiday* faltar ausen* vacacion* asistir feria* folga conge conges vacances abwesen* urlaub* ferien krankmeld* entschuldig* assen* vacanz* ferie afwezig* vakantie* verlof* ziekmeld* nieobecn* urlop* wakacj* ferii zwolnien* izin* izni tatil* gelmeyecek gelemeyecek devamsiz* отсутств* отпуск* каникул* больничн* відсутн* відпустк* канікул* غياب يغيب اجازه عطله छुट्टी अनुपस्थित अवकाश chutti cuti libur
	请假 缺席 假期 休假 休み 欠席 欠勤 休暇 결석 휴가 쉬어 결근`,
];
