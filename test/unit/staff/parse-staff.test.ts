import { parseStaff, parseStaffApart } from '../../../handover/staff/staff-member';
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

describe('a staff list with wrong entries', () => {
	const list = [{ name: 'Ana' }, { name: 'Ben', workingHours: '9 to 5' }, { name: 'Chloe' }];

	test('says which entry is wrong, and in what, and keeps the others', () => {
		const { staff, ids, fault } = parseStaffApart(list);
		expect(ids).toEqual(['Ana', 'Ben', 'Chloe']);
		expect(staff).toEqual([aMember('Ana'), aMember('Chloe')]);
		expect(fault).toMatchObject({
			code: 'STAFF_INVALID',
			message: expect.stringMatching(/^Staff: Working Hours of member 2 is not valid\. Write them/),
		});
	});

	test('has each name once', () => {
		const { staff, fault } = parseStaffApart([...list, { name: 'Ana', capacity: 1 }]);
		expect(staff).toEqual([aMember('Ana'), aMember('Chloe')]);
		expect(fault).toMatchObject({ code: 'STAFF_INVALID' });
		const twice = parseStaffApart([{ name: 'Ana' }, { name: 'Ana' }]);
		expect(twice.staff).toHaveLength(1);
		expect(twice.fault).toMatchObject({ message: 'Staff: two members have the same id.' });
	});

	test('has no fault where there is none, and is a list', () => {
		expect(parseStaffApart([{ name: 'Ana' }])).toEqual({
			staff: [aMember('Ana')],
			ids: ['Ana'],
			fault: null,
		});
		expect(() => parseStaffApart('Ana')).toThrow(
			expect.objectContaining({ code: 'STAFF_INVALID' }),
		);
	});
});
