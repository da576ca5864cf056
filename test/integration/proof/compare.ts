import { ACTION_KINDS } from '../../../handover/conversation/handover';
import type { ConversationFile } from '../../../handover/stores/records';
import type { Store } from '../../../handover/stores/store';
import type { Heard } from './heard';
import { predict, type PlannedConversation } from './plan';

const STAFF = ['Ana', 'Ben', 'Chloe'];

/** What the store has of one conversation, or should have. Nothing of it depends on who is assigned. */
interface Ending {
	owner: string;
	transcript: string[];
	/** What the channel has told the contact, and with which message. */
	told: string[];
	openTurns: number;
	handovers: string[];
	actions: string[];
	tasks: number;
	notifications: string[];
	tags: string[];
	assigned: boolean;
	/** Messages that somebody could still take up. */
	unsettled: string[];
}

/**
 * Where the store, or what the contacts have heard, differs from what one process would have made of the
 * same messages.
 */
export async function differences(
	store: Store,
	conversations: PlannedConversation[],
	heard: Heard,
): Promise<string[]> {
	const different: string[] = [];
	for (const conversation of conversations) {
		const ref = { botId: 'default', conversationId: conversation.conversationId };
		const file = await store.read(ref);
		const messageIds = messageIdsOf(conversation);
		const unsettled = file && (await unsettledOf(store, file, messageIds));
		const found = file && { ...endingOf(file), told: heard.of(messageIds).sort(), unsettled };
		const wanted = predictedEnding(conversation);
		for (const field of Object.keys(wanted) as Array<keyof Ending>) {
			const [is, should] = [JSON.stringify(found?.[field]), JSON.stringify(wanted[field])];
			if (is !== should) {
				different.push(`${ref.conversationId}: ${field} is ${is}, and should be ${should}`);
			}
		}
	}
	return different;
}

/** How many conversations each of the staff was assigned, whoever assigned them. */
export async function assignments(
	store: Store,
	conversations: PlannedConversation[],
): Promise<number[]> {
	const files = await Promise.all(
		conversations.map(({ conversationId }) => store.read({ botId: 'default', conversationId })),
	);
	return STAFF.map((id) => files.filter((file) => file?.conversation.assignee === id).length);
}

function predictedEnding(conversation: PlannedConversation): Ending {
	const { owner, scenario, transcript, told } = predict(conversation);
	const isHandedOver = scenario !== null;
	const ifHandedOver = <T>(values: T[]): T[] => (isHandedOver ? values : []);
	return {
		owner,
		transcript: transcript.map(([author, text]) => `${author}: ${text}`),
		told: told.map(([messageId, text]) => `${messageId}: ${text}`).sort(),
		openTurns: 0,
		handovers: ifHandedOver([scenario!]),
		actions: ifHandedOver(ACTION_KINDS.map((kind) => `${kind} done 1`)).sort(),
		tasks: isHandedOver ? 1 : 0,
		notifications: ifHandedOver(['conversationAssigned', 'taskAssigned']),
		tags: ifHandedOver(['human_handover']),
		assigned: isHandedOver,
		unsettled: [],
	};
}

function endingOf(file: ConversationFile): Omit<Ending, 'told' | 'unsettled'> {
	const { conversation, handovers, transcript, tasks, notifications } = file;
	return {
		owner: conversation.owner,
		transcript: transcript.map(({ author, text }) => `${author}: ${text}`),
		openTurns: conversation.openTurns.length,
		handovers: handovers.map(({ scenario }) => scenario),
		actions: handovers
			.flatMap(({ actions }) => actions)
			.map(({ kind, status, attempts }) => `${kind} ${status} ${attempts}`)
			.sort(),
		tasks: tasks.length,
		notifications: notifications.map(({ reason }) => reason).sort(),
		tags: conversation.tags,
		assigned: conversation.assignee !== null,
	};
}

async function unsettledOf(
	store: Store,
	{ conversation }: ConversationFile,
	messageIds: Set<string>,
): Promise<string[]> {
	const unsettled: string[] = [];
	for (const messageId of messageIds) {
		const { admission } = await store.snapshot(conversation, { messageId });
		if (!admission?.settled) unsettled.push(messageId);
	}
	return unsettled;
}

function messageIdsOf({ deliveries }: PlannedConversation): Set<string> {
	return new Set(deliveries.flat().map(({ messageId }) => messageId));
}
