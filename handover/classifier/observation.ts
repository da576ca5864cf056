import {
	askedOf,
	emitContextFeatures,
	emitSituation,
	type AttemptContext,
} from './attempt-context';
import { crossedHash } from './feature-sheet';
import { emitMeanings } from './meaning-features';
import type { ReadText } from './read-text';
import {
	compareTopics,
	containment,
	featuresOf,
	type Features,
	type WordWeights,
} from './similarity';
import { emitFeatures, finish, mix, segmentsOf, type Emit, type Segment } from './text-features';

/** A text as one of the models looks at it. Training and judging see the same. */
export interface Observation {
	read: ReadText;
	segments: Segment[];
	emitSegment(segment: Segment, emit: Emit): void;
	/** What each feature of a segment that counts 1 is crossed with, to be weighed with and without. */
	crossing?: number;
	/** Features of the whole text and of what came before it. */
	emitWhole(emit: (hash: number) => void): void;
}

/** Whether a contact asks for a human stands in the message alone. */
export function observeMessage(read: ReadText): Observation {
	return {
		read,
		segments: segmentsOf(read),
		emitSegment: (segment, emit) => emitSentence(read, segment, emit),
		emitWhole: () => undefined,
	};
}

/** As it is worded, and what that means. */
function emitSentence(read: ReadText, segment: Segment, emit: Emit): void {
	emitFeatures(read, segment, emit);
	emitMeanings(read.tokens, segment, emit);
}

const DRAFT = 0x6a09e667;

/** @param question what the contact asked, when known */
export function observeDraft(
	read: ReadText,
	question: Features | null,
	weights: WordWeights,
): Observation {
	const segments = segmentsOf(read);
	return {
		read,
		segments,
		emitSegment(segment, emit) {
			emitSentence(read, segment, emit);
			const place = segments.length === 1 ? 0 : segment.isFirst ? 1 : segment.isLast ? 2 : 3;
			emit(finish(mix(DRAFT, place)), segment.from, segment.to, 1);
		},
		emitWhole(emit) {
			emit(finish(mix(DRAFT, 16 + Math.min(4, Math.floor(Math.log2(segments.length + 1))))));
			if (read.endsWithQuestion) emit(finish(mix(DRAFT, 24)));
			if (!question || question.length === 0) return;
			const own = featuresOf(read, weights);
			const answered = containment(question, own);
			emit(finish(mix(DRAFT, 32 + Math.min(4, Math.floor(answered * 5)))));
			const { common, others } = compareTopics(own, question);
			emit(finish(mix(DRAFT, 48 + Math.min(2, common) * 3 + Math.min(2, others))));
		},
	};
}

const CROSSED = 0x510e527f;

/**
 * What the words of a contact's turn are crossed with: each feature that counts 1 counts once more,
 * for `no` is an answer to a question, and a complaint after a statement.
 */
export function crossingOf(context: AttemptContext): number {
	return CROSSED + askedOf(context);
}

/** What kind of turn it is, without its words. */
export function observeSituation(read: ReadText, context: AttemptContext): Observation {
	return {
		read,
		segments: [],
		emitSegment: () => undefined,
		emitWhole: (emit) => emitSituation(read, context, emit),
	};
}

/** How the turn stands to those before it. */
export function observeContext(read: ReadText, context: AttemptContext): Observation {
	const segment = contextOf(read);
	const hashes: number[] = [];
	emitContextFeatures(read, context, (hash) => hashes.push(hash));
	return {
		read,
		segments: [segment],
		emitSegment(_segment, emit) {
			for (const hash of hashes) emit(hash, segment.from, segment.to, 1);
		},
		emitWhole(emit) {
			for (const hash of hashes) emit(crossedHash(hash, CROSSED));
		},
	};
}

/** A turn with all that tells whether the bot's last answer helped. */
export function observeAttempt(read: ReadText, context: AttemptContext): Observation {
	const crossing = crossingOf(context);
	const message = observeMessage(read);
	const before = observeContext(read, context);
	return {
		read,
		// Asked again, the words say nothing of it: they are those of any question.
		segments: [...message.segments, ...before.segments],
		emitSegment(segment, emit) {
			if (segment.isContext) return before.emitSegment(segment, emit);
			message.emitSegment(segment, (hash, from, to, value) => {
				emit(hash, from, to, value);
				if (value === 1) emit(crossedHash(hash, crossing), from, to, value);
			});
		},
		emitWhole(emit) {
			emitSituation(read, context, emit);
			before.emitWhole(emit);
		},
	};
}

function contextOf({ tokens }: ReadText): Segment {
	const ends = { from: 0, to: tokens.length, isFirst: true, isLast: true };
	return { ...ends, isContext: true, endsWithQuestion: false };
}
