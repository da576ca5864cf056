/** Whether a process of this machine has this number. */
export function isRunning(pid: number): boolean {
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		// EPERM: it runs, as somebody else.
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
