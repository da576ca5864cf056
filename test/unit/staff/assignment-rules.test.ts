import { ASSIGNMENT_RULES, type AssignmentRule } from '../../../handover/staff/assignment-rules';
import type { RosterEntry } from '../../../handover/staff/staff-member';
import { anEntry } from '../../builders/staff';

const order = (rule: AssignmentRule, staff: RosterEntry[], lot = 'h') =>
	ASSIGNMENT_RULES[rule](staff, lot).map(({ id }) => id);

/** Who gets `count` conversations, one after the other, when all are there. */
function assign(rule: AssignmentRule, staff: RosterEntry[], count: number): string[] {
	const roster = staff.map((one) => ({ ...one }));
	return Array.from({ length: count }, (_, index) => {
		const next = ASSIGNMENT_RULES[rule](roster, `h${index}`)[0]!;
		next.lastAssigned = index + 1;
		next.openConversations += 1;
		return next.id;
	});
}

const share = (given: string[], id: string) => given.filter((one) => one === id).length;

describe('the order in which staff are asked', () => {
	test.each([
		[
			'roundRobin',
			[
				['A', 3],
				['B', 1],
				['C', 2],
			],
			'BCA',
		],
		[
			'roundRobin',
			[
				['A', 0],
				['B', 0],
				['C', 0],
			],
			'ABC',
		],
		[
			'roundRobin',
			[
				['A', 5],
				['B', 0],
			],
			'BA',
		],
		[
			'leastBusy',
			[
				['A', 3, 0],
				['B', 1, 2],
				['C', 2, 1],
			],
			'ACB',
		],
		[
			'leastBusy',
			[
				['A', 3, 1],
				['B', 1, 1],
				['C', 2, 1],
			],
			'BCA',
		],
	] as Array<[AssignmentRule, Array<[string, number, number?]>, string]>)(
		'%s of %j is %s',
		(rule, staff, expected) => {
			const entries = staff.map(([id, lastAssigned, openConversations = 0]) =>
				anEntry(id, { lastAssigned, openConversations }),
			);
			expect(order(rule, entries).join('')).toBe(expected);
		},
	);

	test('round robin goes round', () => {
		const staff = ['A', 'B', 'C'].map((id) => anEntry(id));
		expect(assign('roundRobin', staff, 7).join('')).toBe('ABCABCA');
	});

	test.each([[[1, 1]], [[3, 1]], [[2, 5]], [[10, 1]], [[1, 2, 3, 4]], [[1, 1, 1, 10]], [[100, 1]]])(
		'weighted shares by %j',
		(weights) => {
			const count = 20_000;
			const total = weights.reduce((sum, weight) => sum + weight, 0);
			const staff = weights.map((weight, index) => anEntry(`staff-${index}`, { weight }));
			const given = assign('weighted', staff, count);
			weights.forEach((weight, index) => {
				const expected = weight / total;
				const deviation = Math.sqrt((expected * (1 - expected)) / count);
				const off = share(given, `staff-${index}`) / count - expected;
				expect(Math.abs(off)).toBeLessThan(4 * deviation);
			});
		},
	);

	test('weighted shares what somebody who is away leaves by the weights of the others', () => {
		const staff = [5, 2, 1].map((weight) => anEntry(String(weight), { weight }));
		const seconds = Array.from({ length: 20_000 }, (_, index) =>
			order('weighted', staff, `h${index}`),
		)
			.filter(([first]) => first === '5')
			.map(([, second]) => second!);
		expect(share(seconds, '2') / seconds.length).toBeCloseTo(2 / 3, 1);
	});

	test('weighted has one order for one handover', () => {
		const staff = ['A', 'B', 'C', 'D'].map((id) => anEntry(id));
		expect(order('weighted', staff, 'h7')).toEqual(order('weighted', [...staff].reverse(), 'h7'));
	});

	test('least busy evens out what is open', () => {
		const staff = [anEntry('A', { openConversations: 4 }), anEntry('B'), anEntry('C')];
		expect(assign('leastBusy', staff, 8).join('')).toBe('BCBCBCBC');
	});
});
