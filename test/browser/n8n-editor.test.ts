import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { DEFAULT_SCENARIOS } from '../../handover/scenarios/default-scenarios';
import {
	classifierOutputs,
	CUSTOM_PLACES,
} from '../../nodes/n8n/HandoverClassifier/handover-classifier.properties';
import type { WorkflowFile } from '../../start/n8n-rest';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import { until } from '../integration/until';
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

interface ExampleFlow extends Pick<WorkflowFile, 'name'> {
	nodes: FlowNode[];
	connections: Record<string, { main: Array<Array<{ node: string }> | null> }>;
}

const classifierIn = (nodes: FlowNode[]) => nodes.find(({ name }) => name === 'Classify Message')!;

const noOperation = (name: string, at: number) => ({
	parameters: {},
	id: name,
	name,
	type: 'n8n-nodes-base.noOp',
	typeVersion: 1,
	position: [1000, 300 + 200 * at],
});

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
	async function openTryClassifier(
		parameters: object,
		change: (flow: ExampleFlow) => void = () => undefined,
	): Promise<void> {
		const flow = JSON.parse(readFileSync(TRY_CLASSIFIER, 'utf8')) as ExampleFlow;
		Object.assign(classifierIn(flow.nodes).parameters, parameters);
		change(flow);
		await editor.openWorkflow(flow);
	}

	/** As n8n has saved it. */
	async function readClassifier() {
		const { nodes, connections } = (await editor.readSaved()) as Omit<ExampleFlow, 'name'>;
		const { parameters } = classifierIn(nodes);
		return { parameters, main: connections['Classify Message']!.main };
	}

	const switchOf = (field: string) =>
		page.locator(`${byTestId('ndv')} ${byTestId(`parameter-input-${field}`)}`).getByRole('switch');

	async function run(): Promise<void> {
		await page.locator(byTestId('execute-workflow-button')).click();
		await page.getByText('Workflow executed successfully').waitFor();
	}

	const customScenario = (name: string, examples: string) => ({
		name,
		enabled: true,
		triggerCondition: '',
		examples,
		threshold: 0.5,
		actions: {},
		finalMessages: {},
	});

	test('the example messages are judged with one click, unpublished', async () => {
		// The start has imported it.
		await editor.openById((JSON.parse(readFileSync(TRY_CLASSIFIER, 'utf8')) as { id: string }).id);
		await saveInThemes(editor, page, 'n8n-try-classifier');
		await run();
		await editor.openPanel('Result');
		const output = page.locator(`${byTestId('ndv')} ${byTestId('output-panel')}`);
		await output.getByText('contactRequest').first().waitFor();
		// What stands behind the message in its row: label, probability, evidence and runner-up.
		const shownFor = async (message: string) => {
			const row = await output.locator('tr', { hasText: message }).innerText();
			return row.slice(row.indexOf(message) + message.length);
		};
		for (const [message, label, evidence] of [
			[
				'Can I talk to a human?',
				'contactRequest',
				/source:contactMessage\s+rule:asksForHuman\s+text:.*human/,
			],
			[
				'Do you ship to Mars?',
				'lackOfInformation',
				/source:botDraft\s+rule:doesNotKnow\s+text:.*information/,
			],
			[
				'I want my money back for order 1234',
				'Refund',
				/source:contactMessage\s+rule:\S.*\s+text:.*money back/,
			],
		] as const) {
			const shown = await shownFor(message);
			expect(shown).toMatch(new RegExp(`^\\s*${label}\\s+(1|0\\.[89]\\d?)\\s`));
			expect(shown).toMatch(evidence);
		}
		expect(await shownFor('How long does shipping take?')).toMatch(
			/^\s*continue\s+(1|0\.[89]\d?)\s+\[empty array\]/,
		);
		await saveInThemes(editor, page, 'n8n-try-result');
		await editor.closePanel();
		await editor.openPanel('Classify Message');
		const panel = page.locator(byTestId('ndv'));
		expect(await panel.innerText()).not.toContain('in common');
		const link = panel.getByRole('link', { name: 'Try the Handover Classifier' });
		expect(await link.getAttribute('href')).toMatch(/\/flows\/n8n\/try-classifier\.json$/);
		await saveInThemes(editor, page, 'n8n-try-classify');
		await editor.closePanel();
	});

	test('the built-in three are switches that cannot be deleted', async () => {
		await openTryClassifier({ scenarioSource: 'saved', customScenarios: undefined });
		await editor.openPanel('Classify Message');
		const panel = page.locator(byTestId('ndv'));
		await panel.locator(byTestId('parameter-input-scenarioSource')).click();
		await page.getByRole('option', { name: 'List Here' }).click();
		for (const { name } of DEFAULT_SCENARIOS) expect(await switchOf(name).isChecked()).toBe(true);
		expect(await panel.locator(byTestId('fixed-collection-delete')).count()).toBe(0);
		await saveInThemes(editor, page, 'n8n-list-here');
		await editor.closePanel();
	});

	test('what a built-in scenario is told outlasts that it is off', async () => {
		await openTryClassifier({ contactRequestOptions: { tags: 'vip' } });
		await editor.openPanel('Classify Message');
		for (const isOn of [false, true]) {
			// What can be clicked lies over the box itself.
			await switchOf('contactRequest').locator('..').click();
			await until('it is saved', async () => {
				const { contactRequest = true } = (await readClassifier()).parameters;
				return contactRequest === isOn;
			});
		}
		expect((await readClassifier()).parameters['contactRequestOptions']).toEqual({ tags: 'vip' });
		await editor.closePanel();
	});

	test('offers a custom scenario while there is a place, and no seventh scenario', async () => {
		const [first, second] = [customScenario('Refund', 'a'), customScenario('Legal', 'b')];
		await openTryClassifier({ customScenarios: { first, second } });
		await editor.openPanel('Classify Message');
		const list = page.locator(byTestId('fixed-collection-customScenarios'));
		const add = list.getByPlaceholder('Add Scenario');
		await add.click();
		await page.getByRole('option', { name: 'Third Custom Scenario' }).click();
		await list.getByText('Third Custom Scenario').waitFor();
		expect(await add.count()).toBe(0);
		await saveInThemes(editor, page, 'n8n-six-scenarios');
		await editor.closePanel();
	});

	test('a custom scenario keeps its wire when others are deleted in the dialog', async () => {
		const customScenarios = Object.fromEntries(
			CUSTOM_PLACES.map((place) => [place, customScenario(place, `example of ${place}`)]),
		);
		await openTryClassifier({ customScenarios }, (flow) => {
			const to = CUSTOM_PLACES.map((place) => [{ node: `To ${place}`, type: 'main', index: 0 }]);
			flow.connections['Classify Message']!.main.splice(4, 1, ...to);
			flow.nodes.push(...CUSTOM_PLACES.map((place, at) => noOperation(`To ${place}`, at)));
		});
		const wiresAfterDeleting = async (...places: string[]) => {
			await editor.openPanel('Classify Message');
			const list = page.locator(byTestId('fixed-collection-customScenarios'));
			for (const place of places) {
				const title = `${place[0]!.toUpperCase()}${place.slice(1)} Custom Scenario`;
				const section = list.locator('[class*=fixedCollectionParameterProperty]', {
					hasText: title,
				});
				await section.hover();
				await section.locator(byTestId('fixed-collection-delete')).click();
			}
			await editor.closePanel();
			let wires: Record<string, unknown> = {};
			await until('it is saved', async () => {
				const { parameters, main } = await readClassifier();
				const left = Object.keys(parameters['customScenarios'] ?? {});
				wires = Object.fromEntries(
					classifierOutputs(parameters)
						.map(({ displayName }, at) => [displayName, main[at]?.map(({ node }) => node)])
						.slice(4),
				);
				return !left.some((place) => places.includes(place));
			});
			return wires;
		};
		const kept = await wiresAfterDeleting('second');
		expect(kept).toMatchObject({ first: ['To first'], third: ['To third'] });
		await page.getByText('(Unused)', { exact: true }).waitFor();
		await saveInThemes(editor, page, 'n8n-deleted-scenario');
		expect(await wiresAfterDeleting('first')).toMatchObject({ third: ['To third'] });
	});

	test('warns of scenarios that overlap, in the dialog and beside the output', async () => {
		const first = customScenario('Refund', 'I want my money back');
		const third = customScenario('Money', 'I want my money back');
		await openTryClassifier({ customScenarios: { first, third } });
		await editor.openPanel('Classify Message');
		await page.getByText('have an example or a condition in common').waitFor();
		await editor.closePanel();
		await run();
		await editor.openPanel('Classify Message');
		await page.getByText('"Refund" and "Money" answer to the same messages').waitFor();
		await saveInThemes(editor, page, 'n8n-overlap');
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
