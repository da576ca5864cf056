import { readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { N8nRest, type WorkflowFile } from '../../start/n8n-rest';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import {
	type Area,
	BROWSER_PATIENCE,
	collectErrors,
	describeInBrowser,
	openBrowser,
	saveDocImage,
	saveScreenshot,
	type Theme,
	THEMES,
} from './browser';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(2 * BROWSER_PATIENCE);

const PATIENCE = 60_000;
const NODES = resolve(__dirname, '../../nodes/n8n');
const TRY_CLASSIFIER = resolve(__dirname, '../../flows/n8n/try-classifier.json');
const TYPES = readdirSync(NODES, { withFileTypes: true }).filter((entry) => entry.isDirectory());
/**
 * What n8n's own editor says: before the login, of each node that brings no sample of its output, and
 * without a network, where it asks for the package's newest version.
 */
const EXPECTED = /\/rest\/login|\/schemas\/|injectNDVStore|net::ERR_/;
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

const byTestId = (id: string) => `[data-test-id="${id}"]`;
const OUR_NODES = `${byTestId('canvas-node')}[data-node-type*="human-handover"]`;

/** One session from beginning to end: n8n's editor takes long to load. */
describeInBrowser("n8n's editor", () => {
	let platform: TestPlatform;
	let browser: Browser;
	let page: Page;
	let errors: string[];

	beforeAll(async () => {
		browser = await openBrowser();
		platform = await startTestPlatform('n8n');
		const context = await browser.newContext({
			viewport: { width: 1600, height: 900 },
			deviceScaleFactor: 1.5,
		});
		context.setDefaultTimeout(PATIENCE);
		page = await context.newPage();
		errors = collectErrors(page, EXPECTED);
		await logIn();
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await browser?.close();
		await platform?.dispose();
	});

	async function logIn(): Promise<void> {
		const { editorUrl, owner } = platform.running;
		await page.goto(editorUrl);
		await page.fill('input[name=emailOrLdapLoginId]', owner?.email ?? '');
		await page.fill('input[type=password]', owner?.password ?? '');
		await page.keyboard.press('Enter');
		await page.locator(OUR_NODES).first().waitFor();
	}

	/** The editor follows the system's theme unless its user says otherwise. */
	async function showTheme(theme: Theme): Promise<void> {
		await page.emulateMedia({ colorScheme: theme });
		await page.waitForTimeout(300);
	}

	async function openPanel(name: string): Promise<void> {
		await page.locator(`${byTestId('canvas-node')}[data-node-name="${name}"]`).dblclick();
		await page.locator(`${byTestId('ndv')} ${byTestId('node-parameters')}`).waitFor();
		await page.waitForTimeout(300);
	}

	/** Around all that match, with a margin. */
	async function areaOf(selector: string): Promise<Area> {
		const boxes = await Promise.all(
			(await page.locator(selector).all()).map((one) => one.boundingBox()),
		);
		const found = boxes.filter((box) => box !== null);
		const margin = 12;
		const x = Math.min(...found.map((box) => box.x)) - margin;
		const y = Math.min(...found.map((box) => box.y)) - margin;
		const right = Math.max(...found.map((box) => box.x + box.width)) + margin;
		const bottom = Math.max(...found.map((box) => box.y + box.height)) + margin;
		return { x, y, width: right - x, height: bottom - y };
	}

	async function closePanel(): Promise<void> {
		await page.locator(byTestId('ndv-close-button')).click();
		await page.locator(byTestId('ndv')).waitFor({ state: 'detached' });
	}

	test('shows the reference flow, each node with its icon', async () => {
		const icons = page.locator(`${OUR_NODES} img`);
		await icons.first().waitFor();
		const widths = await icons.evaluateAll((images) =>
			images.map((image) => (image as HTMLImageElement).naturalWidth),
		);
		expect(widths).toHaveLength(await page.locator(OUR_NODES).count());
		expect(widths).not.toContain(0);
		await page.waitForTimeout(1500);
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-canvas-${theme}`);
		}
		await showTheme('light');
		await saveDocImage(page, 'reference-flow-n8n', await areaOf(byTestId('sticky')));
	});

	test('opens the panel of every node', async () => {
		for (const name of PANELS) {
			await openPanel(name);
			const panel = page.locator(byTestId('ndv'));
			expect(await panel.locator(byTestId('parameter-item')).count()).toBeGreaterThan(1);
			expect(await panel.locator('.has-issues').allInnerTexts()).toEqual([]);
			for (const theme of THEMES) {
				await showTheme(theme);
				await saveScreenshot(page, `n8n-${name.toLowerCase().replaceAll(' ', '-')}-${theme}`);
			}
			await closePanel();
		}
	});

	test("says that the store's credential works", async () => {
		await openPanel('Pause Bot');
		await page
			.locator(`${byTestId('node-credentials-empty-state')} button`)
			.first()
			.click();
		await page.locator(byTestId('credential-edit-dialog')).waitFor();
		await saveScreenshot(page, 'n8n-credential');
		const answered = page.waitForResponse(/\/rest\/credentials\/test/);
		await page.locator(byTestId('credential-save-button')).click();
		expect(await (await answered).json()).toMatchObject({ data: { status: 'OK' } });
		// n8n closes the dialog of a credential that works.
		await page.locator(byTestId('credential-edit-dialog')).waitFor({ state: 'hidden' });
		await closePanel();
	});

	interface ClassifierNode {
		name: string;
		parameters: Record<string, unknown>;
	}

	/** The flow with the examples, in which the classifier is set as the test wants it. */
	async function openTryClassifier(parameters: object, others: object = {}): Promise<void> {
		const file = JSON.parse(readFileSync(TRY_CLASSIFIER, 'utf8')) as WorkflowFile;
		const { id: _, ...flow } = file;
		const node = (file.nodes as ClassifierNode[]).find(({ name }) => name === 'Classify Message')!;
		Object.assign(node.parameters, parameters);
		const rest = new N8nRest(platform.running.url);
		await rest.logIn(platform.running.owner!);
		const { id } = await rest.createWorkflow({ ...flow, ...others });
		await page.goto(`${platform.running.url}/workflow/${id}`);
		await page.locator(OUR_NODES).first().waitFor();
		await page.waitForTimeout(1_500);
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
		await saveScreenshot(page, 'n8n-try-classifier');
		await run();
		await openPanel('Result');
		const output = page.locator(`${byTestId('ndv')} ${byTestId('output-panel')}`);
		await output.getByText('contactRequest').first().waitFor();
		const shown = await output.innerText();
		for (const text of ['Can I talk to a human?', 'Refund', 'lackOfInformation', 'continue'])
			expect(shown).toContain(text);
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-try-result-${theme}`);
		}
		await closePanel();
		await openPanel('Classify Message');
		const panel = page.locator(byTestId('ndv'));
		expect(await panel.innerText()).toContain('cannot be deleted');
		expect(await panel.innerText()).not.toContain('in common');
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-try-classify-${theme}`);
		}
		await closePanel();
	});

	test('warns of scenarios that overlap, in the dialog and beside the output', async () => {
		const scenario = [
			customScenario('Refund', 'I want my money back'),
			customScenario('Money', 'I want my money back'),
		];
		await openTryClassifier({ scenarios: { scenario } });
		await openPanel('Classify Message');
		await page.getByText('have an example or a condition in common').waitFor();
		await closePanel();
		await run();
		await openPanel('Classify Message');
		await page.getByText('"Refund" and "Money" answer to the same messages').waitFor();
		await saveScreenshot(page, 'n8n-overlap');
		await closePanel();
	});

	test('refuses a seventh scenario in the dialog, with a message', async () => {
		const scenario = [1, 2, 3, 4, 5, 6, 7].map((at) => customScenario(`S${at}`, `example ${at}`));
		await openTryClassifier({ scenarios: { scenario } });
		await openPanel('Classify Message');
		await page.getByText('A bot has at most six scenarios: the built-in three, which').waitFor();
		await saveScreenshot(page, 'n8n-seventh-scenario');
		await closePanel();
	});

	test('takes a Chat Model, or a server by its credential', async () => {
		await openTryClassifier({ languageModel: 'chatModel' });
		await page.getByText('Chat Model', { exact: true }).first().waitFor();
		await saveScreenshot(page, 'n8n-chat-model-canvas');
		await openPanel('Classify Message');
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-chat-model-${theme}`);
		}
		await closePanel();
		await openTryClassifier({ languageModel: 'openAi' });
		await openPanel('Classify Message');
		await page
			.locator(`${byTestId('node-credentials-empty-state')} button`)
			.last()
			.click();
		const dialog = page.locator(byTestId('credential-edit-dialog'));
		await dialog.waitFor();
		expect(await dialog.innerText()).toContain('Base URL');
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-model-credential-${theme}`);
		}
		await showTheme('light');
		await page.goto(platform.running.editorUrl);
		await page.locator(OUR_NODES).first().waitFor();
	});

	test('finds every node by "handover", and adds the trigger', async () => {
		const triggers = page.locator(`${OUR_NODES}[data-node-type$=".handoverTrigger"]`);
		const before = await triggers.count();
		await page.locator(byTestId('node-creator-plus-button')).click();
		await page.locator(byTestId('node-creator-search-bar')).fill('handover');
		const found = page.locator(byTestId('node-creator-item-name'));
		await found.filter({ hasText: 'Add Tags' }).waitFor();
		await saveScreenshot(page, 'n8n-search');
		expect(await found.count()).toBe(TYPES.length);
		// n8n leaves "Trigger" out of a trigger's name here.
		await found.filter({ hasText: /^\s*Handover\s*$/ }).click();
		await page.getByText('On handover requested').click();
		await page.locator(`${byTestId('ndv')} ${byTestId('node-parameters')}`).waitFor();
		for (const theme of THEMES) {
			await showTheme(theme);
			await saveScreenshot(page, `n8n-handover-trigger-${theme}`);
		}
		await closePanel();
		expect(await triggers.count()).toBe(before + 1);
	});

	test('reports no error of ours in the console', () => {
		expect(errors).toEqual([]);
	});
});
