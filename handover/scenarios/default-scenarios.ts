import type { BuiltInScenarioName, Scenario } from './scenario';

/** What a bot has before anybody configures it: the built-in three, all on (requirements R2-R4). */
export const DEFAULT_SCENARIOS: readonly Scenario[] = [
	builtIn('contactRequest', 'The contact asks for a human.'),
	builtIn('lackOfInformation', "The bot does not know how to answer the contact's question."),
	builtIn(
		'failedToResolveIssue',
		'The bot has failed to help as often as the Failure Counter allows.',
	),
];

function builtIn(name: BuiltInScenarioName, triggerCondition: string): Scenario {
	return { name, handoverType: name, enabled: true, triggerCondition };
}
