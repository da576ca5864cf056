/** What is paid, and what it costs. As in {@link topics}, a row per topic. */
export const MONEY: readonly string[] = [
	// What was paid, given back.
	`refund* moneyback reimburs* chargeback* reembols* reintegr* devolucion* estorn* ressarc* rembours* ruckerstatt* erstatt* ruckzahl* ruckvergut* rimbors* terugbetal* restitutie* zwrot* geri-odeme возмещ* компенс* відшкод* استرداد استرجاع रिफंड refund* pengembalian moneyreturned compensat* compensac* restituc* indemnizac* devolvam* remborsar entschadig* geldzuruck risarc* vergoed* odszkodowan* rekompens* tazminat вернитеденьги повернітьгроші تعويض मुआवज़ा kompensasi gantirugi
	退款 退钱 退錢 返金 払い戻し 환불`,
	`money cash funds dinero plata efectivo dinheiro grana argent fric sous geld kohle soldi denaro geld centen pieniadz* pieniedz* kasy kasa paray* parami paran* деньги денег деньгам деньгами гроші грошей نقود فلوس اموال मनी पैसा पैसे पैसों paisa paise uang duit
	钱 錢 お金 代金 돈`,
	// To pay.
	`pay pays paid paying payment* charge charged charges charging billed debited pago* pagar pague cobr* cargo pagamento* pagar* paguei cobranc* payer paie paye paiement* debit* preleve* bezahl* zahl* gezahlt abgebucht abbuch* pagat* pagare addebit* betal* betaling* afgeschreven plac* zaplac* platnos* obciaz* odedim odeyece* odemek oduyor* odeme* tahsil* cekil* плат* оплат* списа* спис* сплат* دفع* مدفوع* خصم भुगतान पेमेंट bayar* membayar pembayaran transaction deducted transaccion abonar transacao regler reglement uberwiesen lastschrift versamento incasso overboeking afschrijving wplac* wplat* pobran* odendi перевел оплачен* проплат* сплачен* سداد ادفع चुकाना अदा dibayar lunas
	付款 支付 扣款 付钱 付了 支払 決済 결제 지불 납부`,
	`invoice* bill receipt* factura* recibo* fatura* nota-fiscal facture* recu rechnung* quittung* beleg* fattur* ricevut* scontrin* factuur* facturen bon faktur* rachun* paragon* fis faturam* счет* счёт* чек квитанц* рахун* فاتوره فواتير ايصال बिल चालान invoice faktur tagihan kuitansi struk billing boleto notafiscal releve abrechnung bolletta bollette afrekening nota rozliczen* dekont накладн* كشف
	发票 發票 账单 帳單 収据 請求書 領収書 청구서 영수증 계산서`,
	// What it costs.
	`price* pricing cost* quote* quotation* estimate rate rates precio* cuesta* costo coste cotiz* presupuest* preco* custa* custo orcament* prix cout* devis tarif* preis* kost* angebot* kostenvoranschlag* prezz* costa* preventiv* prijs* offerte* cen* kosztuj* wycen* oferte fiyat* ucret* teklif* цен* стоим* стоит расценк* цін* кошту* вартіст* سعر اسعار تكلف* عرض कीमत दाम खर्च kimat harga biaya penawaran howmuch cuantocuesta quantocusta orcar quantocosta listino hoeveelkost tarief nekadar сколькостоит прайс скількикоштує كمالسعر تسعير कितनेका भाव berapaharga hargaberapa
	价格 價格 报价 報價 多少钱 费用 価格 値段 見積 料金 가격 얼마 견적 비용`,
	`discount* coupon* voucher* rebate* descuent* cupon* rebaj* descont* cupom remise* reduction* rabais rabatt* gutschein* nachlass* vergunstig* scont* korting* rabat* znizk* indirim* kupon* скидк* купон* знижк* تخفيض* कूपन छूट डिस्काउंट diskon potongan
	折扣 优惠 優惠 打折 割引 クーポン 할인 쿠폰`,
	// How payment is spread or put off.
	`installment* instalment* debt* owe owed owing arrears overdraft unemployed cuotas plazo plazos deuda* atrasad* moros* desemple* parcel* divida* devendo prestac* desempreg* dette* echeanc* arrier* impaye* mensualit* decouvert chomage raten ratenzahl* stund* mahnung* arbeitslos* debit* rate rateizz* arretrat* disoccupat* schuld* termijn* achterstal* betalingsregel* werkloos* dlug* raty rata ratach zaleg* bezrobotn* borc* taksit* vade* issiz* долг* рассроч* задолж* просроч* безработ* борг* розстроч* заборгов* безробіт* دين ديون اقساط تقسيط مديون قسط कर्ज़ कर्ज उधार किस्त किश्त बकाया hutang utang cicilan tunggakan angsuran
	分期 欠款 债 逾期 失业 分割 借金 滞納 ローン返済 失業 할부 빚 연체 분할 실직`,
	`loan* mortgage* credit lend* lent borrow* interest financ* hipotec* credito creditos prest* emprestim* juros emprunt* pret prets hypothe* darlehen* zins* finanzier* mutuo mutui finanziam* tasso lening* rente lenen kredyt* pozycz* hipotek* kredi* konutkredi faiz* borcalmak кредит* ипотек* заем займ* ссуд* іпотек* позик* قرض قروض تمويل رهن लोन कर्ज़ा ऋण ब्याज pinjaman kpr bunga
	贷款 貸款 借款 房贷 利息 按揭 ローン 融資 借り入れ 金利 대출 융자 이자 담보`,
	`bank* transfer* iban atm withdraw* balance banco* cajero saldo retir* caixaeletronico pix saque banque* virement* solde distributeur uberweis* kontostand geldautomat* banca bonific* overmak* overschrijv* przelew* havale* eft bakiye* paracekme банк* перевод* баланс* переказ* بنك تحويل رصيد صراف बैंक ट्रांसफर शेष rekening
	银行 转账 余额 取款 銀行 振込 残高 振り込 은행 이체 송금 잔액 계좌`,
	`card cards debit tarjeta* cartao cartoes carte cartes karte karten carta kaart kaarten karta karty kart karti kartim карт* بطاقه بطاقتي कार्ड kartu
	卡 银行卡 カード 카드`,
	// More than one would have to pay.
	`overcharg* toomuch double twice duplicate* fee fees cobrardemas doble dosveces comision* duplicad* dobro duasvezes taxa* tarifa* deuxfois troppercu frais doppelt zweimal gebuhr* uberhoht* doppio duevolte commission* dubbel tweekeer teveel podwojn* dwarazy prowizj* oplat* ikikez cift fazla ucret* дважды двойн* комисси* лишн* двічі подвійн* зайв* комісі* مرتين مضاعف زياده رسوم दोबार दोगुना ज्यादा ज़्यादा duakali dobel kelebihan
	多收 重复 两次 手续费 二重 二回 手数料 多く 두번 중복 이중 수수료 더많이`,
	`expensive cheap cheaper affordable bargain negotiat* haggle caro barat* negoci* regate* caros pechinch* cher chere moinscher marchand* teuer* gunstig* billig* verhandeln handeln costos* economic* trattar* contrattar* duur* goedkoop* onderhandel* afdingen drog* tani* negocj* targow* pahali* ucuz* pazarlik* pazarliq дорого дорогой дорогая дешев* торг торгов* торгув* غالي رخيص ارخص تفاوض महंगा महँगा सस्ता मोलभाव mahal murah nego tawar
	贵 便宜 讲价 砍价 还价 高すぎ 安く 値引き 値切 비싸 저렴 싸게 깎아`,
	`tax vat impuesto* iva imposto* cnpj nif taxe* tva impot* steuer* mwst umsatzsteuer* tassa partitaiva belasting* btw podat* nip vergi* kdv налог* ндс инн подат* пдв ضريبه जीएसटी gst pajak ppn npwp
	税 税号 増値 税金 消費税 세금 부가세 세액`,
	`points bonus reward* loyaltypoints puntos recompens* pontos punkte pramie* punti premi punten spaarpunt* punkty punktow puan* балл* бонус* бали балів نقاط مكافا पॉइंट अंक poin hadiah
	积分 奖励 ポイント 特典 포인트 적립`,
];
