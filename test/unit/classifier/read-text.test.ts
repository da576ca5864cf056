import { readText } from '../../../handover/classifier/read-text';

const wordsOf = (text: string) => readText(text).tokens.map(({ word }) => word);

test.each([
	['tɑlk to a humɑn', 'talk to a human'],
	['ɦᴜᴍɑɳ', 'human'],
	['ꓧuman', 'human'],
	['нυмαη', 'human'],
	['🅷🆄🅼🅰🅽 please', 'human please'],
	['🅷🅤🅜🅐🅝', 'human'],
	['🅷 🆄 🅼 🅰️ 🅽', 'human'],
	['🇭🇺🇲🇦🇳', 'human'],
	['🇭 🇺 🇲 🇦 🇳', 'human'],
	['h\u20e3u\u20e3m\u20e3a\u20e3n\u20e3', 'human'],
	['hu\u{e0061}man', 'human'],
	['I want a h|u|m|a|n', 'i want a human'],
	['a h.u.m.a.n please', 'a human please'],
	['h-u-m-a-n', 'human'],
	['h_u_m_a_n!', 'human'],
	['h/u/m/a/n', 'human'],
	['h | u | m | a | n', 'human'],
	['h. u. m. a. n', 'human'],
	['h🙂u🙂m🙂a🙂n', 'human'],
	['t-a-l-k with a h-u-m-a-n', 'talk with a human'],
	['g e t  m e  a  p e r s o n', 'get me a person'],
	['I want a h u m a n', 'i want a human'],
	['a g e n t', 'agent'],
	['s c a n it', 'scan it'],
	['о|п|е|р|а|т|о|р', 'оператор'],
])('%s is read as %s', (text, words) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

test.each([
	['U.S.A.', 'u s a'],
	['Which of A, B, C, D, E?', 'which of a b c d e'],
	['an A/B test', 'an a b test'],
	['a.b.c.d@mail.example', 'a b c d mail example'],
	['order A-7-B-3-C', 'order a 7 b 3 c'],
	['snake_case_name', 'snake_case_name'],
	['data__id', 'data__id'],
	['i <3 you, a<b and b>c', 'i 3 you a b and b c'],
	['<human>', 'human'],
	['почта', 'почта'],
	['ηλικια', 'ηλικια'],
	['नमस्ते', 'नमस्ते'],
	['ich heiße Łukasz Ørsted', 'ich heisse lukasz orsted'],
])('%s stays %s', (text, words) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

test.each([
	['I need a _real person_', 'i need a real person'],
	['__human__ please', 'human please'],
	['_оператор_', 'оператор'],
	['_人工_', '人 工'],
	["_I don't know._ Sorry", 'i dont know sorry'],
	['___', ''],
	['<b>agent</b>', 'agent'],
	["<p class='a'>I don't know.</p><br/>Sorry", 'i dont know sorry'],
	['<a href="https://shop.example/a_b">help</a>', 'help'],
])('%s is read without what sets it off, as "%s"', (text, words) => {
	expect(wordsOf(text).join(' ')).toBe(words);
});

test('underscores and tags part sentences where a dot or a line of its own does', () => {
	const sentencesOf = (text: string) => readText(text).tokens.map(({ sentence }) => sentence);
	expect(sentencesOf('_one._ two')).toEqual([0, 1]);
	expect(sentencesOf('one<br>two <b>two</b>')).toEqual([0, 1, 1]);
});

test('flags stay flags, next to each other too', () => {
	expect(wordsOf('🇩🇪🇺🇸 🇫🇷')).toEqual([...'🇩🇪🇺🇸🇫🇷']);
});
