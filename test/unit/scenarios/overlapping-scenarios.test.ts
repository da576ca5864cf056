import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { findOverlappingScenarios } from '../../../handover/scenarios/overlapping-scenarios';
import type { Scenario } from '../../../handover/scenarios/scenario';
import { trainedModel } from '../../../nodes/trained-model';
import {
	DEVELOPMENT_SETS,
	readCustomSets,
	scenariosOf,
	TRAINING_SETS,
} from '../../../training/custom-sets';

const classifier = builtInClassifier(trainedModel());
const find = async (...custom: Scenario[]) =>
	await findOverlappingScenarios(classifier, [...DEFAULT_SCENARIOS, ...custom]);

function scenario(name: string, settings: Partial<Scenario>): Scenario {
	return { name, handoverType: 'custom', enabled: true, ...settings };
}

const refund = scenario('Refund', {
	triggerCondition: 'The contact wants their money back.',
	examples: ['I want my money back', 'give me a refund for my order'],
});
const cancellation = scenario('Cancellation', {
	triggerCondition: 'The contact wants to cancel their subscription.',
	examples: ['I want to cancel my subscription', 'please end my contract'],
});
const complaint = scenario('Complaint', {
	triggerCondition: 'The contact complains about a delivery that is late or broken.',
	examples: ['my parcel arrived broken', 'the delivery is three days late'],
});

test('scenarios about different things do not overlap', async () => {
	expect(await find(refund, cancellation, complaint)).toEqual([]);
});

test('one whose example the other answers to as well overlaps, once, with the text that shows it', async () => {
	const money = scenario('Money', { examples: ['I want my money back!', 'where is my invoice'] });
	const [overlap, ...others] = await find(refund, money);
	expect(others).toEqual([]);
	expect(overlap).toMatchObject({ text: expect.stringMatching(/^I want my money back/) });
	expect([overlap!.scenario, overlap!.other].sort()).toEqual(['Money', 'Refund']);
	expect(overlap!.probability).toBeGreaterThan(0.9);
});

test('two conditions that say the same overlap', async () => {
	const [overlap] = await find(
		scenario('Cancel', { triggerCondition: 'The contact wants to cancel their subscription' }),
		scenario('Leaving', { triggerCondition: 'Customer asks to cancel a subscription' }),
	);
	expect(overlap).toMatchObject({ probability: expect.any(Number) });
});

test('an example that asks for a human overlaps with the built-in request, which would get it', async () => {
	const vip = scenario('VIP', { examples: ['let me talk to a human agent', 'platinum card'] });
	expect(await find(vip)).toMatchObject([
		{ scenario: 'VIP', other: 'contactRequest', text: 'let me talk to a human agent' },
	]);
});

test.each([
	'The contact asks for a human',
	'The customer wants to talk to a real person',
	'The contact requests a human agent.',
	'Der Kunde möchte mit einem Mitarbeiter sprechen',
])('the condition "%s" overlaps with the built-in request', async (triggerCondition) => {
	expect(await find(scenario('Human', { triggerCondition }))).toMatchObject([
		{ scenario: 'Human', other: 'contactRequest', text: triggerCondition },
	]);
});

test.each([
	'The contact asks for an invoice',
	'The contact wants to change their address',
	'The contact complains about a driver',
])('the condition "%s" does not', async (triggerCondition) => {
	expect(await find(scenario('Other', { triggerCondition }))).toEqual([]);
});

test.each(["that didn't help", 'no me ayuda en nada', 'das hilft mir nicht'])(
	'the example "%s" overlaps with the failed attempts, which would not be counted',
	async (text) => {
		const unhappy = scenario('Unhappy', { examples: [text, 'you are not helping'] });
		expect(await find(unhappy)).toMatchObject([
			{ scenario: 'Unhappy', other: 'failedToResolveIssue' },
		]);
		const off = DEFAULT_SCENARIOS.map((one) => ({ ...one, enabled: false }));
		expect(await findOverlappingScenarios(classifier, [...off, unhappy])).toEqual([]);
	},
);

test('what speaks of a problem, and not of the bot, hardly ever overlaps with the failed attempts', async () => {
	const sets = [...readCustomSets(TRAINING_SETS), ...readCustomSets(DEVELOPMENT_SETS)];
	const overlaps = await Promise.all(
		sets.flatMap((set) => scenariosOf(set, 10)).map(async (one) => await find(one)),
	);
	const found = overlaps.flat().filter(({ other }) => other === 'failedToResolveIssue');
	expect(found.length / sets.length).toBeLessThan(0.1);
});

test('two conditions that mean the same in other words overlap', async () => {
	const reimbursement = scenario('Reimbursement', {
		triggerCondition: 'The customer asks for a refund',
	});
	expect(await find(refund, reimbursement)).toHaveLength(1);
});

test.each<[string, Scenario[]]>([
	['is off', [refund, scenario('Money', { enabled: false, examples: refund.examples })]],
	[
		'is taken from a higher probability on',
		[refund, scenario('Money', { examples: ['give my money'], threshold: 0.99 })],
	],
])('one that %s does not answer, and so does not overlap', async (_title, custom) => {
	const overlaps = await find(...custom);
	expect(overlaps.filter(({ other }) => other === 'Money')).toEqual([]);
});

test('two that mean the same in two languages overlap', async () => {
	const reembolso = scenario('Reembolso', {
		triggerCondition: 'El cliente quiere que le devuelvan el dinero',
		examples: ['quiero un reembolso', 'devuélvanme el dinero de mi pedido'],
	});
	expect(await find(refund, reembolso)).toHaveLength(1);
});

test('hardly a pair overlaps of scenarios that are about different things, in whatever languages', async () => {
	const sets = readCustomSets(DEVELOPMENT_SETS);
	const scenarios = sets.flatMap((set) => scenariosOf(set, 10));
	const overlaps = await findOverlappingScenarios(classifier, scenarios);
	const pairs = (scenarios.length * (scenarios.length - 1)) / 2;
	expect(overlaps.length / pairs).toBeLessThan(0.08);
	for (const { probability } of overlaps) expect(probability).toBeLessThan(0.9);
});
