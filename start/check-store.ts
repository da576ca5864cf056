import { toHandoverError } from '../handover/errors';
import { openStore } from '../nodes/open-store';
import { parseStoreLocation } from '../nodes/store-location';
import { StartError } from './start-error';

/**
 * Opens the store that the command line names and closes it again, so that one that cannot be used is
 * heard of before a platform starts and a folder is emptied.
 * @throws {StartError} which does not quote the store's address, for a password may be in it
 */
export async function checkStore(store: string): Promise<void> {
	try {
		const opened = await openStore(parseStoreLocation(store, '.'));
		await opened.close();
	} catch (error) {
		const { code, message } = toHandoverError(error);
		throw new StartError(`The store of --store cannot be used (${code}). ${message}`);
	}
}
