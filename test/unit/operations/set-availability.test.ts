import { actionStage } from '../../builders/action-stage';
import { saveStaff } from '../../../handover/operations/configure';
import { setAvailability } from '../../../handover/operations/set-availability';

const stage = actionStage();

describe('the availability of a staff member', () => {
	test.each([
		[false, false],
		['false', false],
		['true', true],
	])('set to %p, outlives the next deployment', async (given, available) => {
		const set = await setAvailability(stage.services, { staffId: ' Ana ', available: given });
		expect(set).toEqual({ staffId: 'Ana', available });
		await saveStaff(stage.services, [{ name: 'Ana' }]);
		await stage.perform('assignConversation');
		expect((await stage.file()).conversation.assignee).toBe(available ? 'Ana' : 'Ben');
	});

	test('leaves them what they have', async () => {
		await stage.perform('assignConversation');
		await setAvailability(stage.services, { staffId: 'Ana', available: false });
		expect((await stage.file()).conversation.assignee).toBe('Ana');
	});

	test.each([
		[{ staffId: 'Zed', available: true }, 'STAFF_UNKNOWN'],
		[{ available: true }, 'STAFF_UNKNOWN'],
		[{ staffId: 'Ana' }, 'SETTINGS_INVALID'],
		[{ staffId: 'Ana', available: 'maybe' }, 'SETTINGS_INVALID'],
	])('%j is refused: %s', async (input, code) => {
		await expect(setAvailability(stage.services, input)).rejects.toMatchObject({ code });
	});
});
