import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BROWSER_PATIENCE, describeInBrowser, saveInThemes } from './browser';
import { editNodeRed } from './edit-node-red';
import { findCutTexts } from './find-cut-texts';
import type { NodeRedPage } from './node-red-page';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const REFERENCE = resolve(__dirname, '../../flows/node-red/reference.json');

interface FlowNode {
	id: string;
	type: string;
	z?: string;
	scenarios?: object[];
}

/**
 * The reference flow, in which its bot has A, and two subflows whose Classifier has `${BOT}` for its bot:
 * in one, that is the reference flow's bot unless a use of the subflow says otherwise; in the other, it
 * is for each use to say.
 */
function flowWithSubflows(): FlowNode[] {
	const nodes = JSON.parse(readFileSync(REFERENCE, 'utf8')) as FlowNode[];
	const bot = nodes.find(({ type }) => type === 'handover-bot')!;
	bot.scenarios!.push({ name: 'A', handoverType: 'custom', enabled: true, examples: ['of A'] });
	const tab = nodes.find(({ type }) => type === 'tab')!;
	const classifier = nodes.find(({ type }) => type === 'handover-classifier')!;
	const subflows = ['with-default', 'without'].flatMap((id, index) => [
		{
			id,
			type: 'subflow',
			name: id,
			in: [],
			out: [],
			env: [
				{
					name: 'BOT',
					type: 'handover-bot',
					value: id === 'without' ? '' : bot.id,
					ui: { type: 'conf-types' },
				},
			],
		},
		{
			...classifier,
			id: `classifier-${id}`,
			z: id,
			x: 200,
			y: 100,
			bot: '${BOT}',
			customScenarios: ['A'],
			outputs: 5,
			wires: [[], [], [], [], [`debug-${id}`]],
		},
		{ id: `debug-${id}`, type: 'debug', z: id, x: 500, y: 100, wires: [] },
		{
			id: `use-${id}`,
			type: `subflow:${id}`,
			z: tab.id,
			x: 200,
			y: 1000 + 60 * index,
			env: [{ name: 'BOT', type: 'conf-type', value: bot.id }],
			wires: [],
		},
	]);
	return [...nodes, ...subflows];
}

describeInBrowser('a Classifier in a subflow whose bot is an environment variable', () => {
	const nodeRed = editNodeRed(flowWithSubflows);
	let editor: NodeRedPage;

	async function open(subflow: string, language = 'en-US'): Promise<void> {
		editor = await nodeRed.open(language);
		await editor.showFlow({ id: subflow });
		await editor.openDialog({ id: `classifier-${subflow}` });
	}

	const classifierOf = async (subflow: string) =>
		(await editor.exported()).find(({ id }) => id === `classifier-${subflow}`);

	const button = () => editor.tray.locator('.handover-edit-scenarios');

	test('edits the scenarios of the bot that the variable is by default, and stays with the variable', async () => {
		await open('with-default');
		await button().press('Enter');
		await editor.tray.locator('#handover-scenarios').waitFor();
		await editor.standsStill();
		const rows = editor.tray.locator('#handover-scenarios > li');
		await rows.last().locator('.handover-name').fill('Renamed');
		await editor.done();
		await editor.standsStill();
		await editor.done();
		expect(await classifierOf('with-default')).toMatchObject({
			bot: '${BOT}',
			customScenarios: ['Renamed'],
			wires: [[], [], [], [], ['debug-with-default']],
		});
		await editor.invoke('core:undo');
		expect(await classifierOf('with-default')).toMatchObject({ customScenarios: ['A'] });
		expect(editor.errors).toEqual([]);
	});

	test.each([
		['en-US', 'The bot is the environment variable BOT'],
		['de', 'Der Bot ist die Umgebungsvariable BOT'],
	])('says where to edit them when each use of the subflow chooses (%s)', async (language, why) => {
		await open('without', language);
		expect(await button().isDisabled()).toBe(true);
		const form = editor.tray.locator('.handover-form');
		expect(await form.locator('.handover-env-bot:visible').innerText()).toContain(why);
		expect(await findCutTexts(form)).toEqual([]);
		await saveInThemes(editor, editor.tray, `node-red-env-bot-${language}`);
		await form.locator('#node-input-name').fill('Mine');
		await editor.done();
		expect(await classifierOf('without')).toMatchObject({
			bot: '${BOT}',
			customScenarios: ['A'],
			outputs: 5,
			wires: [[], [], [], [], ['debug-without']],
		});
		expect(editor.errors).toEqual([]);
	});
});
