import type { DatabaseSync, StatementSync } from 'node:sqlite';
import type { ActionRecord, Handover } from '../../conversation/handover';
import type { Known } from '../known';

/** Inserts or replaces a handover of the conversation that stands at `rowId`, with its action records. */
export type HandoverWriter = (rowId: number, one: Handover, known: Known) => void;

export function handoverWriter(database: DatabaseSync): HandoverWriter {
	const replace = database.prepare(`
		INSERT INTO handovers (id, conversation, message_seq, scenario, probability, evidence,
			classifier, started_at, ended_at, runner, staffing)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
		ON CONFLICT (id) DO UPDATE SET ended_at = excluded.ended_at, runner = excluded.runner,
			staffing = excluded.staffing`);
	// Apart from its end, which an index has, too.
	const update = database.prepare('UPDATE handovers SET runner = ?, staffing = ? WHERE id = ?');
	const end = database.prepare(
		'UPDATE handovers SET ended_at = ?, runner = ?, staffing = ? WHERE id = ?',
	);
	const updateAction = database.prepare(`
		UPDATE actions SET status = ?, attempts = ?, error = ?, result = ?, at = ?
		WHERE handover_id = ? AND kind = ?`);
	const replaceActions = new Map<number, StatementSync>();

	function replaceActionsOf(count: number): StatementSync {
		const known = replaceActions.get(count);
		if (known) return known;
		const statement = database.prepare(`
			INSERT INTO actions (handover_id, position, kind, status, attempts, error, result, at)
			VALUES ${Array<string>(count).fill('(?, ?, ?, ?, ?, ?, ?, ?)').join(', ')}
			ON CONFLICT (handover_id, kind) DO UPDATE SET
				status = excluded.status, attempts = excluded.attempts, error = excluded.error,
				result = excluded.result, at = excluded.at`);
		replaceActions.set(count, statement);
		return statement;
	}

	function writeActions(handoverId: string, actions: PlacedRecord[]) {
		if (actions.length === 0) return;
		const values = actions.flatMap(({ record, position }) => [
			handoverId,
			position,
			record.kind,
			...changingValues(record),
		]);
		replaceActionsOf(actions.length).run(...values);
	}

	function writeAll(rowId: number, one: Handover) {
		replace.run(
			one.id,
			rowId,
			one.messageSeq,
			one.scenario,
			one.probability,
			JSON.stringify(one.evidence),
			one.classifier,
			one.startedAt,
			one.endedAt,
			one.runner,
			JSON.stringify(one.staffing),
		);
		writeActions(
			one.id,
			one.actions.map((record, position) => ({ record, position })),
		);
	}

	function writeRow(before: Handover, one: Handover) {
		const values = [one.runner, JSON.stringify(one.staffing), one.id];
		if (before.endedAt === one.endedAt) update.run(...values);
		else end.run(one.endedAt, ...values);
	}

	return (rowId, one, known) => {
		const before = known.before(one);
		if (!before) return writeAll(rowId, one);
		if (!known.hasRowOf(one)) writeRow(before, one);
		one.actions.forEach((record, position) => {
			// A decision makes a changed record anew, and leaves the others as the snapshot showed them.
			if (before.actions.includes(record)) return;
			const isNew = !before.actions.some(({ kind }) => kind === record.kind);
			if (isNew) return writeActions(one.id, [{ record, position }]);
			updateAction.run(...changingValues(record), one.id, record.kind);
		});
	};
}

interface PlacedRecord {
	record: ActionRecord;
	position: number;
}

/** Of a record's columns, those that change. */
function changingValues(record: ActionRecord) {
	return [
		record.status,
		record.attempts,
		record.error && JSON.stringify(record.error),
		record.result && JSON.stringify(record.result),
		record.at,
	];
}
