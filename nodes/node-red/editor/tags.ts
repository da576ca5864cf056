import { cleanTags } from '../../../handover/actions/add-tags';

/** Whether the domain takes them, separated by commas. */
export function areTags(text: string): boolean {
	try {
		cleanTags(text.split(','));
		return true;
	} catch {
		return false;
	}
}
