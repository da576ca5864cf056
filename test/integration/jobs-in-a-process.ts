import { runDueJobs } from '../../handover/jobs/job-runner';
import { TIMERS } from '../../handover/jobs/handlers';
import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { openTestServices, SetClock, type TestServices } from '../builders/services';

/** Services on the given file, as another process of the same platform has them. */
export async function servicesOf(path: string, name: string, at: number): Promise<TestServices> {
	const store = await openSqliteStore({ path });
	const runner = { id: `here/${name}/x`, isAlive: () => true };
	return Object.assign(await openTestServices({ store, runner }), { clock: new SetClock(at) });
}

/** `work` carries out what is due; `lease` takes it, and waits to be killed. */
async function obey(path: string, at: number, order: string): Promise<void> {
	const services = await servicesOf(path, 'child', at);
	process.once('message', async () => {
		if (order === 'work') {
			const done = await runDueJobs(services);
			process.send!({ done });
			await services.close();
			process.disconnect();
			return;
		}
		const kinds = TIMERS.map(({ kind }) => kind);
		const wanted = { now: at, leaseBy: services.runner.id, leaseFor: 30_000, kinds, limit: 50 };
		process.send!({ done: (await services.store.leaseJobs(wanted)).length });
	});
	process.send!('ready');
}

const [path, at, order] = process.argv.slice(2);
if (process.send && require.main === module) void obey(path!, Number(at), order!);
