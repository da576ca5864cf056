import type { NodeAPI, NodeDef } from 'node-red';
import { DEFAULT_BOT_ID } from '../../../handover/conversation/inbound-message';
import { toHandoverError } from '../../../handover/errors';
import { saveScenarios, saveStaff } from '../../../handover/operations/configure';
import type { Services } from '../../../handover/operations/services';
import { storeOf, type BotNode } from '../config-nodes';
import { showError } from '../report-error';

interface BotDef extends NodeDef {
	botId: string;
	store: string;
	scenarios: unknown;
	/** Take the place of settings that another flow has saved for this bot. */
	replaceSettings: boolean;
	staff: Array<{ id?: string; name?: string }>;
}

export default (RED: NodeAPI) => {
	function HandoverBot(this: BotNode, def: BotDef) {
		RED.nodes.createNode(this, def);
		const staff = (def.staff ?? []).map(({ id, ...member }) => ({
			...member,
			id: id?.trim() || member.name,
		}));
		let saved: Promise<void> | undefined;
		let isSaved = false;
		let isClosed = false;
		const everSaved = Promise.withResolvers<void>();

		async function save(services: Services): Promise<void> {
			await saveStaff(services, staff);
			await saveScenarios(services, {
				botId: def.botId,
				scenarios: def.scenarios ?? [],
				savedBy: `node-red:${def.id}`,
				replace: def.replaceSettings ?? false,
			});
		}

		/** Once for all messages; after a failure each message tries again, and says why it failed. */
		async function ensureSaved(services: Services): Promise<void> {
			const saving = (saved ??= save(services));
			try {
				await saving;
				isSaved = true;
				everSaved.resolve();
			} catch (error) {
				if (saved === saving) saved = undefined;
				throw error;
			}
		}

		this.on('close', () => void (isClosed = true));
		this.botId = def.botId?.trim() || DEFAULT_BOT_ID;
		this.staffIds = staff.flatMap(({ id }) => id ?? []);
		this.saved = everSaved.promise;
		this.use = async (work) =>
			await storeOf(RED, def.store).use(async (services) => {
				if (!isSaved) await ensureSaved(services);
				return await work(services);
			});
		this.started = this.use(async () => null).catch((thrown: unknown) => {
			const error = toHandoverError(thrown);
			showError(this, error.code);
			void this.saved.then(() => isClosed || this.status({}));
			this.error(`${error.code}: ${error.message}`);
			return error;
		});
	}
	RED.nodes.registerType('handover-bot', HandoverBot);
};
