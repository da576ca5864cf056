import type { Scenario } from '../../../handover/scenarios/scenario';
import { prepareScenario } from '../../../handover/classifier/prepared-scenario';

const weights = new Uint8Array(1024).fill(255);

function scenarioOf(texts: Pick<Scenario, 'triggerCondition' | 'examples'>): Scenario {
	return { name: 'Any', handoverType: 'custom', enabled: true, ...texts };
}

function itemsOf(triggerCondition: string): ReadonlyMap<number, number> {
	return prepareScenario(scenarioOf({ triggerCondition }), weights).texts[0]!.content.items;
}

test('a condition is not about the contact whom it speaks of, whatever they are called', () => {
	expect(itemsOf('The customer wants a new website')).toEqual(itemsOf('new website'));
	expect(itemsOf('用户想要网站')).toEqual(itemsOf('网站'));
	expect(itemsOf('顾客想要网站')).toEqual(itemsOf('网站'));
	expect(itemsOf('고객이 환불')).toEqual(itemsOf('환불'));
	expect(itemsOf('用户').size).toBe(0);
	expect(itemsOf('用户名')).not.toEqual(itemsOf('名'));
});

test('is prepared once for the same texts, and anew for other weights', () => {
	const scenario = scenarioOf({ examples: ['the roof leaks'] });
	const made = prepareScenario(scenario, weights);
	expect(prepareScenario(scenarioOf({ examples: ['the roof leaks'] }), weights)).toBe(made);
	expect(prepareScenario(scenario, new Uint8Array(1024))).not.toBe(made);
});

test('the rule that decided ends before an emoji, not within it', () => {
	const text = `${'a'.repeat(79)}🆘`;
	const { texts } = prepareScenario(
		scenarioOf({ examples: [text], triggerCondition: text }),
		weights,
	);
	expect(texts.map(({ rule }) => rule)).toEqual([
		`example/1: ${'a'.repeat(79)}`,
		`triggerCondition: ${'a'.repeat(79)}`,
	]);
});

test('a condition that says not of something still does without its contact', () => {
	const signs = (condition: string) => [...itemsOf(condition).values()].map(Math.sign);
	expect(signs('客户不想要退款')).toContain(-1);
	expect(signs('客户想要退款')).not.toContain(-1);
});
