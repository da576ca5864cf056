import { learnByExample } from '../../../training/learn-by-example';
import { seededRandom } from '../../../training/random';

test('what a network is sure of rests every other epoch, and nothing else does', () => {
	const read = [0, 0];
	const learnt = [0, 0];
	let last = 0;
	const learner = {
		// The first is known for sure, the second never.
		read: (index: number) => {
			read[index]! += 1;
			last = index;
			return index === 0 ? 20 : 0;
		},
		learn: () => {
			learnt[last]! += 1;
		},
	};
	const examples = [
		{ label: 1, weight: 1 },
		{ label: 1, weight: 1 },
	] as const;
	const schedule = { epochs: 6, rate: 0.1 };
	learnByExample({ all: Float32Array.of(0) }, learner, examples, schedule, seededRandom(1));
	expect(read).toEqual([3, 6]);
	expect(learnt).toEqual([0, 6]);
});
