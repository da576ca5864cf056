import { HandoverError } from '../errors';

/** For who asks a store that was closed under their hands. */
export function storeClosed(): HandoverError {
	return new HandoverError('STORE_CLOSED', 'The store was closed, as on a redeploy. Try again.');
}
