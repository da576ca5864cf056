import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { BROWSER_PATIENCE, describeInBrowser } from './browser';
import { editNodeRed } from './edit-node-red';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const REFERENCE = resolve(__dirname, '../../flows/node-red/reference.json');
const LISTS = ['scenarios', 'staff', 'customScenarios', 'messages'];

/** The reference flow without the lists that a flow written by hand leaves out. */
function bareFlow(): object[] {
	const nodes = JSON.parse(readFileSync(REFERENCE, 'utf8')) as object[];
	return nodes.map((node) =>
		Object.fromEntries(Object.entries(node).filter(([name]) => !LISTS.includes(name))),
	);
}

describeInBrowser('nodes that were written by hand, without any list', () => {
	const nodeRed = editNodeRed(bareFlow);

	test.each([
		['handover-bot', { staff: [] }],
		['handover-classifier', { customScenarios: [], outputs: 4 }],
		['handover-send-closing-message', { messages: [] }],
	])('the dialog of %s opens and closes, and fills them in', async (type, lists) => {
		const editor = await nodeRed.open();
		const { id } = (await editor.ourDialogs()).find((one) => one.type === type)!;
		await editor.openDialog({ id });
		await editor.done();
		expect((await editor.exported()).find((one) => one.id === id)).toMatchObject(lists);
		expect(editor.errors).toEqual([]);
	});

	test("a bot's dialog shows the built-in three", async () => {
		const editor = await nodeRed.open();
		const { id } = (await editor.ourDialogs()).find((one) => one.type === 'handover-bot')!;
		await editor.openDialog({ id });
		expect(await editor.tray.locator('#handover-scenarios > li').count()).toBe(3);
		await editor.done();
		expect((await editor.exported()).find((one) => one.id === id)).toMatchObject({
			scenarios: ['contactRequest', 'lackOfInformation', 'failedToResolveIssue'].map((name) => ({
				name,
				enabled: true,
			})),
		});
	});
});
