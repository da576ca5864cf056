import { exchangeOfDraft, exchangeOfMessage } from '../../handover/classifier/exchange';
import type { Exchange } from '../../handover/classifier/network';
import { readText } from '../../handover/classifier/read-text';
import { featuresOf } from '../../handover/classifier/similarity';
import { sequenceOf } from '../../handover/classifier/word-sequence';
import type { Example } from '../../training/fit';

export function messageOf(text: string): Exchange {
	return exchangeOfMessage(readText(text));
}

export function draftAfter(question: string, text: string): Exchange {
	const read = readText(question);
	const features = featuresOf(read, new Uint8Array(1 << 8).fill(255));
	return exchangeOfDraft(readText(text), { features, sequence: sequenceOf(read, null, null) });
}

/** Without features: for what reads the words in their order. */
export function exampleOf(exchange: Exchange, label: 0 | 1, line: number): Example {
	return {
		segments: [],
		whole: Int32Array.of(),
		exchange,
		label,
		line,
		weight: 1,
		text: '',
		part: '',
		group: '',
		language: '',
	};
}
