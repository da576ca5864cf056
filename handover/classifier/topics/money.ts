/** What is paid, and what it costs. As in {@link topics}, a row per topic. */
export const MONEY: readonly string[] = [
	// What was paid, given back.
	`refund* moneyback reimburs* chargeback* reembols* reintegr* devolucion* estorno* estorna* ressarc* rembours* ruckerstatt* erstatt* ruckzahl* ruckvergut* rimbors* terugbetal* restitutie* zwrot* geriodeme возмещ* компенс* відшкод* استرداد استرجاع रिफंड pengembalian moneyreturned compensat* compensac* restituc* indemnizac* devolvam* remborsar entschadig* geldzuruck risarc* vergoed* odszkodowan* rekompens* tazminat вернитеденьги повернітьгроші تعويض मुआवजा kompensasi gantirugi
	退款 退钱 退錢 返金 払い戻し 환불`,
	`money cash funds dinero plata efectivo dinheiro grana argent fric geld kohle soldi denaro centen pieniadz* pieniedz* kasy kasa paray* parani paranin paranizi деньги денег деньгам деньгами гроші грошеи نقود فلوس اموال मनी पैसा पैसे पैसों paisa paise uang duit
	钱 錢 お金 代金 돈`,
	// To pay.
	`pay paid paying payment* charge charged charges billed debited pago* pagar pague cobra* cobro* cobren cargo pagamento* pagar* paguei payer paie paye paiement* debit* preleve* bezahl* zahlen zahle zahlt zahlst zahlung* zahlte* gezahlt abgebucht abbuch* pagat* pagare addebit* betal* betaling* afgeschreven placic* placil* placimy placisz platn* zaplac* obciaz* odedim odeyece* odemek oduyor* odeme* tahsil* плат* оплат* списа* списую* списуют* сплат* دفع* مدفوع* خصم भुगतान पेमेंट bayar* membayar pembayaran transaction deducted transaccion abonar transacao regler reglement uberwiesen lastschrift versamento incasso overboeking afschrijving wplac* wplat* pobran* odendi перевел оплачен* проплат* сплачен* سداد ادفع चुकाना अदा dibayar lunas cekildi cekilmis
	付款 支付 扣款 付钱 付了 支払 決済 결제 지불 납부`,
	`invoice* bill receipt* factura* recibo* fatura* facture* unrecu lerecu rechnung* quittung* beleg belege fattur* ricevuta ricevute scontrin* factuur* facturen kassenbon* kassabon* bonnetje* faktur* rachun* paragon paragonu paragony paragonem fis faturam* счет счета счету счете счетом счетов чек квитанц* рахунк* рахунок فاتوره فواتير ايصال बिल invoice faktur tagihan kuitansi struk billing boletobancario notafiscal releve abrechnung bolletta bollette afrekening rozliczen* dekont накладн* كشف
	发票 發票 账单 帳單 収据 請求書 領収書 청구서 영수증 계산서`,
	// What it costs.
	`price* pricing cost costs costing costly costo costos costi quote* quotation* estimate rate rates precio precios cuesta* coste cotiz* presupuest* preco precos custa custam custar custaria custou custo orcament* prix cout couts coute coutent couter couteux couteuse devis tarif* preis* kost kosten kostet kostete kostenlos* kostte angebot* kostenvoranschlag* prezz* preventivo preventivi prijs* offerte* ceny cenie cennik* kosztuj* wycen* oferta* oferty fiyat* ucret* teklif* цена цены цену ценои цен ценник* стоим* стоит расценк* цін* кошту* вартіст* سعر اسعار تكلف* عرض कीमत दाम खर्च kimat harga biaya penawaran howmuch cuantocuesta quantocusta orcar quantocosta listino hoeveelkost tarief kacpara сколькостоит праис скількикоштує كمالسعر تسعير कितनेका भाव berapaharga hargaberapa costano
	价格 價格 报价 報價 多少钱 费用 価格 値段 見積 料金 가격 얼마 견적 비용`,
	`discount* coupon* voucher* rebate* descuent* cupon* rebaj* descont* cupom remise* reduction* rabais rabatt* gutschein* nachlass* vergunstig* sconto sconti scontat* korting* rabat* znizk* indirim* kupon* скидк* купон* знижк* تخفيض* कूपन छूट डिस्काउंट diskon potongan
	折扣 优惠 優惠 打折 割引 クーポン 할인 쿠폰`,
	// How payment is spread or put off.
	`installment* instalment* debt* owe owed owing arrears overdraft unemployed cuotas plazo plazos deuda* moroso morosos morosidad desemple* parcela parcelas parcelar parcelad* parcelament* divida* devendo prestac* desempreg* dette dettes echeanc* arrier* impaye* mensualit* adecouvert chomage raten ratenzahl* stundung* gestundet mahnung* arbeitslos* debiti rateizz* arretrat* disoccupat* schulden schulde schuldner* verschuld* termijn* achterstal* betalingsregel* werkloos* dlugu dlugow dlugiem zadluz* raty ratalny ratalna ratach zaleg* bezrobotn* borc* taksit* vadesi vadeli issiz* долг долга долги долгу долгов долгом рассроч* задолж* просроч* безработ* борг* розстроч* заборгов* безробіт* دين ديون اقساط تقسيط مديون قسط कर्ज उधार किस्त किश्त बकाया hutang utang cicilan tunggakan angsuran
	分期 欠款 债 逾期 失业 分割 借金 滞納 ローン返済 失業 할부 빚 연체 분할 실직`,
	`loan* mortgage* credit lend lends lending lender* borrow* interest financ* hipotec* credito creditos prestito prestiti prestamo* prestado prestar emprestim* juros emprunt* unpret lepret monpret hypotheek* hypothek* hypotheque* hypothecaire* darlehen* zins* finanzier* mutuo mutui finanziam* tasso lening* hypotheekrente rentevoet lenen kredyt* pozycz* hipotek* kredi* konutkredi faiz* borcalmak кредит* ипотек* заем заим заима заимы заимов заимом ссуд* іпотек* позик* قرض قروض تمويل رهن लोन कर्जा ऋण ब्याज pinjaman kpr bunga
	贷款 貸款 借款 房贷 利息 按揭 ローン 融資 借り入れ 金利 대출 융자 이자 담보`,
	`bank* transfer* iban atm withdraw* balance banco* cajero saldo retiro retiros retrait retraits caixaeletronico pix saque banque* virement* solde distributeur uberweis* kontostand geldautomat* banca bonifico bonifici overmak* overschrijv* przelew* havale* eft bakiye* paracekme банк* перевод перевода переводы переводом переводов баланс* переказ* بنك تحويل رصيد صراف बैंक ट्रांसफर शेष rekening
	银行 转账 余额 取款 銀行 振込 残高 振り込 은행 이체 송금 잔액 계좌`,
	`card cards debit tarjeta* cartao cartoes carte cartes karte karten cartadicredito kaart kaarten karta karty kart karti kartim карта карты карту карте картои карт карточк* картк* بطاقه بطاقتي कार्ड kartu
	卡 银行卡 カード 카드`,
	// More than one would have to pay.
	`overcharg* toomuch double twice duplicate* fee fees cobrardemas doble dosveces comision* duplicad* dobro duasvezes taxa taxas tarifa* deuxfois troppercu frais doppelt zweimal gebuhr* uberhoht* doppio duevolte commission* dubbel tweekeer teveel podwojn* dwarazy prowizj* oplat* ikikez cift fazlapara fazlaucret дважды двоин* комисси* лишн* двічі подвіин* заив* комісі* مرتين مضاعف زياده رسوم दोबार दोगुना ज्यादा duakali dobel kelebihan
	多收 重复 两次 手续费 二重 二回 手数料 多く 두번 중복 이중 수수료 더많이`,
	`expensive cheap cheaper affordable bargain negotiat* haggle caro barato baratos barata negoci* regate* caros pechinch* cher chere moinscher marchander marchandage teuer* gunstig* billig* verhandeln costoso costosa costosi costose economico economica economici trattar* contrattar* duur duurder dure duurste goedkoop* onderhandel* afdingen drogi drogie drogo drozsz* tani tanio tanie taniej tansz* negocj* targow* pahali* ucuz* pazarlik* pazarliq дорого дорогои дорогая дешев* торг торгов* торгув* غالي رخيص ارخص تفاوض महंगा महँगा सस्ता मोलभाव mahal murah nego tawar
	贵 便宜 讲价 砍价 还价 高すぎ 安く 値引き 値切 비싸 저렴 싸게 깎아`,
	`tax vat impuesto* iva imposto* cnpj nif taxe* tva impot impots steuer* mwst umsatzsteuer* tassa partitaiva belasting* btwnummer inclbtw exclbtw podatk* podatek nip vergi vergisi vergiler* kdv налог* ндс инн податк* податок пдв ضريبه जीएसटी gst pajak ppn npwp
	税 税号 増値 税金 消費税 세금 부가세 세액`,
	`points bonus reward* loyaltypoints puntos recompens* pontos punkte pramie* punti premi punten spaarpunt* punkty punktow puan* балл* бонус* бали балів نقاط مكافا पॉइंट अंक poin
	积分 奖励 ポイント 特典 포인트 적립`,
];
