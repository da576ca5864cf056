import type { Scenario } from '../../../handover/scenarios/scenario';
import type { StaffMember } from '../../../handover/staff/staff-member';
import type { PlatformUnderTest } from '../with-platform';
import { bendN8n, readN8nReference } from './n8n-flow';
import { bendNodeRed, readNodeRedReference } from './node-red-flow';

/** What a copy of the reference flow has that the reference flow has not. */
export interface Bend {
	/** Also its address: `/<name>/handover/message`. */
	name: string;
	/** Whose scenarios it saves; messages have to name the bot, too. */
	botId?: string;
	/** In the place of the built-in three. */
	scenarios?: Scenario[];
	/** Always this staff member. */
	staffId?: string;
	/** In the place of the demo's. */
	staff?: Array<Partial<StaffMember>>;
	/** Minutes; off otherwise. */
	acceptWithin?: number;
	tags?: string;
	/** The pause is as many days as the message gives for the contact's id. */
	pauseDaysFromContactId?: boolean;
}

/** The reference flow, and copies of it beside it in one flow, so that one boot serves them all. */
export function referenceFlowWith(platform: PlatformUnderTest, bends: Bend[]): string {
	if (platform === 'n8n') return JSON.stringify(bends.reduce(bendN8n, readN8nReference()));
	return JSON.stringify(bends.reduce(bendNodeRed, readNodeRedReference()));
}
