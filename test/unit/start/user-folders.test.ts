import { cacheFolder, dataFolder } from '../../../start/user-folders';

const home = '/home/ana';

describe("the user's folders", () => {
	test.each([
		['linux', {}, '/home/ana/.local/share/human-handover/n8n'],
		['linux', { XDG_DATA_HOME: '/data' }, '/data/human-handover/n8n'],
		['linux', { XDG_DATA_HOME: 'relative' }, '/home/ana/.local/share/human-handover/n8n'],
		['linux', { XDG_DATA_HOME: '' }, '/home/ana/.local/share/human-handover/n8n'],
		['darwin', {}, '/home/ana/Library/Application Support/human-handover/n8n'],
		['darwin', { XDG_DATA_HOME: '/data' }, '/data/human-handover/n8n'],
	] as const)('on %s with %j keep the data in %s', (system, variables, folder) => {
		expect(dataFolder('n8n', { system, home, variables })).toBe(folder);
	});

	test.each([
		['linux', {}, '/home/ana/.cache/human-handover'],
		['linux', { XDG_CACHE_HOME: '/cache' }, '/cache/human-handover'],
		['darwin', {}, '/home/ana/Library/Caches/human-handover'],
	] as const)('on %s with %j keep downloads in %s', (system, variables, folder) => {
		expect(cacheFolder({ system, home, variables })).toBe(folder);
	});

	test('are another one for each platform', () => {
		const user = { system: 'linux', home, variables: {} } as const;
		expect(dataFolder('node-red', user)).not.toBe(dataFolder('n8n', user));
	});
});
