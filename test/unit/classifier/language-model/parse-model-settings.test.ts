import {
	parseBand,
	parseKey,
	parseLimits,
	parseServer,
} from '../../../../handover/classifier/language-model/parse-model-settings';

const INVALID = expect.objectContaining({ code: 'SETTINGS_INVALID' });

test('what is left out or blank has its default', () => {
	const defaults = { timeOut: 8_000, concurrency: 4, dailyBudget: 0 };
	expect(parseLimits({})).toEqual(defaults);
	expect(parseLimits({ timeOut: '', concurrency: null, dailyBudget: undefined })).toEqual(defaults);
	expect(parseBand({})).toEqual({ from: 0.15, to: 0.85 });
});

test('numbers may come as text, as dialogs have them', () => {
	const given = { timeOut: '0.5', concurrency: '2', dailyBudget: '1000' };
	expect(parseLimits(given)).toEqual({ timeOut: 500, concurrency: 2, dailyBudget: 1000 });
	expect(parseBand({ from: '0', to: '1' })).toEqual({ from: 0, to: 1 });
});

test.each([
	{ timeOut: 0 },
	{ timeOut: 121 },
	{ timeOut: 'soon' },
	{ timeOut: true },
	{ concurrency: 0 },
	{ concurrency: 1.5 },
	{ dailyBudget: -1 },
	{ dailyBudget: 'many' },
])('limits that cannot be: %j', (given) => {
	expect(() => parseLimits(given)).toThrow(INVALID);
});

test.each([{ from: 0.9, to: 0.1 }, { from: -0.1 }, { to: 1.1 }, { from: 'low' }])(
	'a band that cannot be: %j',
	(given) => {
		expect(() => parseBand(given)).toThrow(INVALID);
	},
);

test.each([
	['', 'small'],
	['localhost:11434/v1', 'small'],
	['file:///etc/passwd', 'small'],
	['http://me:secret@localhost:11434/v1', 'small'],
	['http://me@localhost:11434/v1', 'small'],
	[undefined, 'small'],
	['https://api.openai.com/v1', ' '],
	['https://api.openai.com/v1', undefined],
])('a server that cannot be: %j, model %j', (baseUrl, model) => {
	expect(() => parseServer(baseUrl, model)).toThrow(INVALID);
});

test('a server is taken without the blanks around it', () => {
	const server = { baseUrl: 'http://localhost:11434/v1', model: 'small' };
	expect(parseServer(` ${server.baseUrl} `, ' small ')).toEqual(server);
});

test('a key is taken without the blanks around it, and none where there is none', () => {
	expect(parseKey(' sk-1_a.B \n')).toBe('sk-1_a.B');
	expect([undefined, null, '', ' '].map(parseKey)).toEqual(['', '', '', '']);
});

test.each(['sk-…abc', 'sk-a\nbc', 'sk-äbc', 'sk-\u200babc', 5])(
	'a key that no server has given is refused without being told: %j',
	(key) => {
		expect(() => parseKey(key)).toThrow(INVALID);
		expect(() => parseKey(key)).not.toThrow(String(key));
	},
);
