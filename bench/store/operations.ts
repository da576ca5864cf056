import type { Classification } from '../../handover/classifier/classifier';
import type { Services } from '../../handover/operations/services';
import { built } from '../built';
import type { BareConnection } from './bench-database';
import * as bare from './bare-operations';
import {
	ANSWER,
	EVENT_LINES,
	HUMAN_REPLY,
	LEASED,
	QUESTION,
	TRANSCRIPT_LINES,
	type Turn,
} from './turn';

const { receiveMessage } = built<typeof import('../../handover/operations/receive-message')>(
	'handover/operations/receive-message',
);
const { countAttempt } = built<typeof import('../../handover/operations/count-attempt')>(
	'handover/operations/count-attempt',
);
const { beforeReply } = built<typeof import('../../handover/operations/before-reply')>(
	'handover/operations/before-reply',
);
const { performAction } = built<typeof import('../../handover/operations/perform-action')>(
	'handover/operations/perform-action',
);
const { recordHumanReply } = built<typeof import('../../handover/operations/record-human-reply')>(
	'handover/operations/record-human-reply',
);
const { returnToBot } = built<typeof import('../../handover/operations/own-conversation')>(
	'handover/operations/own-conversation',
);

interface Operation {
	name: string;
	ours(services: Services, turn: Turn): Promise<unknown>;
	bare(connection: BareConnection, turn: Turn): Promise<void>;
	/** On a conversation that is not there yet. */
	isNew?: boolean;
	/** On another message, which is admitted before and not measured. */
	isOfNextTurn?: boolean;
}

const receive = (services: Services, { ref, messageId }: Turn) =>
	receiveMessage(services, { ...ref, messageId, text: QUESTION });

/** What the next operations are done on. */
export async function admitOurs(services: Services, turn: Turn): Promise<void> {
	turn.carried = (await receive(services, turn)).handover;
}

/** One after the other on the same conversation, in the order of a flow. */
export const OPERATIONS: readonly Operation[] = [
	{ name: 'admit, new conversation', ours: receive, bare: bare.admitNew, isNew: true },
	{ name: 'admit', ours: admitOurs, bare: bare.admit },
	{ name: 'admit, a duplicate', ours: receive, bare: bare.admitAgain },
	{
		name: 'snapshot of 8 lines',
		ours: ({ store }, { ref }) =>
			store.snapshot(ref, { settings: true, transcript: TRANSCRIPT_LINES }),
		bare: bare.snapshot,
	},
	{
		name: 'count a failure',
		ours: (services, { ref, carried }) =>
			countAttempt(services, { ...ref, carried: { ...carried!, classification: FAILED } }),
		bare: bare.count,
	},
	{
		name: 'before reply',
		ours: (services, { ref, carried }) =>
			beforeReply(services, { ...ref, carried: carried!, text: ANSWER }),
		bare: bare.beforeReply,
	},
	{
		name: 'hand over and assign',
		async ours(services, turn) {
			const carried = { ...turn.carried!, trigger: TRIGGER };
			const done = await performAction(services, 'assignConversation', { ...turn.ref, carried });
			turn.carried = done.handover;
		},
		bare: bare.assign,
		isOfNextTurn: true,
	},
	{
		name: 'add tags',
		ours: (services, { ref, carried }) => performAction(services, 'addTags', { ...ref, carried }),
		bare: bare.addTags,
	},
	{
		name: "record a human's reply",
		ours: (services, { ref }) => recordHumanReply(services, ref, { text: HUMAN_REPLY }),
		bare: bare.recordHumanReply,
	},
	{
		name: 'hand back',
		ours: (services, { ref }) => returnToBot(services, ref, 'handedBack', null),
		bare: bare.handBack,
	},
	{
		name: 'read a conversation',
		ours: ({ store }, { ref }) => store.read(ref),
		bare: bare.readConversation,
	},
	{
		name: 'read 100 events',
		ours: ({ store }, { eventSeq }) => store.readEvents(eventSeq, EVENT_LINES),
		bare: bare.readEvents,
	},
	{
		name: 'lease 10 jobs',
		ours: ({ store }) =>
			// So that the same ones are due again.
			store.leaseJobs({
				now: Date.now(),
				leaseBy: 'bench',
				leaseFor: 0,
				kinds: ['bench'],
				limit: LEASED,
			}),
		bare: bare.leaseJobs,
	},
	{
		name: 'lease where no job is due',
		ours: ({ store }) =>
			store.leaseJobs({
				now: 0,
				leaseBy: 'bench',
				leaseFor: 0,
				kinds: ['bench'],
				limit: LEASED,
			}),
		bare: bare.findNoJob,
	},
];

const TRIGGER = {
	scenario: 'contactRequest',
	probability: 0.98,
	evidence: [{ source: 'contactMessage' as const, rule: 'asks for a human', text: 'a human' }],
	classifier: 'built-in',
};

const FAILED: Classification = {
	label: 'failedAttempt',
	customScenario: null,
	probability: 0.9,
	evidence: [{ source: 'botDraft', rule: 'does not know', text: null }],
	runnerUp: null,
	attempt: 'unclear',
	classifier: 'built-in',
	duration: 0,
};
