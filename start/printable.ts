/** A line for the terminal. It may hold what came from outside: no control characters may reach it. */
export function printable(line: string): string {
	return line.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}]/gu, '?').slice(0, 200);
}
