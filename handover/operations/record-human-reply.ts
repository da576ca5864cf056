import type { Conversation, ConversationRef, Instant } from '../conversation/conversation';
import type { Handover } from '../conversation/handover';
import { parseMessageId, parseStaffId, parseText } from '../conversation/inbound-message';
import { beginMissing } from '../conversation/missed';
import { NO_TURNS } from '../conversation/open-turns';
import { turnsSaidAgain } from '../conversation/said-again';
import { transition } from '../conversation/transition';
import { HandoverError } from '../errors';
import type { Decision, Snapshot, Write } from '../stores/store';
import { planPauseEnd } from '../jobs/plan-pause-end';
import { accept } from './accept-handover';
import { isEchoOfLine, isEchoOfTurns } from './echo';
import type { HandoverData } from './handover-data';
import { handoverDataOf, known } from './own-conversation';
import { eventOf } from './release';
import type { Services } from './services';

/** Among so many lines, the echo of one that has just been said is found. */
const ECHO_LINES = 6;

export interface HumanReplyInput {
	text?: unknown;
	/** A channel that reports its own messages delivers them twice; once is recorded. */
	messageId?: unknown;
	/** Who wrote it; null when the channel does not say. */
	staffId?: unknown;
	carried?: unknown;
}

/**
 * A human wrote to the contact: they have taken over, whether somebody asked them to or not. A channel
 * that echoes the bot's own answers does not make the bot a human: the echo is recognised and ignored.
 * @throws {HandoverError} `CONVERSATION_UNKNOWN`, `STAFF_UNKNOWN`, `TEXT_*`, `MESSAGE_ID_INVALID`
 */
export async function recordHumanReply(
	services: Services,
	ref: ConversationRef,
	input: HumanReplyInput,
): Promise<HandoverData> {
	const text = parseText(input.text);
	const messageId = parseMessageId(input.messageId);
	const staffId = parseStaffId(input.staffId);
	const need = { messageId, staff: staffId !== null, transcript: ECHO_LINES };
	const momentOf = (conversation: Conversation) =>
		Math.max(services.clock.now(), conversation.updatedAt);
	const decide = (snapshot: Snapshot, isEcho: boolean): Decision<HandoverData> => {
		const conversation = known(snapshot.conversation);
		if (staffId !== null && !snapshot.staff.some(({ id }) => id === staffId)) {
			throw new HandoverError(
				'STAFF_UNKNOWN',
				'The staff member is not in the roster. Leave the field empty, or add them to the staff list.',
			);
		}
		const at = momentOf(conversation);
		if (isEcho || snapshot.admission) {
			return { writes: [], result: handoverDataOf(conversation, snapshot.handover, input.carried) };
		}
		const next = {
			...conversation,
			...transition(conversation, { type: 'human.replied', at, staffId }),
			...NO_TURNS,
			missed: beginMissing(conversation, firstUnanswered(snapshot), at),
			updatedAt: at,
		};
		const writes: Write[] = [
			{ type: 'conversation', conversation: next },
			{
				type: 'message',
				message: { author: 'human', text, at, messageId, staffId, answersSeq: null },
			},
			eventOf('human.replied', next.openHandoverId, at, { staffId }),
			...planPauseEnd(conversation, next, at),
		];
		const accepted = acceptByReply(snapshot.handover, next.assignee, at);
		if (accepted) {
			writes.push({ type: 'handover', handover: accepted.handover }, ...accepted.writes);
			const holder = conversation.owner === 'human' ? conversation.assignee : null;
			if (staffId !== null && staffId !== holder) {
				writes.push({ type: 'taskAssignee', handoverId: accepted.handover.id, staffId });
			}
		}
		if (messageId !== null) {
			writes.push({
				type: 'admission',
				admission: {
					messageId,
					seq: snapshot.nextMessageSeq,
					runner: services.runner.id,
					epoch: next.epoch,
					settled: true,
					at,
				},
			});
		}
		const handover = accepted?.handover ?? snapshot.handover;
		return { writes, result: handoverDataOf(next, handover, input.carried) };
	};
	const first = await services.store.change(
		ref,
		need,
		(snapshot): Decision<HandoverData | number[]> => {
			const conversation = known(snapshot.conversation);
			const at = momentOf(conversation);
			if (isEchoOfLine(text, snapshot.transcript, at)) return decide(snapshot, true);
			// Mostly there are none, and what they were answered with may be anywhere in the transcript.
			const turns = turnsSaidAgain(conversation, at);
			return turns.length > 0 ? { result: turns, writes: [] } : decide(snapshot, false);
		},
	);
	if (!Array.isArray(first)) return first;
	const isEcho = await isEchoOfTurns(services.store, ref, text, first);
	return await services.store.change(ref, need, (snapshot) => decide(snapshot, isEcho));
}

/** Whoever writes first has taken the handover, whether it was theirs or not. */
function acceptByReply(handover: Handover | undefined, staffId: string | null, at: Instant) {
	if (!handover || handover.staffing.acceptedAt !== null) return undefined;
	return accept(handover, staffId, at);
}

/** Whoever simply types an answer has dealt with what the contact wrote since the bot's last answer. */
function firstUnanswered({ transcript, nextMessageSeq }: Snapshot): number {
	const answered = transcript.findLastIndex(({ author }) => author !== 'contact');
	return transcript[answered + 1]?.seq ?? nextMessageSeq;
}
