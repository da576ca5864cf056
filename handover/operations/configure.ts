import { parseBotId } from '../conversation/inbound-message';
import { parseScenarios } from '../scenarios/parse-scenarios';
import type { BotSettings } from '../scenarios/scenario';
import {
	parseStaff,
	parseStaffApart,
	type StaffApart,
	type StaffMember,
} from '../staff/staff-member';
import type { Services } from './services';

export interface SaveScenariosInput {
	botId?: unknown;
	scenarios: unknown;
	/** Names the flow and node, so that two flows do not overwrite each other unawares. */
	savedBy: string;
	replace?: boolean;
}

/**
 * Saves a bot's scenarios. The same ones again change nothing.
 * @throws {HandoverError} `SCENARIOS_TOO_MANY`, `SCENARIO_INVALID`, `SETTINGS_CONFLICT`
 */
export async function saveScenarios(
	services: Services,
	input: SaveScenariosInput,
): Promise<BotSettings> {
	return await services.store.saveBotSettings({
		botId: parseBotId(input.botId),
		scenarios: parseScenarios(input.scenarios),
		savedBy: input.savedBy,
		savedAt: services.clock.now(),
		replace: input.replace ?? false,
	});
}

/** Adds or updates members of the roster. @throws {HandoverError} `STAFF_INVALID` */
export async function saveStaff(services: Services, staff: unknown): Promise<StaffMember[]> {
	const members = parseStaff(staff);
	if (members.length) await services.store.saveStaff(members);
	return members;
}

/** As {@link saveStaff}, but for the entries that are wrong: those are left out, and it is said why. */
export async function saveStaffApart(services: Services, staff: unknown): Promise<StaffApart> {
	const apart = parseStaffApart(staff);
	if (apart.staff.length) await services.store.saveStaff(apart.staff);
	return apart;
}
