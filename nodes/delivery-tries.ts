import { HandoverError } from '../handover/errors';

const DEFAULT_TRIES = 8;
const MOST_TRIES = 20;

/**
 * After how many failures a delivery is given up: what `HANDOVER_DELIVERY_TRIES` says, for a whole
 * installation. @throws {HandoverError} `SETTINGS_INVALID`
 */
export function readDeliveryTries(given = process.env['HANDOVER_DELIVERY_TRIES']): number {
	const text = given?.trim() ?? '';
	if (text === '') return DEFAULT_TRIES;
	const tries = Number(text);
	if (/^\d+$/.test(text) && tries >= 1 && tries <= MOST_TRIES) return tries;
	throw new HandoverError(
		'SETTINGS_INVALID',
		`HANDOVER_DELIVERY_TRIES is a whole number from 1 to ${MOST_TRIES}. Correct it, or remove it.`,
	);
}
