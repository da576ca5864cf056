import { answered, textOf } from '../../builders/invariants';
import { closer, cutOff, echoing, human, retrying, timer, worker } from './actors';
import { explore } from './explore-worlds';

// Thousands of runs, each on the real operations and a real store.
jest.setTimeout(5 * 60_000);

test('a bot that answers, a request for a human, a human and a timer, in every order', async () => {
	const runs = await explore((world) => ({
		a: worker(world, 'm1', 'answer'),
		b: worker(world, 'm2', ['assignConversation', 'pauseBot']),
		human: human(world),
		timer: timer(world),
	}));
	expect(runs).toBeGreaterThan(500);
});

test('two workers that both hand over make one handover', async () => {
	const runs = await explore(
		(world) => ({
			a: worker(world, 'm1', ['createTask', 'sendClosingMessage']),
			b: worker(world, 'm2', ['createTask', 'sendClosingMessage']),
		}),
		(_world, { handovers, tasks, transcript }) => {
			const closing = transcript.filter(({ author }) => author === 'bot');
			expect([handovers.length, tasks.length, closing.length]).toEqual([1, 1, 1]);
		},
	);
	expect(runs).toBeGreaterThan(10);
});

test('the same message at two workers is answered once', async () => {
	await explore(
		(world) => ({ a: worker(world, 'm1', 'answer'), b: worker(world, 'm1', 'answer') }),
		(_world, { transcript }) => expect(transcript).toHaveLength(2),
	);
});

test('a worker that is taken for dead, and lives, says nothing beside the one that takes its turn up', async () => {
	let dropped = 0;
	for (const others of [{}, { burstWindow: 3 }]) {
		const runs = await explore(
			(world) => ({
				hung: worker(world, 'm1', 'answer', { ...others, runner: 'hung' }),
				again: worker(world, 'm1', 'answer', {
					...others,
					runner: 'again',
					takenForDead: ['hung'],
				}),
				next: worker(world, 'm2', 'answer', {
					...others,
					runner: 'next',
					takenForDead: ['hung'],
				}),
			}),
			(_world, { transcript, events }) => {
				const answers = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
				expect(new Set(answers.map((text) => answered(text)!.message)).size).toBe(answers.length);
				dropped += events.filter(({ data }) => data['takenUp'] === true).length;
			},
			{ preemptions: 2 },
		);
		expect(runs).toBeGreaterThan(20);
	}
	expect(dropped).toBeGreaterThan(0);
});

test('a worker that is taken for dead hands over nothing beside the one that has answered', async () => {
	let answeredFirst = 0;
	const runs = await explore(
		(world) => ({
			hung: worker(world, 'm1', ['createTask', 'sendClosingMessage'], { runner: 'hung' }),
			again: worker(world, 'm1', 'answer', { runner: 'again', takenForDead: ['hung'] }),
		}),
		(_world, { transcript, events }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect(said).toHaveLength(1);
			const isDropped = events.some(({ data }) => data['takenUp'] === true && data['action']);
			if (isDropped) answeredFirst += 1;
		},
	);
	expect(runs).toBeGreaterThan(5);
	expect(answeredFirst).toBeGreaterThan(0);
});

test('a turn that one worker leaves, and tries again, is answered once, whoever else takes it up', async () => {
	let takenUp = 0;
	const runs = await explore(
		(world) => ({
			retrying: retrying(world, 'm1'),
			again: worker(world, 'm1', 'answer', { runner: 'again' }),
			next: worker(world, 'm2', 'answer', { runner: 'next' }),
		}),
		(_world, { transcript, events }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect(said.map((text) => answered(text)!.message).sort()).toEqual(['m1', 'm2']);
			if (events.some(({ data }) => data['takenUp'] === true)) takenUp += 1;
		},
		{ preemptions: 2 },
	);
	expect(runs).toBeGreaterThan(20);
	expect(takenUp).toBeGreaterThan(0);
});

test('what was said into a request that was cut off is said again with the next one, until a takeover', async () => {
	for (const then of ['answer', ['assignConversation', 'sendClosingMessage']] as const) {
		const ends = { heard: 0, takenOver: 0 };
		const runs = await explore(
			(world) => ({
				channel: cutOff(world, 'm1', then),
				other: worker(world, 'm2', ['createTask']),
				human: human(world),
				timer: timer(world),
			}),
			({ heard }, { transcript }) => {
				const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
				if (said.some((text) => heard.has(text))) ends.heard += 1;
				if (said.some((text) => !heard.has(text))) ends.takenOver += 1;
			},
			{ preemptions: 2 },
		);
		expect(runs).toBeGreaterThan(50);
		expect(Math.min(...Object.values(ends))).toBeGreaterThan(0);
	}
});

test('where nobody takes over, all that was said into a request that was cut off is heard', async () => {
	await explore(
		(world) => ({ channel: cutOff(world, 'm1', 'answer'), b: worker(world, 'm2', 'answer') }),
		({ heard }, { transcript }) => {
			const said = transcript.filter(({ author }) => author === 'bot').map(({ text }) => text);
			expect([...heard].sort()).toEqual(said.sort());
		},
	);
});

test('the echo of what was said again is nobody, in every order', async () => {
	for (const then of ['answer', ['assignConversation', 'sendClosingMessage']] as const) {
		let heard = 0;
		await explore(
			(world) => ({
				channel: echoing(world, 'm1', then),
				other: worker(world, 'm2', ['createTask'], { isCutOff: true }),
				timer: timer(world),
			}),
			(world, { transcript, events }) => {
				expect(transcript.filter(({ author }) => author === 'human')).toEqual([]);
				expect(events.filter(({ type }) => type === 'human.replied')).toEqual([]);
				heard += world.heard.size;
			},
			{ preemptions: 2 },
		);
		expect(heard).toBeGreaterThan(0);
	}
});

test('messages are decided in the order in which they came', async () => {
	await explore(
		(world) => ({ a: worker(world, 'm1', 'answer'), b: worker(world, 'm2', 'answer') }),
		(_world, { transcript }) => {
			const by = (author: string) =>
				transcript.filter((line) => line.author === author).map(({ text }) => text);
			const answers = by('bot').map((text) => textOf(answered(text)!.message));
			expect(answers).toEqual(by('contact'));
		},
	);
});

test('three fragments at three workers are answered once, and with all of them', async () => {
	const burst = { burstWindow: 3 };
	const runs = await explore(
		(world) => ({
			a: worker(world, 'm1', 'answer', burst),
			b: worker(world, 'm2', 'answer', burst),
			c: worker(world, 'm3', 'answer', burst),
		}),
		// The time passes only when all of them wait, so no order makes them two turns.
		({ asked }, { transcript }) => {
			const said = transcript.filter(({ author }) => author === 'contact');
			expect(asked).toEqual([said.map(({ text }) => text).join('\n')]);
			expect(transcript.filter(({ author }) => author === 'bot')).toHaveLength(1);
		},
		{ preemptions: 2 },
	);
	expect(runs).toBeGreaterThan(20);
});

test('a burst that a human, or the end of the conversation, comes into loses nothing', async () => {
	const burst = { burstWindow: 3 };
	for (const intruder of [human, closer]) {
		const runs = await explore(
			(world) => ({
				a: worker(world, 'm1', 'answer', burst),
				b: worker(world, 'm2', 'answer', burst),
				intruder: intruder(world),
			}),
			({ outcomes }) => {
				// Both came to an end: answered, joined, dropped, or a human's.
				expect([...outcomes.keys()].sort()).toEqual(['m1', 'm2']);
			},
			{ preemptions: 3 },
		);
		expect(runs).toBeGreaterThan(20);
	}
});
