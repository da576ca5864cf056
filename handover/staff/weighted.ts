import type { OrderStaff } from './order-staff';

/**
 * Drawn by lot, with the weights as chances: twice the weight gets twice the conversations, among
 * whoever is there. It remembers nothing, so who is away for a week has nothing to catch up on, and
 * one handover's order is always the same. (Efraimidis and Spirakis: the k-th is drawn as if from what
 * the first k - 1 have left.)
 */
export const weighted: OrderStaff = (staff, lot) => {
	const drawn = staff.map((member) => ({
		member,
		time: -Math.log(chance(`${lot}\n${member.id}`)) / member.weight,
	}));
	return drawn.sort((one, other) => one.time - other.time).map(({ member }) => member);
};

/** Over 0 and below 1, evenly spread over all texts: FNV-1a, with the last mixing of MurmurHash3. */
function chance(text: string): number {
	let hash = 0x811c9dc5;
	for (let index = 0; index < text.length; index += 1) {
		hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
	}
	hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
	hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
	return (((hash ^ (hash >>> 16)) >>> 0) + 0.5) / 2 ** 32;
}
