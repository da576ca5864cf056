/** What one eats, and when one does so together. As in {@link topics}, a row per topic. */
export const FOOD: readonly string[] = [
	// What one eats.
	`food* meal* dish dishes menu menus menukaart dinner breakfast eat eating restaurant* ingredient* comida* plato platos almuerzo desayun* comer prato* cardapio jantar almoco refeic* cafedamanha repas plats dejeun* diner manger essen speise* gericht mahlzeit* fruhstuck* abendessen mittagessen zutat* cibo piatt* pranzo colazione mangiar* ristorant* eten gerecht gerechten maaltijd* ontbijt* lunch* jedzen* posil* danie dania obiad* kolacj* sniadani* jesc restaurac* skladnik* yemek* yemeg* kahvalti* restoran* icindekiler еда еду еды блюд* меню обед* ужин* завтрак* ресторан* состав іжа іжу іжі страв* обід* вечеря вечері вечерю снідан* طعام اكل وجبه وجبات مطعم فطور غداء عشاء खाना खाने भोजन नाश्ता रेस्तरां khana makanan makan sarapan hidangan cena
	菜单 菜單 食物 吃 餐厅 餐廳 早餐 午餐 晚餐 食べ 料理 メニュー 食事 朝食 レストラン 음식 메뉴 식사 조식 식당 먹`,
	// Without meat.
	`vegan* organic halal kosher bio vegetal vegetar* ecologic* organico wegan* wegetarian* веган* вегетариан* вегетаріан* نباتي حلال शाकाहारी
	素食 纯素 清真 ベジタリアン ビーガン 비건 채식 할랄`,
	// To celebrate.
	`wedding* event events evento eventos eventi party parties banquet* catering buffet* ceremony boda* fiesta* celebrat* celebra* celebran* invitad* casament* festa* convidad* mariage* evenement* fete* traiteur* invites hochzeit* feier feiern feierlich* veranstalt* matrimoni* nozze ricevimento* invitat* rinfresco festeggi* bruiloft* feest* trouwen wesele wesela weseln* slub* imprez* uroczyst* przyjeci* gosci dugun* etkinlik* kutlama* nisan* davet* свадьб* мероприят* праздн* банкет* кеитеринг* гостеи весілл* подія свято свята святкуван* زفاف عرس حفل حفله مناسبه ضيوف शादी समारोह पार्टी मेहमान pernikahan acara pesta katering tamuundangan вечеринк*
	婚礼 宴会 活动 派对 聚会 结婚 結婚式 パーティー イベント 披露宴 결혼 행사 파티 잔치 연회`,
	`smell* stink* taste* rotten expired mouldy huele olor* sabor* podrid* caducad* cheir* gostoruim gostoestranho estragad* vencid* odeur* gout pourri* perime perimee perimes riecht* geruch geruche geschmack* schmeckt verdorben abgelaufen odor* puzza* sapore scadut* marcio ruikt smaak bedorven zapach* smierdz* smak* przetermin* koku kokusu kokuyor bozulmus пахнет воня* запах* вкус* испорт* срокгодности пахне смерд* смак* зіпсован* протермінов* رايحه طعم فاسد منتهي बदबू गंध स्वाद सडा berbau baunya rasa busuk basi kadaluarsa
	味道 臭 难闻 变质 过期 臭い 匂い 味 腐っ 賞味期限 냄새 맛이 상했 유통기한`,
];
