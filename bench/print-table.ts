export function printTable(title: string, head: string[], rows: string[][]): void {
	const widths = head.map((name, column) =>
		Math.max(name.length, ...rows.map((row) => row[column]!.length)),
	);
	const line = (cells: string[]) =>
		cells
			.map((cell, column) =>
				column === 0 ? cell.padEnd(widths[0]!) : cell.padStart(widths[column]!),
			)
			.join('  ');
	console.log(`\n${title}\n${[head, ...rows].map(line).join('\n')}`);
}
