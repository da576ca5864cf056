import { parseStaff } from '../../../handover/staff/staff-member';
import { aMember } from '../../builders/staff';

describe('a staff list', () => {
	test('fills in what is left out', () => {
		expect(parseStaff([{ name: 'Ana' }])).toEqual([aMember('Ana')]);
	});

	test('takes numbers from forms, where empty and 0 are no limit', () => {
		const staff = [
			{ name: 'Ana', capacity: '3', weight: '2' },
			{ name: 'Ben', capacity: 0 },
			{ name: 'Chloe', capacity: '' },
			{ name: 'Dan', capacity: null },
		];
		expect(parseStaff(staff).map(({ capacity, weight }) => [capacity, weight])).toEqual([
			[3, 2],
			[null, 1],
			[null, 1],
			[null, 1],
		]);
	});

	test.each([
		[{ email: 'ana@example.com' }, 'Each member needs a name.'],
		[{ name: 'Ana', workingHours: 'whenever' }, 'Write them like "Mon-Fri 09:00-17:00'],
		[{ name: 'Ana', timeZone: 'Berlin' }, 'It is an IANA name, such as Europe/Berlin.'],
		[{ name: 'Ana', capacity: -1 }, 'It is a whole number up to 10000'],
		[{ name: 'Ana', capacity: 1.5 }, 'It is a whole number up to 10000'],
		[{ name: 'Ana', capacity: 'many' }, 'It is a whole number up to 10000'],
		[{ name: 'Ana', weight: 0 }, 'It is a whole number from 1 to 100.'],
		[{ name: 'Ana', weight: 101 }, 'It is a whole number from 1 to 100.'],
		[{ name: 'Ana', enabled: 'yes' }, 'Check the staff list.'],
	])('refuses %j, and says how it should be', (member, hint) => {
		const refusal = expect.objectContaining({
			code: 'STAFF_INVALID',
			message: expect.stringContaining(hint),
		});
		expect(() => parseStaff([member])).toThrow(refusal);
	});
});
