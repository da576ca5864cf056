/** What is bought, and how it comes. As in {@link topics}, a row per topic. */
export const ORDERS: readonly string[] = [
	`order* purchas* buy buying bought pedido* compra* comprar* compre pedir encomend* comprei commande* achet* achat* bestell* kauf* gekauft ordin* acquist* comprat* bestel* koop kopen gekocht zamow* zamaw* kup* zakup* siparis* satin almak заказ* покуп* купи* замов* купу* طلب* شراء اشتري ऑर्डर खरीद* pesan* memesan beli membeli order* basket carrito orden comanda carrinho sacola panier warenkorb carrello winkelwagen winkelmand koszyk* sepet sepetim корзин* кошик* سله कार्ट keranjang
	订单 訂單 订购 购买 買 下单 注文 購入 買い 주문 구매 구입`,
	// To give back.
	`return* sendback bringback giveback takeback sentback back exchange* devol* devuel* regres* cambiar troca* trocar* retour* renvoy* rendre echang* zuruck* retoure* umtausch* tausch* restitu* indietro reso cambio terug* retour* ruilen oddac* oddaj* wymian* wymien* iade* geri degisim верн* возврат* обмен* поверн* обмін* ارجاع ارجع* اعاده استبدال رجع* वापस वापिस लौटा* wapas vapas kembali* mengembalikan tukar
	退货 退貨 退回 退给 退还 换货 返品 返し 交換 반품 교환 돌려`,
	// What brings things.
	`deliver* ship* shipment* parcel* package* courier* driver* envio* entrega* paquete* repartidor* mensajer* conductor* chofer entregador* encomenda motorista* livr* colis expedi* livreur* chauffeur* liefer* paket* versand* zustell* fahrer* bote boten consegn* spedizion* pacco corriere autist* lever* bezorg* pakket* verzend* chauffeur dostaw* paczk* przesylk* kurier* kierowc* kargo* teslimat* kurye* sofor* surucu* достав* посылк* курьер* водител* посилк* кур'єр* водій* водія توصيل* شحن* طرد سائق* डिलीवरी पार्सल ड्राइवर paket kirim* pengiriman kurir sopir driver dispatch* tracking postal despach* rastre* seguimiento correios transportadora facteur acheminement sendung* sendungsnummer zugestellt tracciament* zending* nadan* listonosz* takip gonderi трек отслежив* відстеж* مندوب कूरियर ekspedisi resi
	快递 快遞 配送 包裹 发货 司机 配達 荷物 運転手 ドライバー 배송 택배 기사`,
	// Not there in time.
	`late delay* overdue missing lost wait* tarde retras* demora* perdid* atras* perdeu retard* perdu attend* verspat* spat verlor* warte* ritard* perso persa persi perse aspett* laat vertrag* kwijt wacht* opozn* spozn* zagin* czeka* gec gecik* gecik* kayip bekliyor* опозд* задерж* потер* жду опізн* затрим* загуб* чекаю تاخر* متاخر* ضاع* انتظ* देरी लेट गायब terlambat telat hilang menunggu behindschedule postponed unpunctual tardanza tardio tardan tardou uberfallig tardivo vertraagd telaat zwlek* rotar запоздал* запізн* تاخير विलम्ब keterlambatan
	迟到 延误 丢了 没收到 遅れ 遅い 届かな 늦 지연 분실`,
	`broken damag* defect* faulty cracked smashed roto rota dana* defectuos* quebrad* danific* defeitu* casse* abime* defectueu* kaputt* beschadig* defekt* zerbroch* rotto rotta danneggi* difett* rott* kapot* beschadigd stuk uszkodz* zepsut* wadliw* kirik* bozuk* hasarl* слома* поврежд* брак* дефект* злама* пошкодж* مكسور* تالف معيب टूटा टूटी खराब rusak pecah cacat torn shattered bent scratched dented leaking ripped partido rajado estropead* averiad* rasgad* amassad* trincad* arranhad* dechir* fele raye ebreche zerkratzt gerissen verbeult geplatzt graffiat* strappat* ammaccat* crepat* gescheurd gebarsten bekrast pekni* porysowan* podart* rozbit* catlak yirtik cizik разбит* порван* царапин* трещин* розбит* подряпан* тріщин* مخدوش ممزق متضرر फटा दरार खरोंच retak sobek penyok lecet
	坏了 损坏 破损 破了 壊れ 破損 不良品 파손 고장 불량 깨`,
	// What is to be had.
	`stock backinstock availab* soldout restock* inventory supply agotad* disponib* existencias reposi* estoque esgotad* disponiv* rupture epuis* lieferbar vorratig* ausverkauft verfugbar* lager esaurit* magazzino scorte voorraad* uitverkocht leverbaar beschikbaar* dostepn* wyprzedan* magazyn* stok* tuken* mevcut* налич* закончил* распродан* наявн* закінчил* розпродан* متوفر متاح يتوفر نفد مخزون उपलब्ध स्टॉक tersedia habis persediaan
	库存 现货 补货 缺货 有货 断货 在庫 入荷 売り切れ 品切れ 재고 입고 품절 매진`,
	`sell* sold vender vende vendo venden vendem vendre vends vendez vendu vendent vendono venta* verkauf* verkoop* verkop* sprzeda* satmak satiyor satilik прода* بيع ابيع يبيع बेच* बिक्री jual menjual penjualan
	卖 出售 销售 売る 売り 販売 팔 판매`,
	`product* item* article* goods model* articulo* produto* produit* artikel* produkt* prodott* articol* towar* urun* товар* продукт* модел* виріб منتج سلعه موديل उत्पाद प्रोडक्ट produk barang
	商品 产品 型号 製品 品物 モデル 상품 제품 모델 물건`,
	// Not as it should be.
	`wrong mistake* mismatch* equivocad* incorrect* errad* incorret* mauvais erreur faux fausse falsch* verkehrt irrtum* verwechsel* sbagliat* errat* scorrett* verkeerd* onjuist* vergissing* niewlasciw* pomylk* pomyli* bledn* nieprawidl* yanlis* hatali* неправильн* неверн* перепута* нетот невірн* переплута* помилков* غلط خاطئ مغلوط غيرصحيح गलत ग़लत salah keliru
	错了 不对 弄错 发错 写错 间违 間違 違う 違っ 誤 잘못 틀렸 틀린 다른게`,
	`lacking lacks faltan falta faltando incomplet* manque manquant* fehlt fehlen unvollstandig manca mancano mancant* ontbre* nietcompleet brakuje brak brakow* eksik* нехватает недостает отсутств* бракує невистач* відсутн* ناقص نقص ينقص कम अधूरा kurang tidaklengkap
	少了 缺 漏发 足りな 欠け 不足 빠졌 부족 누락 안들어`,
	`move moving relocat* address* mudanza* mudar* direccion domicilio endereco demenag* adresse* umzug* umzieh* umgezogen anschrift* trasloc* indirizzo verhui* adres* przeprowad* adresu tasin* adres* переезд* адрес* переїзд* адрес* عنوان* انتقال पता शिफ्ट alamat pindah
	搬家 地址 引越 住所 이사 주소`,
];
