import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DEVELOPMENT, readLabelledLines } from '../../evaluation/labelled-lines';

const ROOT = join(__dirname, '../..');

const STRIDE = 7919;
/** Dialogues, of one to four turns each, before the one that a line is about. */
const MOST_BEFORE = 6;

function classify(input: string): Promise<string[]> {
	return new Promise((resolve, reject) => {
		const child = execFile(
			'npm',
			['run', '-s', 'classify'],
			{ cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
			(error, stdout) => (error ? reject(error) : resolve(stdout.trimEnd().split('\n'))),
		);
		child.stdin!.end(input);
	});
}

test('`npm run -s classify` answers every line in order', async () => {
	const asked = [
		{ text: 'Can I talk to a human?', role: 'user' },
		{ text: 'How long does shipping take?', role: 'user' },
		{ text: "I'm sorry, I don't have any information about that.", role: 'assistant' },
		{ text: 'Shipping takes three days.', role: 'assistant', question: 'How long is shipping?' },
		{ text: "That's not what I asked.", role: 'user', bot: 'Shipping takes three days.' },
		{
			text: 'When do you open?',
			role: 'user',
			history: [
				{ role: 'user', text: 'When do you open?' },
				{ role: 'assistant', text: 'We sell bicycles and parts.' },
			],
		},
	];
	const many = Array.from({ length: 20_000 }, (_, index) => asked[index % asked.length]!);
	const input = [...many.map((line) => JSON.stringify(line)), 'no JSON', '{"text": 1}'].join('\n');
	const answers = (await classify(input)).map((line) => JSON.parse(line) as Record<string, number>);
	expect(answers).toHaveLength(20_002);
	const [request, question, lack, answer, complaint, again] = answers;
	expect(request!['contact_request']).toBeGreaterThan(0.8);
	expect(question!['contact_request']).toBeLessThan(0.2);
	expect(lack).toMatchObject({ contact_request: 0, failed_attempt: 0 });
	expect(lack!['lack_of_information']).toBeGreaterThan(0.8);
	expect(answer!['lack_of_information']).toBeLessThan(0.2);
	expect(complaint!['failed_attempt']).toBeGreaterThan(0.8);
	expect(again!['failed_attempt']).toBeGreaterThan(0.5);
	many.forEach((_, index) => expect(answers[index]).toEqual(answers[index % asked.length]));
	expect(answers.slice(-2).map((one) => typeof one['error'])).toEqual(['string', 'string']);
});

/** In seconds of the processor, of all processes that the command started. */
async function secondsToClassify(input: string): Promise<number> {
	const child = spawn('bash', ['-c', 'npm run -s classify > /dev/null && times >&2'], {
		cwd: ROOT,
	});
	let printed = '';
	child.stderr.on('data', (chunk: Buffer) => (printed += chunk.toString()));
	const ended = once(child, 'close');
	child.stdin.end(input);
	await ended;
	const [user, system] = printed.trim().split('\n').at(-1)!.split(' ');
	return [user!, system!].reduce((sum, time) => {
		const [, minutes, seconds] = /^(\d+)m([\d.]+)s$/.exec(time)!;
		return sum + 60 * Number(minutes) + Number(seconds);
	}, 0);
}

/** As somebody pipes in what their bot has been through: all languages, drafts, messages after many turns or none. */
function mixedLines(count: number): string {
	const lines = readLabelledLines(DEVELOPMENT);
	const dialogues = lines.map(({ history }) => history).filter(({ length }) => length > 0);
	const role = { contact: 'user', bot: 'assistant', human: 'assistant' } as const;
	const mixed = Array.from({ length: count }, (_, index) => {
		// A prime number of lines on, which is in another language.
		const { task, text, history } = lines[(index * STRIDE) % lines.length]!;
		if (task === 'lack-of-information') {
			return { text, role: 'assistant', question: history.at(-1)?.text ?? null };
		}
		const before = Array.from(
			{ length: index % MOST_BEFORE },
			(_, at) => dialogues[(index + at) % dialogues.length]!,
		).flat();
		const turns = [...before, ...history];
		return {
			text,
			role: 'user',
			history: turns.map(({ author, text: said }) => ({ role: role[author], text: said })),
		};
	});
	return mixed.map((line) => JSON.stringify(line)).join('\n');
}

test('20,000 mixed lines take less than 10 s of the processor', async () => {
	expect(await secondsToClassify(mixedLines(20_000))).toBeLessThan(10);
});

test('only a line feed ends a line, with or without a carriage return', async () => {
	const request = { text: 'Can I talk to a human?', role: 'user' };
	const lines = [
		{ ...request, text: `${request.text}\u2028Thanks\u2029` },
		{ ...request, text: 'Is it\u0085blue?' },
		request,
		{ ...request, text: 'Where is 我的订单?' },
	].map((line) => JSON.stringify(line));
	const answers = await classify(`\uFEFF${lines.join('\r\n')}`);
	expect(answers).toEqual(await classify(`${lines.join('\n')}\n`));
	const probabilities = answers.map((line) => JSON.parse(line) as { contact_request: number });
	expect(probabilities.map((one) => one.contact_request > 0.5)).toEqual([true, false, true, false]);
});

test('an empty line is answered as well, so that later answers stay in their place', async () => {
	const answers = await classify(`\n${JSON.stringify({ text: 'hello', role: 'user' })}\n`);
	expect(answers.map((line) => Object.keys(JSON.parse(line) as object))).toEqual([
		['error'],
		['contact_request', 'lack_of_information', 'failed_attempt'],
	]);
});

const ANSWERED = {
	'no history': { text: 'hello', role: 'user' },
	'an empty history': { text: 'hello', role: 'user', history: [] },
	'a history that is null': { text: 'hello', role: 'user', history: null, bot: null },
	'an empty text': { text: '', role: 'user' },
	'an answer to nothing': { text: 'Three days.', role: 'assistant', question: null, history: [] },
	'a field that nobody knows': { text: 'hello', role: 'user', id: 7 },
};
const REFUSED = {
	'no role': { text: 'hello' },
	'an unknown role': { text: 'hello', role: 'system' },
	'an unknown role in the history': {
		text: 'hello',
		role: 'user',
		history: [{ role: 'tool', text: 'x' }],
	},
	'a turn without a text': { text: 'hello', role: 'user', history: [{ role: 'user' }] },
	'a history that is no list': { text: 'hello', role: 'user', history: 'hello' },
	'no text': { role: 'user' },
	null: null,
	'a text alone': 'hello',
	'a list': [{ text: 'hello', role: 'user' }],
};

test('each line is answered by probabilities or by an error, and none is left out', async () => {
	const kinds = [...Object.keys(ANSWERED), ...Object.keys(REFUSED)];
	const lines = [...Object.values(ANSWERED), ...Object.values(REFUSED)].map((line) =>
		JSON.stringify(line),
	);
	const answers = await classify([...lines, ' ', '{"text": "hel', lines[0]].join('\n'));
	const parsed = answers.map((line) => JSON.parse(line) as Record<string, unknown>);
	const isRefused = parsed.map((answer) => 'error' in answer);
	expect(kinds.filter((_, at) => isRefused[at])).toEqual(Object.keys(REFUSED));
	expect(isRefused.slice(kinds.length)).toEqual([true, true, false]);
	// The line that was first is the last, too; and an empty history is as good as none.
	expect([parsed.at(-1), parsed[1], parsed[2]]).toEqual([parsed[0], parsed[0], parsed[0]]);
	for (const answer of parsed.filter((one) => !('error' in one))) {
		for (const probability of Object.values(answer)) {
			expect(probability).toBeGreaterThanOrEqual(0);
			expect(probability).toBeLessThanOrEqual(1);
		}
	}
});

test('a reader that has read enough ends it without an error', async () => {
	const child = spawn('npm', ['run', '-s', 'classify'], { cwd: ROOT });
	child.stdin.on('error', () => undefined);
	let errors = '';
	child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
	const ended = once(child, 'exit');
	const line = `${JSON.stringify({ text: 'hello', role: 'user' })}\n`;
	child.stdin.write(line.repeat(2_000));
	await once(child.stdout, 'data');
	child.stdout.destroy();
	child.stdin.end(line.repeat(20_000));
	expect(await ended).toEqual([0, null]);
	expect(errors).toBe('');
});

test('each line is answered at once, for whoever waits for it before the next', async () => {
	const child = spawn('npm', ['run', '-s', 'classify'], { cwd: ROOT });
	const ended = once(child, 'exit');
	const signal = AbortSignal.timeout(20_000);
	try {
		for (const text of ['hello', 'Can I talk to a human?']) {
			child.stdin.write(`${JSON.stringify({ text, role: 'user' })}\n`);
			const [answer] = (await once(child.stdout, 'data', { signal })) as [Buffer];
			expect(JSON.parse(answer.toString())).toHaveProperty('contact_request');
		}
	} finally {
		child.stdin.end();
		expect(await ended).toEqual([0, null]);
	}
}, 30_000);
