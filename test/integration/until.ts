const PATIENCE = 30_000;

/** Asks again and again, for as long as a busy machine may take. */
export async function until(what: string, holds: () => Promise<boolean> | boolean): Promise<void> {
	const deadline = Date.now() + PATIENCE;
	while (!(await holds())) {
		if (Date.now() > deadline) throw new Error(`Not within ${PATIENCE / 1000} seconds: ${what}`);
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
}
