import * as fc from 'fast-check';
import * as v from 'valibot';
import {
	isStorable,
	MAX_ID_LENGTH,
	parseContact,
} from '../../../handover/conversation/inbound-message';
import { HandoverError } from '../../../handover/errors';

/** What it is held to. */
const text = v.nullish(
	v.pipe(
		v.union([v.string(), v.number()]),
		v.transform(String),
		v.maxLength(MAX_ID_LENGTH),
		v.check(isStorable),
		v.transform((one) => one.trim() || null),
	),
	null,
);
const contact = v.object({ id: text, name: text, email: text, language: text });

const aText = fc.oneof(
	{ weight: 6, arbitrary: fc.option(fc.string({ unit: 'grapheme' })) },
	{ weight: 2, arbitrary: fc.constantFrom(undefined, 7, 1.5, Infinity, ' Ana ', '', ' ') },
	fc.string({ unit: 'binary', minLength: MAX_ID_LENGTH - 1, maxLength: MAX_ID_LENGTH + 1 }),
	fc.anything(),
);
const aContact = fc.oneof(
	{
		weight: 9,
		arbitrary: fc.record(
			{ id: aText, name: aText, email: aText, language: aText, more: fc.anything() },
			{ requiredKeys: [] },
		),
	},
	fc.anything(),
);

function parsed(value: unknown) {
	try {
		return parseContact(value);
	} catch (error) {
		expect(error).toBeInstanceOf(HandoverError);
		return (error as HandoverError).code;
	}
}

test('reads a contact as its schema says', () => {
	let readable = 0;
	fc.assert(
		fc.property(aContact, (value) => {
			const { success, output } = v.safeParse(contact, value ?? {});
			if (success) readable += 1;
			expect(parsed(value)).toEqual(success ? output : 'CONTACT_INVALID');
		}),
		{ numRuns: 2_000 },
	);
	// Else the comparison would say nothing.
	expect(readable).toBeGreaterThan(200);
});
