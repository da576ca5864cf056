/** Where one lives, and what breaks there. As in {@link topics}, a row per topic. */
export const HOME: readonly string[] = [
	// Where one lives.
	`rent rental tenan* landlord* apartment* flat lease housing alquil* inquilin* casero arrend* piso pisos departamento aluguel aluga* apartament* loyer* locatair* locatif propriet* appart* bail miete* vermiet* wohnung* nebenkosten affitt* locatari* padronedicasa huur* verhuurder* woning* czynsz* najem* wynaj* lokator* mieszkan* kira* daire* evsahibi аренд* снять съем квартир* жиль* квартплат* оренд* житл* ايجار مستاجر شقه مالك سكن किराया किराए किरायेदार मकान फ्लैट sewa penyewa kontrakan apartemen kos
	房租 租房 租金 房东 公寓 房子 租客 家賃 賃貸 大家 アパート マンション 部屋を借 월세 전세 임대 집주인 세입자 아파트`,
	// Who lives beside.
	`neighbo* vecin* vizinh* voisin* nachbar* vicini vicinodicasa buren buurman buurvrouw buur sasiad* komsu* соседи сосед соседей соседк* сусід* جار جيران جاري पड़ोसी padosi tetangga
	邻居 鄰居 楼上 隣人 隣の 近所 上の階 이웃 옆집 윗집 아랫집`,
	`noise* noisy loud music party quiet bark* drill* hammer* ruido* musica fiesta ladra* taladr* barulh* somalto festa latid* bruit* bruyant* musique tapage aboie* perceuse larm* laut* musik bellt* bohr* rumor* chiasso abbaia* trapan* herrie lawaai geluid* muziek feest* blaf* boren halas* muzyk* glosn* imprez* szczeka* wierc* gurultu* muzik* parti* havliyor sesli шум* громк* музык* вечеринк* лает сверл* гучн* галас* музик* гавкає ضجيج ضوضاء ازعاج يزعج موسيقى صاخب شور संगीत बजाते भौंक berisik bising ribut gaduh
	噪音 吵 音乐 音樂 施工 うるさい 騒音 騒がし 音楽 物音 소음 시끄러 음악 층간`,
	// Water where it should not be.
	`leak* drip* flood* pipe* faucet tap plumb* toilet* clog* mould mold damp gotera* fuga fugas tuberia* grifo inodoro fontaner* plomer* humedad atasc* vazament* vazando goteir* torneira* cano encanador* mofo entupi* fuite* fuit robinet* plomb* tuyau* inond* moisi* undicht* leck tropf* rohr* wasserhahn klempner* verstopf* schimmel* uberschwem* tubo tubi rubinett* idraulic* muffa allagat* intasat* lekt lekkage* leiding* loodgieter* kraan verstopt wc ciekn* przecie* rura rury kran kranu hydraul* zapchan* zalan* plesn* toalet* sizin* sukacagi musluk* boru* tesisat* tikan* rutubet* kuf протек* течет течь кран* труб* сантехн* засор* затоп* плесен* тече протікає засміт* плісняв* تسرب تسريب يسرب حنفيه ماسوره سباك مرحاض رطوبه टपक रिसाव लीक नल पाइप प्लंबर नाली bocor kebocoran keran pipa mampet rembes* tukang jamur lembap
	漏水 水管 水龙头 马桶 堵 发霉 水漏れ 蛇口 配管 トイレ 詰ま カビ 누수 수도 배관 변기 막혔 곰팡이 물이`,
	// Power and warmth.
	`power light lights lamp* heating heater* boiler* radiator* socket* cable* luz luces corriente calefacc* caldera* enchufe* eletric* energia aquecedor* tomada* chauffage* chaudiere* electri* courant lumiere* prise strom* licht* heizung* heizkorper* steckdose* kessel elektri* riscaldament* caldaia corrente luce luci presa elettric* verwarming* stroom ketel cv stopcontact* prad pradu swiatlo ogrzewan* grzejnik* kaloryfer* piec gniazdk* isitma* kalorifer* kombi* priz lamba* электрич* свет отоплен* батаре* котел котл* розетк* світло опален* електр* كهرباء تدفئه سخان نور اضاءه बिजली हीटर लाइट listrik pemanas kompor stopkontak
	停电 电费 没电 暖气 灯 停电 插座 电源 電気 暖房 電源 停電 電灯 コンセント 전기 난방 보일러 조명 정전 콘센트`,
	`hot cold warm temperature aircon freez* caliente frio fria temperatura acondicionado quente gelad* chaud froid* climatis* heiss kalt* temperatur caldo fredd* condizionat* heet koud* airco goracy zimn* sicak soguk* klima* горяч* холодн* кондиционер* гаряч* кондиціонер* حار بارد تكييف مكيف गरम ठंड* एसी panas dingin ac
	热 冷 空调 暑い 寒い 冷た エアコン 冷え 더워 추워 에어컨 차가 뜨거`,
	// What opens a house.
	`doors doorbell key keys lock locked entrance puerta* llave* cerradura* entrada porta portas chave* fechadura* porte* cle cles serrure* tur turen schlussel* schloss eingang* chiave* serratura* ingresso deur* sleutel* slot drzwi klucz* zamek zamka wejsci* kapi* anahtar* kilit* дверь двери ключ* замок вход входе двері замк* باب مفتاح قفل مدخل दरवाज़ा दरवाजा चाबी ताला pintu kunci
	门锁 钥匙 鍵 ドア 入口 열쇠 현관 자물쇠 문이`,
	`house home building roof window* wall walls floor stairs kitchen bathroom casa hogar edificio techo ventana* pared suelo escalera* cocina bano predio telhado janela* parede escada* cozinha banheiro maison batiment* toit fenetre* mur escalier* cuisine haus gebaude* dach fenster* wand treppe* kuche badezimmer zuhause tetto finestr* muro parete scale cucina bagno huis gebouw* dak raam ramen muur trap keuken badkamer dom domu budynk* okno okna sciana schod* kuchni* lazienk* ev evim evde bina* cati pencere* duvar* merdiven* mutfak* banyo* дом дома здани* крыш* окно окна стен* лестниц* кухн* ванн* дім будинк* дах вікно вікна стін* сход* بيت منزل مبنى سقف نافذه جدار مطبخ حمام घर मकान छत खिड़की दीवार रसोई rumah gedung atap jendela dinding tembok dapur kamarmandi
	家里 房屋 屋顶 窗 墙 厨房 卫生间 屋根 窓 壁 台所 風呂 집에 지붕 창문 벽 부엌 욕실`,
	`repair* fix fixed warrant* guarantee* technician* repar* garantia* garanzia tecnico* consert* garanti* technicien* depann* reparier* reparatur* garantie* gewahrleist* techniker* ripar* garanzi* repareren reparatie* monteur napraw* gwaranc* serwisant* tamir* garanti* servis ремонт* почин* гаранти* мастер* ремонт* полагод* гарант* اصلاح صيانه ضمان रिपेयर मरम्मत वारंटी perbaik* servis garansi
	维修 修理 保修 保証 수리 보증`,
	// To put up, to put in.
	`assembl* mount* setup connect hook instal* montar montaj* montag* conect* monter brancher raccord* einbau* einricht* aufbau* anschliess* montier* montare collegar* allacc* plaats* aansluit* zamontow* montaz* podlacz* kurul* taktir* установ* подключ* монтаж* собрать встанов* підключ* зібрати تركيب تثبيت توصيل लगाना इंस्टॉल स्थापित pasang memasang
	安装 安裝 接通 組み立て 取り付け 設置 설치 조립`,
	// Bugs that crawl, and pets that do not.
	`insect* cockroach* mice rat rats bedbug* cucaracha* raton* rata ratas chinche* barata baratas rato ratos inseto* cafard* souris punaise* kakerlak* ratte* mause ungeziefer wanzen scarafagg* topi topo insett* kakkerlak* muizen ongediert* karaluch* mysz* szczur* robak* hamambocek* fareler bocek* таракан* мыш* крыс* клоп* тарган* миш* щур* صراصير فئران حشرات तिलचट्टा चूहा चूहे कीड़े kecoa tikus serangga
	蟑螂 老鼠 虫 ゴキブリ ネズミ 바퀴벌레 쥐가 벌레`,
	`clean* dirty dirt stain* wash washing hygien* sucio sucia mancha* lavar sujo suja sujeira limp* propre nettoy* tache* laver schmutz* dreck* sauber* reinig* putz* fleck* waschen sporc* pulit* pulir* macchia* lavare vies vuil* schoon* vlek* wassen brud* czyst* sprzat* plam* umyc kirli* temiz* leke* yikan* грязн* чист* уборк* пятно пятна пятен стира* брудн* прибира* плям* وسخ نظيف تنظيف بقعه गंदा साफ सफाई दाग kotor bersih kebersihan noda cuci
	脏 清洁 打扫 污渍 洗 汚れ 汚い 掃除 清掃 シミ 洗濯 더러 청소 얼룩 세탁 지저분`,
	`paint* build* garden* garage* obra* pintar jardin* constru* reform* pintura* jardim renov* peintur* peindre travaux sanier* maler* streich* bau bauen garten* ristruttur* pittura imbianch* giardin* verbouw* schilder* tuin* bouw* remont* malowan* ogrod* budow* tadilat* boya* bahce* insaat* покрас* строит* стройк* сад сада фарбув* будів* ترميم دهان حديقه بناء रंगाई निर्माण बगीचा taman bangun proyek
	装修 粉刷 施工 花园 建筑 リフォーム 塗装 工事 庭 建築 인테리어 도배 공사 정원 건축`,
];
