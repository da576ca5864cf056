/** When it is to be. As in {@link topics}, a row per topic. */
export const DATES: readonly string[] = [
	// To make other.
	`chang* modif* switch* amend* updat* adjust* replace cambi* actualiz* mudar mudanca* alterar alteracao atualiz* remplac* andern andert anderung* geander* wechsel* aktualis* umstell* aggiorn* wijzig* verander* aanpas* zmian* zmien* zaktual* degistir* guncelle* измен* поменя* смен* замен* обнов* зміни* замін* оновит* поміня* تغيير تعديل اغير اعدل غيروا تحديث बदल* परिवर्तन badal ubah mengubah ganti mengganti
	修改 更改 改成 变更 更换 換成 変更 変え 修正 替え 변경 바꾸 바꿔 수정 고쳐`,
	// To another day.
	`postpon* reschedul* earlier aplaz* adelantar adelanten adelantarlo pospon* adiar* adiado adiada adiamento remarcar* remarcac* antecip* decaler decale decalage avanc* repouss* verschieb* verlegen vorverleg* rinvi* spost* posticip* anticipo anticipare anticipar* uitstel* verzet* verplaats* vervroeg* przeloz przelozyc przelozcie przelozyl* przesun* odrocz* ertele* ilerial oneal перенес* перенос* отлож* сдвин* переніс* відклад* تاجيل تقديم اجل टालना स्थगित tunda menunda undur jadwalulang
	改期 改签 延期 推迟 提前 延ばし 日程 ずらし 早め 연기 미루 앞당 일정`,
];
