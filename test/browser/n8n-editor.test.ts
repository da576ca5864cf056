import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { WorkflowFile } from '../../start/n8n-rest';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import {
	BROWSER_PATIENCE,
	describeInBrowser,
	openBrowser,
	saveDocImage,
	saveInThemes,
} from './browser';
import { byTestId, N8nPage, OUR_NODES } from './n8n-page';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(2 * BROWSER_PATIENCE);

const NODES = resolve(__dirname, '../../nodes/n8n');
const TRY_CLASSIFIER = resolve(__dirname, '../../flows/n8n/try-classifier.json');
const OPERATIONS = resolve(__dirname, '../../flows/n8n/conversation-operations.json');
const TYPES = readdirSync(NODES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
/** One panel per type, two where a node's operations differ. */
const PANELS = [
	'Receive Message',
	'Before Reply',
	'Classify Message',
	'Classify Draft',
	'Count Attempt',
	'Assign Conversation',
	'Create Task',
	'Pause Bot',
	'Add Tags',
	'Notify Staff',
	'Send Closing Message',
	'Get Conversation',
];

/** What staff do has a panel for each operation, in a flow of its own. */
const OPERATION_PANELS = [
	'Accept',
	'Record Human Reply',
	'Complete Tasks',
	'Hand Back',
	'Resume Bot',
	'Close',
	'Replay Deliveries',
	'Set Staff Availability',
	'Export',
	'Erase',
];

interface FlowNode {
	name: string;
	parameters: Record<string, unknown>;
}

const readOperations = () => JSON.parse(readFileSync(OPERATIONS, 'utf8')) as WorkflowFile;

/** One session from beginning to end: n8n's editor takes long to load. */
describeInBrowser("n8n's editor", () => {
	let platform: TestPlatform;
	let browser: Browser;
	let editor: N8nPage;
	let page: Page;

	beforeAll(async () => {
		browser = await openBrowser();
		platform = await startTestPlatform('n8n');
		editor = await N8nPage.open(browser, platform.running);
		page = editor.page;
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await browser?.close();
		await platform?.dispose();
	});

	test('shows the reference flow, each node with its icon', async () => {
		const icons = page.locator(`${OUR_NODES} img`);
		await icons.first().waitFor();
		const widths = await icons.evaluateAll((images) =>
			images.map((image) => (image as HTMLImageElement).naturalWidth),
		);
		expect(widths).toHaveLength(await page.locator(OUR_NODES).count());
		expect(widths).not.toContain(0);
		await page.waitForTimeout(1500);
		await saveInThemes(editor, page, 'n8n-canvas');
		await saveDocImage(page, 'reference-flow-n8n', await editor.areaOf(byTestId('sticky')));
	});

	test('opens the panel of every node', async () => {
		await openPanels(PANELS);
	});

	test('opens the panel of each operation', async () => {
		await editor.openWorkflow(readOperations());
		await openPanels(OPERATION_PANELS);
		await editor.openDeployed();
	});

	test('asks for a task only where one is to be completed', async () => {
		const flow = readOperations();
		const node = (flow.nodes as FlowNode[]).find(({ name }) => name === 'Complete Tasks')!;
		// The request says which in the flow.
		delete node.parameters['which'];
		await editor.openWorkflow(flow);
		await editor.openPanel('Complete Tasks');
		const panel = page.locator(byTestId('ndv'));
		const field = (label: string) => panel.getByText(label, { exact: true });
		await field('Which').waitFor();
		expect(await field('Task ID').count()).toBe(0);
		await panel.locator(byTestId('parameter-input-which')).click();
		await page.getByRole('option', { name: 'One' }).click();
		await field('Task ID').waitFor();
		await saveInThemes(editor, page, 'n8n-complete-one-task');
		await editor.closePanel();
		await editor.openDeployed();
	});

	test("says that the store's credential works", async () => {
		await editor.openPanel('Pause Bot');
		await page
			.locator(`${byTestId('node-credentials-empty-state')} button`)
			.first()
			.click();
		await page.locator(byTestId('credential-edit-dialog')).waitFor();
		await saveInThemes(editor, page, 'n8n-credential');
		const answered = page.waitForResponse(/\/rest\/credentials\/test/);
		await page.locator(byTestId('credential-save-button')).click();
		expect(await (await answered).json()).toMatchObject({ data: { status: 'OK' } });
		// n8n closes the dialog of a credential that works.
		await page.locator(byTestId('credential-edit-dialog')).waitFor({ state: 'hidden' });
		await editor.closePanel();
	});

	async function openPanels(names: readonly string[]): Promise<void> {
		const { width, height } = page.viewportSize()!;
		// So that a long panel is seen to its end.
		await page.setViewportSize({ width, height: 2 * height });
		for (const name of names) {
			await editor.openPanel(name);
			const panel = page.locator(byTestId('ndv'));
			expect(await panel.locator(byTestId('parameter-item')).count()).toBeGreaterThan(1);
			expect(await panel.locator('.has-issues').allInnerTexts()).toEqual([]);
			await saveInThemes(editor, page, `n8n-${name.toLowerCase().replaceAll(' ', '-')}`);
			await editor.closePanel();
		}
		await page.setViewportSize({ width, height });
	}

	/** The flow with the examples, in which the classifier is set as the test wants it. */
	async function openTryClassifier(parameters: object, others: object = {}): Promise<void> {
		const file = JSON.parse(readFileSync(TRY_CLASSIFIER, 'utf8')) as WorkflowFile;
		const node = (file.nodes as FlowNode[]).find(({ name }) => name === 'Classify Message')!;
		Object.assign(node.parameters, parameters);
		await editor.openWorkflow({ ...file, ...others });
	}

	async function run(): Promise<void> {
		await page.locator(byTestId('execute-workflow-button')).click();
		await page.getByText('Workflow executed successfully').waitFor();
	}

	const customScenario = (name: string, examples: string) => ({
		handoverType: 'custom',
		name,
		enabled: true,
		triggerCondition: '',
		examples,
		threshold: 0.5,
		actions: {},
		finalMessages: {},
	});

	test('the example messages are judged with one click, unpublished', async () => {
		await openTryClassifier({});
		await saveInThemes(editor, page, 'n8n-try-classifier');
		await run();
		await editor.openPanel('Result');
		const output = page.locator(`${byTestId('ndv')} ${byTestId('output-panel')}`);
		await output.getByText('contactRequest').first().waitFor();
		const shown = await output.innerText();
		for (const text of ['Can I talk to a human?', 'Refund', 'lackOfInformation', 'continue'])
			expect(shown).toContain(text);
		await saveInThemes(editor, page, 'n8n-try-result');
		await editor.closePanel();
		await editor.openPanel('Classify Message');
		const panel = page.locator(byTestId('ndv'));
		expect(await panel.innerText()).toContain('cannot be deleted');
		expect(await panel.innerText()).not.toContain('in common');
		await saveInThemes(editor, page, 'n8n-try-classify');
		await editor.closePanel();
	});

	test('a scenario keeps its output, and the list begins with the built-in three', async () => {
		const refund = { ...customScenario('Refund', 'I want my money back'), output: 1 };
		const legal = { ...customScenario('Legal', 'my lawyer will sue you'), output: 2 };
		const label = (text: string) => page.getByText(text, { exact: true }).first();
		await openTryClassifier({ scenarios: { scenario: [legal] } });
		await label('(Unused)').waitFor();
		await label('Legal').waitFor();
		await openTryClassifier({ scenarios: { scenario: [refund, { ...legal, output: 1 }] } });
		await label('Refund or Legal').waitFor();
		await saveInThemes(editor, page, 'n8n-shared-output');
		await openTryClassifier({ scenarioSource: 'saved', scenarios: undefined });
		await editor.openPanel('Classify Message');
		const panel = page.locator(byTestId('ndv'));
		await panel.locator(byTestId('parameter-input-scenarioSource')).click();
		await page.getByRole('option', { name: 'List Here' }).click();
		const types = panel.locator(byTestId('parameter-input-handoverType'));
		await types.nth(2).waitFor();
		expect(await types.count()).toBe(3);
		await saveInThemes(editor, page, 'n8n-list-here');
		await editor.closePanel();
	});

	test('warns of scenarios that overlap, in the dialog and beside the output', async () => {
		const scenario = [
			customScenario('Refund', 'I want my money back'),
			customScenario('Money', 'I want my money back'),
		];
		await openTryClassifier({ scenarios: { scenario } });
		await editor.openPanel('Classify Message');
		await page.getByText('have an example or a condition in common').waitFor();
		await editor.closePanel();
		await run();
		await editor.openPanel('Classify Message');
		await page.getByText('"Refund" and "Money" answer to the same messages').waitFor();
		await saveInThemes(editor, page, 'n8n-overlap');
		await editor.closePanel();
	});

	test('refuses a seventh scenario in the dialog, with a message', async () => {
		const scenario = [1, 2, 3, 4, 5, 6, 7].map((at) => customScenario(`S${at}`, `example ${at}`));
		await openTryClassifier({ scenarios: { scenario } });
		await editor.openPanel('Classify Message');
		await page.getByText('A bot has at most six scenarios: the built-in three, which').waitFor();
		await saveInThemes(editor, page, 'n8n-seventh-scenario');
		await editor.closePanel();
	});

	test('takes a Chat Model, or a server by its credential', async () => {
		await openTryClassifier({ languageModel: 'chatModel' });
		await page.getByText('Chat Model', { exact: true }).first().waitFor();
		await saveInThemes(editor, page, 'n8n-chat-model-canvas');
		await editor.openPanel('Classify Message');
		await saveInThemes(editor, page, 'n8n-chat-model');
		await editor.closePanel();
		await openTryClassifier({ languageModel: 'openAi' });
		await editor.openPanel('Classify Message');
		await page
			.locator(`${byTestId('node-credentials-empty-state')} button`)
			.last()
			.click();
		const dialog = page.locator(byTestId('credential-edit-dialog'));
		await dialog.waitFor();
		expect(await dialog.innerText()).toContain('Base URL');
		await saveInThemes(editor, page, 'n8n-model-credential');
		await editor.openDeployed();
	});

	test('finds every node by "handover", and adds the trigger', async () => {
		const triggers = page.locator(`${OUR_NODES}[data-node-type$=".handoverTrigger"]`);
		const before = await triggers.count();
		await page.locator(byTestId('node-creator-plus-button')).click();
		await page.locator(byTestId('node-creator-search-bar')).fill('handover');
		const found = page.locator(byTestId('node-creator-item-name'));
		await found.filter({ hasText: 'Add Tags' }).waitFor();
		await saveInThemes(editor, page, 'n8n-search');
		expect(await found.count()).toBe(TYPES.length);
		// n8n leaves "Trigger" out of a trigger's name here.
		await found.filter({ hasText: /^\s*Handover\s*$/ }).click();
		await page.getByText('On handover requested').click();
		await page.locator(`${byTestId('ndv')} ${byTestId('node-parameters')}`).waitFor();
		await saveInThemes(editor, page, 'n8n-handover-trigger');
		await editor.closePanel();
		expect(await triggers.count()).toBe(before + 1);
	});

	test('reports no error of ours in the console', () => {
		expect(editor.errors).toEqual([]);
	});
});
