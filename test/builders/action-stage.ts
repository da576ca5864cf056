import type { ActionKind } from '../../handover/conversation/handover';
import { saveScenarios, saveStaff } from '../../handover/operations/configure';
import type { HandoverData } from '../../handover/operations/handover-data';
import { performAction } from '../../handover/operations/perform-action';
import { receiveMessage } from '../../handover/operations/receive-message';
import type { Scenario } from '../../handover/scenarios/scenario';
import { openTestServices, type TestServices } from './services';

const TRIGGER = {
	scenario: 'contactRequest',
	probability: 0.97,
	evidence: [],
	classifier: 'scripted/1',
};

/** Before each test: Ana, Ben and Chloe are staff, and a contact has just asked for a human. */
export function actionStage() {
	const stage = {
		services: undefined as unknown as TestServices,
		ref: { botId: 'default', conversationId: 'c' },
		carried: undefined as unknown as HandoverData,
		async startTurn(text: string, contact: object = {}): Promise<void> {
			const { handover } = await receiveMessage(stage.services, { ...stage.ref, text, contact });
			stage.carried = { ...handover, trigger: TRIGGER };
		},
		async perform(kind: ActionKind, fields: unknown = {}) {
			const input = { ...stage.ref, carried: stage.carried, fields };
			const done = await performAction(stage.services, kind, input);
			stage.carried = done.handover;
			return done;
		},
		async file() {
			return (await stage.services.store.read(stage.ref))!;
		},
		async scenario(given: Partial<Scenario>) {
			await saveScenarios(stage.services, {
				scenarios: [{ name: 'contactRequest', handoverType: 'contactRequest', ...given }],
				savedBy: 'test',
			});
		},
	};
	beforeEach(async () => {
		stage.services = await openTestServices();
		stage.ref = { botId: 'default', conversationId: 'c' };
		await saveStaff(stage.services, [{ name: 'Ana' }, { name: 'Ben' }, { name: 'Chloe' }]);
		await stage.startTurn('Can I talk to a human?');
	});
	afterEach(async () => await stage.services.close());
	return stage;
}
