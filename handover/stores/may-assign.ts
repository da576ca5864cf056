import type { SnapshotNeed, Write } from './store';

/** @throws when the decision assigns somebody by a roster that others may change meanwhile */
export function assertMayAssign({ staff }: SnapshotNeed, writes: readonly Write[]): void {
	if (staff === 'toAssign' || !writes.some(({ type }) => type === 'assigned')) return;
	throw new Error("A decision that assigns somebody must need the staff 'toAssign'");
}
