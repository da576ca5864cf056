import type { Conversation, ConversationRef, Instant, Message } from '../conversation/conversation';
import type { ActionRecord, Evidence, Handover, PassedOver } from '../conversation/handover';
import { DELIVERY_KINDS } from '../jobs/handlers';
import type { ConversationFile, HandoverEvent, Job, Task } from '../stores/records';
import { describeConversation, type HandoverData } from './handover-data';
import { endPause, handoverDataOf, known } from './own-conversation';
import { pauseEndsAt } from '../conversation/transition';
import type { Services } from './services';

/** What `GET /handover/conversation` answers. All times are ISO 8601 in UTC. */
export interface ConversationView {
	conversation: ReturnType<typeof viewConversation>;
	handover: HandoverView | null;
	tasks: TaskView[];
	notifications: Array<{ staffId: string; reason: string; channel: string; at: string }>;
	/** What is still to leave, or was given up; never its content. */
	deliveries: DeliveryView[];
	transcript: Array<{ author: string; text: string; at: string; staffId: string | null }>;
}

export interface TaskView {
	id: string;
	description: string;
	dueAt: string;
	assignee: string | null;
	status: 'open' | 'done';
	completedAt: string | null;
	/** Who said so; null where nobody did. */
	completedBy: string | null;
}

export interface DeliveryView {
	kind: string;
	status: 'pending' | 'dead';
	attempts: number;
	nextTryAt: string | null;
	/** The code of the last failure. */
	error: string | null;
}

export interface HandoverView {
	id: string;
	scenario: string;
	probability: number;
	evidence: Evidence[];
	startedAt: string;
	endedAt: string | null;
	staffing: {
		tried: Array<PassedOver & { at: string }>;
		acceptedAt: string | null;
		unownedAt: string | null;
	};
	actions: Array<Pick<ActionRecord, 'kind' | 'status' | 'attempts' | 'error' | 'result'>>;
}

/** An export: the view, with every handover and event there was. */
export interface ConversationExport extends ConversationView {
	handovers: HandoverView[];
	events: Array<Pick<HandoverEvent, 'seq' | 'type' | 'handoverId' | 'data'> & { at: string }>;
}

/**
 * Reads a conversation as it is now: a pause that is over has ended before it is read.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`
 */
export async function readConversation(
	services: Services,
	ref: ConversationRef,
	carried: unknown,
): Promise<{ handover: HandoverData; view: ConversationView }> {
	const file = await readFile(services, ref);
	return {
		handover: handoverDataOf(file.conversation, file.handover, carried),
		view: view(file),
	};
}

/** Everything the store has of one contact's conversation, for the contact's own eyes. */
export async function exportConversation(
	services: Services,
	ref: ConversationRef,
): Promise<ConversationExport> {
	const file = await readFile(services, ref);
	return {
		...view(file),
		handovers: file.handovers.map(viewHandover),
		events: file.events.map(({ seq, type, handoverId, data, at }) => ({
			seq,
			type,
			handoverId,
			data,
			at: iso(at),
		})),
	};
}

/** Forgets the conversation. @throws {HandoverError} `CONVERSATION_UNKNOWN` also the second time. */
export async function eraseConversation(services: Services, ref: ConversationRef): Promise<void> {
	known((await services.store.erase(ref)) || undefined);
}

async function readFile(services: Services, ref: ConversationRef): Promise<ConversationFile> {
	const file = known(await services.store.read(ref));
	const end = pauseEndsAt(file.conversation);
	if (end === null || end > services.clock.now()) return file;
	await endPause(services, ref);
	return known(await services.store.read(ref));
}

function view(file: ConversationFile): ConversationView {
	return {
		conversation: viewConversation(file.conversation, file.handover),
		handover: file.handover ? viewHandover(file.handover) : null,
		tasks: file.tasks.map(viewTask),
		notifications: file.notifications.map(({ staffId, reason, channel, at }) => ({
			staffId,
			reason,
			channel,
			at: iso(at),
		})),
		deliveries: file.jobs.filter(({ kind }) => DELIVERY_KINDS.has(kind)).map(viewDelivery),
		transcript: file.transcript.map(viewMessage),
	};
}

function viewConversation(conversation: Conversation, handover: Handover | undefined) {
	return {
		...describeConversation(conversation, handover),
		epoch: conversation.epoch,
		createdAt: iso(conversation.createdAt),
		updatedAt: iso(conversation.updatedAt),
	};
}

function viewHandover(handover: Handover): HandoverView {
	return {
		id: handover.id,
		scenario: handover.scenario,
		probability: handover.probability,
		evidence: handover.evidence,
		startedAt: iso(handover.startedAt),
		endedAt: isoOrNull(handover.endedAt),
		staffing: {
			tried: handover.staffing.tried.map((one) => ({ ...one, at: iso(one.at) })),
			acceptedAt: isoOrNull(handover.staffing.acceptedAt),
			unownedAt: isoOrNull(handover.staffing.unownedAt),
		},
		actions: handover.actions.map(({ kind, status, attempts, error, result }) => ({
			kind,
			status,
			attempts,
			error,
			result,
		})),
	};
}

function viewTask(task: Task): TaskView {
	const { id, description, dueAt, assignee, status, completedAt, completedBy } = task;
	return {
		id,
		description,
		dueAt: iso(dueAt),
		assignee,
		status,
		completedAt: isoOrNull(completedAt),
		completedBy,
	};
}

function viewDelivery({ kind, dead, attempts, dueAt, error }: Job): DeliveryView {
	return {
		kind,
		status: dead ? 'dead' : 'pending',
		attempts,
		nextTryAt: dead ? null : iso(dueAt),
		error: error?.code ?? null,
	};
}

function viewMessage({ author, text, at, staffId }: Message) {
	return { author, text, at: iso(at), staffId };
}

function isoOrNull(at: Instant | null): string | null {
	return at === null ? null : iso(at);
}

function iso(at: Instant): string {
	return new Date(at).toISOString();
}
