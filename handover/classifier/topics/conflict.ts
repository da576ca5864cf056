/** What one quarrels about. As in {@link topics}, a row per topic. */
export const CONFLICT: readonly string[] = [
	// Strong feelings.
	`angry furious upset mad outrag* frustrat* fed livid annoyed annoying enojad* furios* molest* enfad* hart* indignad* irritad* bravo raiva chatead* furieu* colere enerve* agace* wutend* sauer verarger* zornig* stinksauer emport* genervt* arrabbiat* furios* incazzat* stuf* boos woedend kwaad wsciek* zly zla wkurz* zdenerwow* kizgin* sinirl* ofkel* злой зла злюсь бесит возмущ* разозл* злий обурен* غاضب* زعلان* منزعج* गुस्सा नाराज marah kesal jengkel emosi
	生气 生氣 愤怒 气死 怒 腹が立 イライラ 화나 화가 짜증 분노`,
	`idiot* stupid moron* dumb fuck* shit* asshole* bastard* idiota* estupid* imbecil* mierda pendej* burro* merda porra imbecile* connard* merde debil* abruti* idioten* dumm* scheiss* arschloch* trottel* stronz* cretin* merda idioot sukkel klootzak* debil* kretyn* glup* aptal* salak* gerizekal* идиот* дурак* тупой тупые дебил* ідіот* дурн* غبي* احمق* حمار बेवकूफ गधा bodoh goblok tolol bego
	傻 白痴 笨蛋 混蛋 バカ 馬鹿 クソ 바보 멍청 병신`,
	// That something was bad.
	`complain* rude impolite unacceptable terrible awful horrible worst disgusting unprofessional disrespect* reckless* quej* reclam* groser* inaceptable pesim* horribl* maleducad* reclamac* pessim* grosseir* inaceitav* plain* plainte* malpoli* inadmissible scandal* horrible* impoli* beschwer* reklam* unverschamt* unfreundlich* inakzeptabel* unmoglich furchtbar* frech* lament* reclam* scortes* inaccettab* pessim* maleducat* klacht* klag* onbeschoft* onacceptabel* schandalig* skarg* niegrzeczn* niedopuszczaln* okropn* chamsk* sikayet* kaba kabaydi berbat rezalet* saygisiz* жалоб* жалов* груб* ужас* хам* отвратит* безобраз* скарг* скаржит* жахлив* شكوي اشتك* وقح سيء فظيع* शिकायत बदतमीज* घटिया खराब komplain keluhan kasar buruk parah
	投诉 投訴 差劲 态度 粗鲁 苦情 クレーム 失礼 ひどい 최악 불만 무례 불친절`,
	// To tell the world.
	`review* rating* stars star facebook instagram twitter tiktok google posting publish* public social resena* estrella* publicar redes valorac* avaliac* estrela* redessociais avis etoile* reseaux publier bewert* rezension* sterne stern veroffentlich* soziale recension* stelle stella pubblic* beoordel* recensie* sterren opini* gwiazdk* ocen* recenzj* yorum* yildiz* puanla* sosyal paylas* отзыв* звезд* рейтинг* соцсет* выложу опублик* відгук* зірк* соцмереж* опублік* викладу تقييم نجمه نجوم مراجعه انشر समीक्षा रिव्यू सितारा ulasan bintang penilaian medsos
	差评 评价 星级 一星 五星 曝光 微博 抖音 小红书 レビュー 口コミ 評価 投稿 晒 SNS 리뷰 후기 별점 별 평점 올릴`,
	`threat* warn* amenaz* advert* ameac* menac* averti* droh* minacc* dreig* groz* tehdit* uyar* угрож* предупрежд* погрож* تهديد اهدد धमकी ancam mengancam
	威胁 警告 脅 협박 경고`,
	// The law.
	`lawyer* attorney* court* sue suing sued lawsuit* legal litigat* solicitor* prosecut* abogad* juicio* demanda demandar* demandare denunci* tribunal* advogad* processar process* justica procon avocat* proces poursuiv* poursuite* justice juridi* anwalt* anwaelt* rechtsanwalt* klage* klagen verklag* gericht* rechtlich* anzeig* verbraucherschutz* juristisch* avvocat* denunci* querela* legale legali advocaat* rechtbank* rechtszaak* aanklag* juridisch* prawni* adwokat* sad sadu sadow* pozew pozwe pozwac avukat* dava mahkeme* yasal* адвокат* юрист* суд суда суде судом судить* засуж* юридич* позов* позив* محامي* محكم* قضي* قانون* مقاضا* वकील अदालत कोर्ट मुकदमा कानूनी pengacara hukum pengadilan tuntut* gugat*
	律师 律師 法院 起诉 起訴 法律 告你 弁護士 裁判 訴え 法的 변호사 고소 소송 법원 법적`,
	`contest* appeal* objection* dispute* unfair disagree* recurr* recurso* impugn* injust* apel* recorr* recours* opposition* einspruch* widerspruch* anfecht* ungerecht* ricors* ingiust* bezwaar* beroep* betwist* onterecht* odwol* sprzeciw* niesluszn* itiraz* haksiz* обжалов* оспор* несправед* оскарж* апеляц* اعتراض اعترض طعن ظلم आपत्ति अपील अन्याय banding keberatan tidakadil
	申诉 异议 上诉 不公平 異議 不服 不当 이의 항의 부당`,
];
