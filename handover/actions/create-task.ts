import * as v from 'valibot';
import { isStorable } from '../conversation/inbound-message';
import { HandoverError } from '../errors';
import { planTaskDue } from '../jobs/task-due';
import type { Action } from './action';
import { parseFields } from './parse-fields';
import { skip } from './skip';
import { summarise } from './summarise';
import { timeSpan } from './time-span';

/** HighLevel's own words (requirement R8); replaced by a summary where there is one. */
export const DEFAULT_TASK_DESCRIPTION = 'Will be created by AI';
export const MAX_DUE_DAYS = 365;

const amount = v.union([v.number(), v.string()]);
const fields = v.object({
	description: v.optional(
		v.pipe(v.string(), v.maxLength(5_000), v.check(isStorable)),
		DEFAULT_TASK_DESCRIPTION,
	),
	dueIn: v.optional(amount, 24),
	dueUnit: v.optional(v.string(), 'hours'),
});
export type CreateTaskFields = v.InferOutput<typeof fields>;
/** Lines that the summary is made of. */
const SUMMARISED_LINES = 20;

/** R8: a task for whoever takes over, due a fixed time after the handover was requested. */
export const createTask: Action<CreateTaskFields> = {
	kind: 'createTask',
	need: { transcript: SUMMARISED_LINES },
	parse(input) {
		const own = parseFields(fields, input, 'SETTINGS_INVALID');
		dueSpan(own.dueIn, own.dueUnit);
		return own;
	},
	apply(context, own) {
		const { conversation, handover, scenario, now } = context;
		if (scenario?.createTask === false) return skip('The scenario does not create a task.');
		const wanted = scenario?.taskDescription || own.description.trim() || DEFAULT_TASK_DESCRIPTION;
		const description =
			wanted === DEFAULT_TASK_DESCRIPTION
				? (summarise(handover, conversation, context.transcript) ?? wanted)
				: wanted;
		const task = {
			id: context.newId(),
			description,
			dueAt:
				handover.startedAt +
				dueSpan(scenario?.taskDueIn ?? own.dueIn, scenario?.taskDueUnit ?? own.dueUnit),
			// Before somebody is assigned the task has no owner; the assignment gives it one.
			assignee: conversation.owner === 'human' ? conversation.assignee : null,
		};
		return {
			status: 'done',
			writes: [
				...context.desk.createTask({ conversation, handover, now }, task),
				planTaskDue(task, handover.id, now),
			],
			result: {
				taskId: task.id,
				dueAt: new Date(task.dueAt).toISOString(),
				assignee: task.assignee,
			},
		};
	},
};

/** @throws {HandoverError} `DUE_OUT_OF_RANGE` */
export function dueSpan(amountGiven: unknown, unit: unknown): number {
	const span = timeSpan(amountGiven, unit);
	if (span !== undefined && span >= 0 && span <= MAX_DUE_DAYS * 86_400_000) return span;
	throw new HandoverError(
		'DUE_OUT_OF_RANGE',
		`A task is due in 0 minutes to ${MAX_DUE_DAYS} days, given in minutes, hours or days.`,
	);
}
