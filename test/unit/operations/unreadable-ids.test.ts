import { acceptHandover } from '../../../handover/operations/accept-handover';
import { completeTasks } from '../../../handover/operations/complete-tasks';
import { recordHumanReply } from '../../../handover/operations/record-human-reply';
import type { Services } from '../../../handover/operations/services';
import { setAvailability } from '../../../handover/operations/set-availability';
import { actionStage } from '../../builders/action-stage';

const stage = actionStage();
const { ref } = stage;

type Operate = (services: Services, id: unknown) => Promise<unknown>;

/** What a desk can send by mistake: no text, and one that no store keeps. */
const UNREADABLE = [['Ana'], { id: 'Ana' }, true, 'a'.repeat(257), 'A\0na', NaN];

const FIELDS: Array<[string, string, string, Operate]> = [
	[
		'a task',
		'Task ID',
		'TASK_UNKNOWN',
		(at, taskId) => completeTasks(at, ref, { which: 'one', taskId }),
	],
	[
		'who has done it',
		'Staff ID',
		'STAFF_UNKNOWN',
		(at, staffId) => completeTasks(at, ref, { which: 'allOpen', staffId }),
	],
	[
		'who accepts',
		'Staff ID',
		'STAFF_UNKNOWN',
		(at, staffId) => acceptHandover(at, ref, { staffId }),
	],
	[
		'who wrote',
		'Staff ID',
		'STAFF_UNKNOWN',
		(at, staffId) => recordHumanReply(at, ref, { text: 'Ana here', staffId }),
	],
	[
		'who is there',
		'Staff ID',
		'STAFF_UNKNOWN',
		(at, staffId) => setAvailability(at, { staffId, available: true }),
	],
];

test.each(FIELDS)(
	'the ID of %s that cannot be read is told as what it is, %s',
	async (_whose, field, code, operate) => {
		await stage.perform('createTask');
		await stage.perform('assignConversation');
		const before = await stage.file();
		for (const id of UNREADABLE) {
			await expect(operate(stage.services, id)).rejects.toMatchObject({
				code,
				message: expect.stringMatching(new RegExp(`^${field} must be a text`)),
			});
		}
		expect(await stage.file()).toEqual(before);
	},
);
