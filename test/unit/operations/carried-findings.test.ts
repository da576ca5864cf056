import * as fc from 'fast-check';
import * as v from 'valibot';
import { ATTEMPT_JUDGEMENTS } from '../../../handover/attempts/attempts';
import { LABELS } from '../../../handover/classifier/classifier';
import { readClassification, readTrigger } from '../../../handover/operations/carried-findings';

/** What the readers are held to. */
const evidence = v.object({
	source: v.picklist(['contactMessage', 'botDraft', 'earlierTurn', 'counter', 'flow']),
	rule: v.string(),
	text: v.nullish(v.string(), null),
});
const trigger = v.object({
	scenario: v.string(),
	probability: v.number(),
	evidence: v.array(evidence),
	classifier: v.nullish(v.string(), null),
});
const candidate = v.object({
	label: v.picklist(LABELS),
	customScenario: v.nullish(v.string(), null),
	probability: v.number(),
});
const classification = v.object({
	...candidate.entries,
	evidence: v.array(evidence),
	runnerUp: v.nullish(candidate, null),
	attempt: v.picklist(ATTEMPT_JUDGEMENTS),
	classifier: v.string(),
	duration: v.number(),
});

const anEvidence = {
	source: fc.constantFrom('contactMessage', 'botDraft', 'earlierTurn', 'counter', 'flow'),
	rule: fc.string(),
	text: fc.option(fc.string()),
};
const aCandidate = {
	label: fc.constantFrom(...LABELS),
	customScenario: fc.option(fc.string()),
	probability: fc.double(),
};
const aTrigger = {
	scenario: fc.string(),
	probability: fc.double(),
	evidence: fc.array(bent(anEvidence)),
	classifier: fc.option(fc.string()),
};
const aClassification = {
	...aCandidate,
	evidence: fc.array(bent(anEvidence)),
	runnerUp: fc.option(bent(aCandidate)),
	attempt: fc.constantFrom(...ATTEMPT_JUDGEMENTS),
	classifier: fc.string(),
	duration: fc.double(),
	/** Of another version. */
	extra: fc.anything(),
};

/** As a flow may leave it: mostly whole, with a field lost, or another value in its place. */
function bent(fields: Record<string, fc.Arbitrary<unknown>>): fc.Arbitrary<unknown> {
	const whole = fc.record(fields);
	const spoiled = fc
		.tuple(whole, fc.constantFrom(...Object.keys(fields)), fc.anything())
		.map(([one, name, value]) => ({ ...one, [name]: value }));
	return fc.oneof(
		{ weight: 8, arbitrary: whole },
		{ weight: 1, arbitrary: fc.record(fields, { requiredKeys: [] }) },
		{ weight: 1, arbitrary: spoiled },
		{ weight: 1, arbitrary: fc.anything() },
	);
}

test.each([
	['trigger', aTrigger, trigger, readTrigger],
	['classification', aClassification, classification, readClassification],
] as const)('reads a %s as its schema says', (_name, fields, schema, read) => {
	let readable = 0;
	fc.assert(
		fc.property(bent(fields), (value) => {
			const parsed = v.safeParse(schema, value);
			if (parsed.success) readable += 1;
			expect(read(value)).toEqual(parsed.success ? parsed.output : null);
		}),
		{ numRuns: 2_000 },
	);
	// Else the comparison would say nothing.
	expect(readable).toBeGreaterThan(200);
});

test('what not every database keeps is replaced, so that the handover is not lost over it', () => {
	const bad = 'a\0b\ud83d';
	const carried = {
		scenario: bad,
		probability: 1,
		evidence: [{ source: 'botDraft', rule: bad, text: bad }],
		classifier: bad,
	};
	const clean = 'a\uFFFDb\uFFFD';
	expect(readTrigger(carried)).toEqual({
		scenario: clean,
		probability: 1,
		evidence: [{ source: 'botDraft', rule: clean, text: clean }],
		classifier: clean,
	});
});
