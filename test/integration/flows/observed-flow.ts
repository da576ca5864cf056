import type { PlatformUnderTest } from '../with-platform';
import { observedN8n } from './observed-n8n';
import { observedNodeRed } from './observed-node-red';

/**
 * The reference flow with a bot that can be slow, with `POST /operation/<name>` for what staff do, and
 * with a Handover Trigger that posts every event to `listener`.
 */
export function observedFlow(platform: PlatformUnderTest, listener: string): string {
	return JSON.stringify(platform === 'n8n' ? observedN8n(listener) : observedNodeRed(listener));
}
