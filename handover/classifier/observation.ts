import {
	askedOf,
	emitContextFeatures,
	emitSituation,
	type AttemptContext,
} from './attempt-context';
import { emitMeanings } from './meaning-features';
import type { ReadText } from './read-text';
import { containment, featuresOf, type Features, type WordWeights } from './similarity';
import { emitFeatures, finish, mix, segmentsOf, type Emit, type Segment } from './text-features';

/** A text as one of the models looks at it. Training and judging see the same. */
export interface Observation {
	read: ReadText;
	segments: Segment[];
	emitSegment(segment: Segment, emit: Emit): void;
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
			const answered = containment(question, featuresOf(read, weights));
			emit(finish(mix(DRAFT, 32 + Math.min(4, Math.floor(answered * 5)))));
		},
	};
}

const CROSSED = 0x510e527f;

/** An observation of a turn, which can do without what came before. */
export interface AttemptObservation extends Observation {
	emitSituation(emit: (hash: number) => void): void;
}

export function observeAttempt(read: ReadText, context: AttemptContext): AttemptObservation {
	const asked = CROSSED + askedOf(context);
	return {
		read,
		// Asked again, the words say nothing of it: they are those of any question.
		segments: [...segmentsOf(read), contextOf(read)],
		// `no` is an answer to a question, and a complaint after a statement.
		emitSegment(segment, emit) {
			if (segment.isContext) return emitContextFeatures(read, context, emit);
			emitSentence(read, segment, (hash, from, to, value) => {
				emit(hash, from, to, value);
				if (value === 1) emit(finish(mix(hash, asked)), from, to, value);
			});
		},
		emitWhole(emit) {
			emitSituation(read, context, emit);
			emitContextFeatures(read, context, (hash) => emit(finish(mix(hash, CROSSED))));
		},
		emitSituation: (emit) => emitSituation(read, context, emit),
	};
}

/** The turn's words alone, and what kind of turn it is. */
export function withoutContext(observation: AttemptObservation): Observation {
	return {
		...observation,
		segments: observation.segments.filter(({ isContext }) => !isContext),
		emitWhole: observation.emitSituation,
	};
}

function contextOf({ tokens }: ReadText): Segment {
	const ends = { from: 0, to: tokens.length, isFirst: true, isLast: true };
	return { ...ends, isContext: true, endsWithQuestion: false };
}
