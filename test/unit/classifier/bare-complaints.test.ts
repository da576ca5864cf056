import { classify, dialogue } from './classifier-turns';

/** As people say it when an answer did not do, and nothing else. Who wrote training text of that kind had not seen it. */
const COMPLAINTS = `
	it hasn't helped
	that hasn't helped
	this hasn't helped at all
	none of that has helped
	nothing has helped so far
	it hasn't solved it
	that hasn't fixed it
	hasn't fixed anything
	this hasn't resolved my issue
	it has not resolved my problem
	you haven't helped
	you haven't answered my question
	you have not answered me
	my question hasn't been answered
	your answer hasn't helped me
	still hasn't worked
	it isn't helping
	that's not helping
	this isn't working
	it doesn't help
	that does not help
	didn't solve my problem
	didn't fix it
	couldn't get it to work
	not solved
	not resolved
	still not solved
	unresolved
	no it wasn't helpful
	not helpful
	unhelpful
	that was no help
	no help at all
	no use
	useless answer
	that makes no difference
	makes no sense
	that's incorrect
	incorrect
	wrong
	that is not right
	not true
	not what i meant
	not what i asked
	I meant something else
	you misunderstood
	you got me wrong
	no, I mean the other one
	tried that already
	already done that
	I did that, nothing changed
	nothing changed
	same result
	same problem
	same error
	problem persists
	the problem remains
	it keeps happening
	still broken
	still the same
	still stuck
	no luck
	didn't do the trick
	no joy
	to no avail
	ça ne m'a pas aidé
	cela n'a pas résolu mon problème
	das hat mir nicht geholfen
	das hat das Problem nicht gelöst
	das löst mein Problem nicht
	no ha funcionado
	eso no resuelve mi problema
	isso não ajudou
	não resolveu
	não adiantou
	non ha funzionato
	non mi è stato d'aiuto
	dat heeft niet geholpen
	dat heeft het probleem niet opgelost
	to nie pomogło
	nie rozwiązało to problemu
	bu yardımcı olmadı
	işe yaramadı
	это не решило проблему
	мне это не помогло
	це не допомогло
	це не вирішило мою проблему
	لم يساعدني هذا
	هذا لم يحل المشكلة
	इससे मदद नहीं मिली
	इससे समस्या हल नहीं हुई
	itu tidak membantu
	masalahnya belum selesai
	没有帮助
	没解决我的问题
	役に立ちませんでした
	解決していません
	도움이 안 됐어요
	해결되지 않았어요
`;

const ANSWERED = [
	dialogue('where is my parcel', 'It left our warehouse on Monday.'),
	dialogue('How do I reset my password?', 'Click the link on the login page.'),
];

/** Of all texts after either answer; the model before ADR 46 missed 49. */
const MOST_MISSED = 17;

test('bare complaints are heard after any answer, in the tenses that there are', async () => {
	const texts = COMPLAINTS.split('\n').flatMap((line) => line.trim() || []);
	const missed = [];
	for (const history of ANSWERED)
		for (const text of texts)
			if ((await classify({ text, history })).attempt !== 'failed') missed.push(text);
	// The texts say more than their number.
	if (missed.length > MOST_MISSED) expect(missed).toEqual([]);
});
