import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
	startTestPlatform,
	type PlatformUnderTest,
	type TestPlatform,
	type TestPlatformOptions,
} from '../with-platform';

/** A platform with a flow that is in no file yet. */
export async function startWithFlow(
	name: PlatformUnderTest,
	flow: string,
	options: TestPlatformOptions = {},
): Promise<TestPlatform> {
	const folder = mkdtempSync(join(tmpdir(), 'handover-flow-'));
	const file = join(folder, 'flow.json');
	writeFileSync(file, flow);
	const platform = await startTestPlatform(name, file, options);
	return Object.assign(platform, { dispose: disposeBoth(platform.dispose, folder) });
}

function disposeBoth(dispose: TestPlatform['dispose'], folder: string): TestPlatform['dispose'] {
	return async () => {
		await dispose();
		rmSync(folder, { recursive: true, force: true });
	};
}
