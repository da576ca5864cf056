import type { Instant } from '../conversation/conversation';

/** HighLevel's `handoverType`. */
export const HANDOVER_TYPES = [
	'contactRequest',
	'lackOfInformation',
	'failedToResolveIssue',
	'custom',
] as const;
export type HandoverType = (typeof HANDOVER_TYPES)[number];
export type BuiltInScenarioName = Exclude<HandoverType, 'custom'>;

export const TIME_UNITS = ['minutes', 'hours', 'days'] as const;
export type TimeUnit = (typeof TIME_UNITS)[number];

/**
 * One reason to call a human, with its own settings for every action. Where HighLevel's API has a
 * field for the same thing, the name is HighLevel's (`humanHandOver`); the `skip...` switches without
 * a namesake there are ours. A field that is left out leaves the decision to the action node.
 */
export interface Scenario {
	/** Unique per bot. The built-in three are called as their `handoverType`. */
	name: string;
	handoverType: HandoverType;
	enabled: boolean;
	/** Plain language: what makes this scenario true. Required for custom ones. */
	triggerCondition?: string | undefined;
	examples?: string[] | undefined;
	/** Probability from which the scenario is taken, 0 to 1. Default 0.5. */
	threshold?: number | undefined;

	skipAssignToUser?: boolean | undefined;
	assignToUserId?: string | undefined;
	/** How long the assignee has to accept; 0: they need not. */
	acceptWithin?: number | undefined;
	/** Default `minutes`. */
	acceptUnit?: TimeUnit | undefined;

	createTask?: boolean | undefined;
	taskDescription?: string | undefined;
	taskDueIn?: number | undefined;
	taskDueUnit?: TimeUnit | undefined;

	skipFinalMessage?: boolean | undefined;
	finalMessage?: string | undefined;
	/** Closing message by BCP 47 language tag; wins over `finalMessage`. */
	finalMessages?: Record<string, string> | undefined;

	skipPause?: boolean | undefined;
	/** False: the bot stays silent until somebody resumes it. */
	reactivateEnabled?: boolean | undefined;
	sleepTime?: number | undefined;
	sleepTimeUnit?: TimeUnit | undefined;

	skipTags?: boolean | undefined;
	tags?: string[] | undefined;

	skipNotify?: boolean | undefined;
}

/** From which probability a scenario is taken that does not say so itself. */
export const DEFAULT_THRESHOLD = 0.5;

export function thresholdOf({ threshold }: Pick<Scenario, 'threshold'>): number {
	return threshold ?? DEFAULT_THRESHOLD;
}

/** A bot's scenarios as saved. A version never changes; saving other settings makes the next one. */
export interface BotSettings {
	botId: string;
	version: number;
	scenarios: Scenario[];
	/** The flow that saved them; another flow may not change them by accident. */
	savedBy: string;
	savedAt: Instant;
}
