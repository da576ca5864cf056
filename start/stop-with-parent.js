'use strict';

/*
 * Loaded into a platform before it starts: it must not outlive an `npm start` that was killed. SIGTERM
 * would not do: the output leads nowhere any more, and n8n spins on that while it shuts down.
 */
if (process.channel) {
	process.once('disconnect', () => process.kill(-process.pid, 'SIGKILL'));
	process.channel.unref();
}
