/** Where one goes, and by what. As in {@link topics}, a row per topic. */
export const TRAVEL: readonly string[] = [
	// To go somewhere.
	`trip travel* flight* fly plane airport* ticket* passenger* boarding cruise viaj* vuelo* avion aeropuert* boleto* pasaje* viagem voo voos passagem aviao aeroport* bilhete voyage* vol vols billet* passager* reise* flug* flieg* fahrkart* bahn viaggi* volo voli aereo bigliett* reizen vlucht* vliegtuig* vliegveld luchthaven* podroz* lotu lotnisk* bilet* samolot* wyciecz* seyahat* ucus* ucak* havaliman* yolcu* реис* полет* билет* самолет* аэропорт* поездк* путешеств* квиток квитк* політ літак* аеропорт* подорож* رحله رحلتي رحلات سفر سفري طيران طايره تذكره تذكرتي مطار مسافر उडान फ्लाइट टिकट यात्रा हवाई perjalanan penerbangan pesawat tiket bandara
	航班 机票 飞机 机场 旅行 出行 飛行機 フライト 航空 空港 搭乗 비행기 항공 여행 공항 탑승 항공권`,
	// What one travels with and by.
	`luggage suitcase* baggage bag bags equipaje* maleta* bagage* valise* gepack* koffer* bagagli* valigi* walizk* bagaz* bavul* valiz* bagaj* багаж* чемодан* валіз* حقيبه حقيبتي حقايب امتعه सामान बैग सूटकेस koper bagasi handtas mijntas tasku
	行李 箱子 スーツケース バッグ 짐 가방 캐리어`,
	`bus train trains taxi tram metro station autobus tren estacion onibus trem estacao gare zug zuge bahnhof* treno stazione trein pociag* dworzec dworc* otobus* istasyon автобус* поезд* вокзал* метро потяг потяга потягом потяги поізд* قطار حافله باص محطه बस ट्रेन स्टेशन kereta stasiun estaciones
	公交 火车 地铁 车站 電車 バス 駅 버스 기차 지하철 역에`,
	`car cars vehicle* motorbike* bike bicycle* coche carro vehicul* moto bicicleta* veiculo* voiture* velo auto autos fahrzeug* fahrrad* wagen macchina automobil* veicol* bici fiets* voertuig* samochod* rower* motocykl* araba* arac* bisiklet* motosiklet* машин* автомобил* велосипед* мотоцикл* авто سياره سيارتي دراجه कार गाडी बाइक साइकिल mobil motor sepeda
	汽车 车子 自行车 摩托 車 自転車 バイク 자동차 차량 자전거 오토바이`,
	`park parked fined parkingfine parkingfines speeding estacionam* estacionar* multa multas aparc* garer stationn* uneamende lamende amendes contravention parkplatz* parken falschpark* strafzettel bussgeld* knollchen parchegg* multe boete* parkeer* bekeuring* naheffing parkow* parking* mandat mandatu mandaty mandatem parkyeri otopark* ceza cezasi cezayi парковк* штраф* паркув* موقف مواقف مخالفه غرامه पार्किंग जुर्माना चालान parkir denda tilang
	停车 罚款 罚单 駐車 罰金 違反 주차 벌금 과태료`,
	// To enter a country.
	`visa visas passport* embassy consulat* immigra* embajad* embaixad* passeport* ambassade* reisepass* visum aufenthaltstitel botschaft* passaport* ambasciat* paspoort* paszport* wiza wizy wize ambasad* vize* pasaport* konsolos* buyukelci* виза визы визу паспорт* посольств* віза візи візу تاشيره جواز فيزا سفاره वीजा पासपोर्ट दूतावास paspor kedutaan
	签证 簽證 护照 護照 大使馆 ビザ パスポート 大使館 비자 여권 대사관`,
	// A place to sleep.
	`hotel* room rooms stay guest* hostel checkout checkin reception lobby habitacion* huesped* alojam* hospeda* quarto quartos hospede* chambre* sejour* hebergem* zimmer* aufenthalt* gast gaste unterkunft* rezeption camere soggiorn* alberg* ospit* kamer kamers verblijf* gasten pokoj* pobyt* nocleg* goscie odasi konaklam* misafir* otel* вномере отел* прожив* гост* готел* кімнат* غرفه فندق اقامه نزيل होटल कमरा कमरे kamar penginapan tamu menginap
	酒店 房间 房間 住宿 入住 退房 宾馆 ホテル 部屋 宿泊 客室 泊ま 旅館 チェックアウト フロント ロビー 호텔 객실 숙박 방에 체크아웃 로비`,
	// A time that is agreed on.
	`appointment* book booking* booked reservation* reserve* slot cita citas reserva* turno agendar* agenda* consulta marcar rendez* rdv reserver terminen terminvereinbarung* terminie terminy terminu reservier* buchung* buchen gebucht appuntament* prenota* afspraak afspraken reserver* boeking* boeken wizyt* rezerwac* rezerwow* termin randevu* rezervasyon* запис* брон* прием бронюв* موعد مواعيد حجز* अपॉइंटमेंट बुकिंग बुक janjitemu reservasi booking pesantempat jadwal* concertar horariodisponivel creneau disponibilite disponibilita inplannen umowic прииом موعدي احجز
	预约 預約 预订 预定 予約 예약`,
];
