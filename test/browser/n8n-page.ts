import type { Browser, Page } from 'playwright-core';
import { N8nRest, type Workflow, type WorkflowFile } from '../../start/n8n-rest';
import type { RunningPlatform } from '../../start/platform';
import { type Area, collectErrors, type Theme } from './browser';

/**
 * What n8n's own editor says: before the login, of each node that brings no sample of its output, and
 * without a network, where it asks for the package's newest version.
 */
const EXPECTED = /\/rest\/login|\/schemas\/|injectNDVStore|net::ERR_/;
const PATIENCE = 60_000;

export const byTestId = (id: string) => `[data-test-id="${id}"]`;
export const OUR_NODES = `${byTestId('canvas-node')}[data-node-type*="human-handover"]`;

/** n8n's editor, with its owner logged in and the deployed flow open. */
export class N8nPage {
	private constructor(
		readonly page: Page,
		readonly errors: string[],
		private readonly running: RunningPlatform,
		private readonly rest: N8nRest,
	) {}

	static async open(browser: Browser, running: RunningPlatform): Promise<N8nPage> {
		const context = await browser.newContext({
			viewport: { width: 1600, height: 900 },
			deviceScaleFactor: 1.5,
		});
		context.setDefaultTimeout(PATIENCE);
		const page = await context.newPage();
		const rest = new N8nRest(running.url);
		// Once: n8n soon has enough of logins.
		await rest.logIn(running.owner!);
		const editor = new N8nPage(page, collectErrors(page, EXPECTED), running, rest);
		await page.goto(running.editorUrl);
		await page.fill('input[name=emailOrLdapLoginId]', running.owner?.email ?? '');
		await page.fill('input[type=password]', running.owner?.password ?? '');
		await page.keyboard.press('Enter');
		await page.locator(OUR_NODES).first().waitFor();
		return editor;
	}

	/** As a workflow of its own, not published. */
	async openWorkflow({ id: _, ...flow }: WorkflowFile): Promise<void> {
		const { id } = await this.rest.createWorkflow(flow);
		await this.openById(id);
	}

	async openById(id: string): Promise<void> {
		await this.page.goto(`${this.running.url}/workflow/${id}`);
		await this.page.locator(OUR_NODES).first().waitFor();
		await this.page.waitForTimeout(1_500);
	}

	async openDeployed(): Promise<void> {
		await this.page.goto(this.running.editorUrl);
		await this.page.locator(OUR_NODES).first().waitFor();
	}

	/** The open workflow as n8n has it; the editor saves by itself, a moment after each change. */
	async readSaved(): Promise<Workflow> {
		const id = new URL(this.page.url()).pathname.split('/')[2]!;
		return (await this.rest.findWorkflow(id))!;
	}

	/** The editor follows the system's theme unless its user says otherwise. */
	async showTheme(theme: Theme): Promise<void> {
		await this.page.emulateMedia({ colorScheme: theme });
		await this.page.waitForTimeout(300);
	}

	async openPanel(name: string): Promise<void> {
		await this.page.locator(`${byTestId('canvas-node')}[data-node-name="${name}"]`).dblclick();
		await this.page.locator(`${byTestId('ndv')} ${byTestId('node-parameters')}`).waitFor();
		await this.page.waitForTimeout(300);
	}

	async closePanel(): Promise<void> {
		await this.page.locator(byTestId('ndv-close-button')).click();
		await this.page.locator(byTestId('ndv')).waitFor({ state: 'detached' });
	}

	/** Around all that match, with a margin. */
	async areaOf(selector: string): Promise<Area> {
		const boxes = await Promise.all(
			(await this.page.locator(selector).all()).map((one) => one.boundingBox()),
		);
		const found = boxes.filter((box) => box !== null);
		const margin = 12;
		const x = Math.min(...found.map((box) => box.x)) - margin;
		const y = Math.min(...found.map((box) => box.y)) - margin;
		const right = Math.max(...found.map((box) => box.x + box.width)) + margin;
		const bottom = Math.max(...found.map((box) => box.y + box.height)) + margin;
		return { x, y, width: right - x, height: bottom - y };
	}
}
