import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import type { Action } from './action';
import { skip } from './skip';

/** Requirement R11. */
export const DEFAULT_TAG = 'human_handover';
export const MAX_TAG_LENGTH = 100;
export const MAX_TAGS = 100;

export interface AddTagsFields {
	tags: string[];
}

/** R11: adds, never overwrites. */
export const addTags: Action<AddTagsFields> = {
	kind: 'addTags',
	need: {},
	parse(input) {
		const { tags = DEFAULT_TAG } = fieldsOf(input);
		if (typeof tags === 'string') return { tags: cleanTags(tags.split(',')) };
		if (Array.isArray(tags) && tags.every(isText)) return { tags: cleanTags(tags) };
		throw invalid();
	},
	apply(context, own) {
		const { conversation, handover, scenario, now } = context;
		if (scenario?.skipTags) return skip('The scenario adds no tags.');
		const wanted = scenario?.tags ? cleanTags(scenario.tags) : own.tags;
		const tags = [...new Set([...conversation.tags, ...wanted])];
		if (tags.length > MAX_TAGS) throw tooMany(tags.length);
		const added = tags.slice(conversation.tags.length);
		return {
			status: 'done',
			conversation: { ...conversation, tags },
			writes: context.desk.addTags({ conversation, handover, now }, tags, added),
			result: { added },
		};
	},
};

/** @throws {HandoverError} `TAGS_INVALID` */
function fieldsOf(input: unknown): { readonly tags?: unknown } {
	if (typeof (input ?? {}) !== 'object') throw invalid();
	return input ?? {};
}

function isText(value: unknown): value is string {
	return typeof value === 'string';
}

/** @throws {HandoverError} `TAGS_INVALID`, `TAGS_TOO_MANY` */
export function cleanTags(tags: string[]): string[] {
	const clean = [...new Set(tags.map((tag) => tag.trim()).filter(Boolean))];
	if (clean.length > MAX_TAGS) throw tooMany(clean.length);
	if (clean.some((tag) => tag.length > MAX_TAG_LENGTH || !isStorable(tag))) throw invalid();
	return clean;
}

function tooMany(count: number): HandoverError {
	return new HandoverError(
		'TAGS_TOO_MANY',
		`A conversation has at most ${MAX_TAGS} tags; this would make ${count}.`,
	);
}

function invalid(): HandoverError {
	return new HandoverError(
		'TAGS_INVALID',
		`Tags must be texts of at most ${MAX_TAG_LENGTH} characters, as a list or separated by commas.`,
	);
}
