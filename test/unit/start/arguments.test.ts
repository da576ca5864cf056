import { parseArguments, UsageError } from '../../../start/arguments';

describe('the command line of npm start', () => {
	test.each([
		[[], 'node-red', 1880],
		[['node-red'], 'node-red', 1880],
		[['n8n'], 'n8n', 5678],
		[['n8n', '--port', '8080'], 'n8n', 8080],
		[['--port=1', 'node-red'], 'node-red', 1],
		[['-p', '65535'], 'node-red', 65_535],
	] as const)('%j starts %s on port %i', (args, platform, port) => {
		expect(parseArguments(args)).toEqual({
			platform,
			port,
			data: undefined,
			store: undefined,
			fresh: false,
			help: false,
		});
	});

	test('takes a data folder and empties it when asked to', () => {
		expect(parseArguments(['--data', 'here', '--fresh'])).toMatchObject({
			data: 'here',
			fresh: true,
		});
	});

	test('takes a store of both kinds', () => {
		const store = (text: string) => parseArguments(['--store', text]).store;
		expect(store('postgres://u:p@h/d')).toBe('postgres://u:p@h/d');
		expect(store('sqlite:/here/it')).toBe('sqlite:/here/it');
		expect(store('sqlite:it')).toBe(`sqlite:${process.cwd()}/it`);
	});

	test.each([
		[['zapier'], 'There is no platform "zapier". Choose node-red or n8n.'],
		[['n8n', 'node-red'], 'One platform at a time: "node-red" is one argument too many.'],
		[['--prot', '1'], "Unknown option '--prot'."],
		[['--port'], "Option '-p, --port <value>' argument missing."],
		[['--port', '0'], '"0" is no port. Give a number from 1 to 65535.'],
		[['--port', '65536'], '"65536" is no port. Give a number from 1 to 65535.'],
		[['--port', '80a'], '"80a" is no port. Give a number from 1 to 65535.'],
		[['--port', '1e3'], '"1e3" is no port. Give a number from 1 to 65535.'],
		...['it.sqlite', 'mysql://u@h/d', 'postgres://h', 'sqlite:'].map(
			(store) =>
				[
					['--store', store],
					'--store is sqlite:PATH or postgres://user:password@host:5432/database.',
				] as [string[], string],
		),
		[['--data', ' '], '--data needs the name of a folder.'],
	])('%j is refused in plain words', (args, message) => {
		expect(() => parseArguments(args)).toThrow(new UsageError(message));
	});
});
