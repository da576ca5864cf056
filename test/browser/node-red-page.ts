import type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
import { collectErrors, type Theme } from './browser';

/** As much of the editor's own `RED` as the tests look at. */
interface Editor {
	nodes: {
		version(): string | undefined;
		dirty(): boolean;
		node(id: string): EditedNode | null;
		eachNode(visit: (node: EditedNode) => void): void;
		eachConfig(visit: (node: EditedNode) => void): void;
		createCompleteNodeSet(): Wired[];
		eachWorkspace(visit: (flow: Flow) => void): void;
	};
	workspaces: { show(id: string): void };
	editor: {
		edit(node: EditedNode): void;
		editConfig(name: string, type: string, id: string): void;
	};
	view: { select(selection: { nodes: EditedNode[] }): void };
	actions: { invoke(action: string, state?: boolean): void };
	i18n: { lang(): string };
}

interface Flow {
	id: string;
	label: string;
}

interface EditedNode {
	id: string;
	type: string;
	operation?: string;
	valid: boolean;
	changed: boolean;
	validationErrors?: string[];
	_def: { category: string };
}

/** As much of a node as is in the file that would be deployed. */
export interface Wired {
	id: string;
	type: string;
	name: string;
	z: string;
	bot: string;
	customScenarios: string[];
	outputs: number;
	wires: string[][];
}

/** One of our nodes on the canvas, or among the config nodes. */
export interface OurNode {
	id: string;
	type: string;
	/** Type and operation: two operations of a node are two dialogs. */
	dialog: string;
}

/** The catalogue of the palette manager cannot be fetched without a network. */
const EXPECTED = /catalogue\.nodered\.org|catalogue\.json/;

const PATIENCE = 20_000;

/**
 * Tips off, as a user may set it. The editor starts a timer of a second for its first tip before it loads
 * its key bindings, and makes the place for tips after that: where the bindings take longer than a second,
 * it throws. Settings that the page saves have tips off, too.
 */
async function withoutTips(context: BrowserContext): Promise<void> {
	await context.route(/\/settings\/user(\?|$)/, async (route) => {
		if (route.request().method() !== 'GET') return await route.continue();
		const response = await route.fetch();
		const settings = await response.json();
		const view = { ...settings.editor?.view, 'view-show-tips': false };
		await route.fulfill({
			response,
			json: { ...settings, editor: { ...settings.editor, view } },
		});
	});
}

/** Node-RED's editor, with a flow open. */
export class NodeRedPage {
	private constructor(
		readonly page: Page,
		readonly errors: string[],
	) {}

	static async open(browser: Browser, url: string, language: string, theme: Theme = 'light') {
		const context = await browser.newContext({ viewport: { width: 1600, height: 1140 } });
		await context.addInitScript(
			([lang, scheme]) => {
				localStorage.setItem('editor-language', lang as string);
				localStorage.setItem('view-dark-theme', scheme as string);
			},
			[language, theme],
		);
		context.setDefaultTimeout(PATIENCE);
		await withoutTips(context);
		const page = await context.newPage();
		const errors = collectErrors(page, EXPECTED);
		await page.goto(url);
		await page.locator('.red-ui-flow-node').first().waitFor();
		return new NodeRedPage(page, errors);
	}

	async close(): Promise<void> {
		await this.page.context().close();
	}

	get tray(): Locator {
		return this.page.locator('.red-ui-tray').last();
	}

	async showTheme(theme: Theme): Promise<void> {
		await this.page.evaluate(
			(dark) => document.documentElement.classList.toggle('nr-theme-dark', dark),
			theme === 'dark',
		);
	}

	/** The first of each of our dialogs. */
	async ourDialogs(): Promise<OurNode[]> {
		return await this.page.evaluate(() => {
			const { nodes } = RED as unknown as Editor;
			const found = new Map<string, OurNode>();
			const add = ({ id, type, operation }: EditedNode) => {
				const dialog = operation ? `${type} ${operation}` : type;
				if (type.startsWith('handover-') && !found.has(dialog))
					found.set(dialog, { id, type, dialog });
			};
			nodes.eachNode(add);
			nodes.eachConfig(add);
			return [...found.values()];
		});
	}

	async invalidNodes(): Promise<unknown[]> {
		return await this.page.evaluate(() => {
			const { nodes } = RED as unknown as Editor;
			const invalid: unknown[] = [];
			const add = ({ id, type, valid, validationErrors }: EditedNode) =>
				valid || invalid.push({ id, type, validationErrors });
			nodes.eachNode(add);
			nodes.eachConfig(add);
			return invalid;
		});
	}

	async openDialog({ id }: Pick<OurNode, 'id'>): Promise<void> {
		await this.page.evaluate((nodeId) => {
			const { nodes, editor } = RED as unknown as Editor;
			const node = nodes.node(nodeId)!;
			if (node._def.category === 'config') editor.editConfig('', node.type, node.id);
			else editor.edit(node);
		}, id);
		await this.tray.locator('.handover-form').waitFor();
		await this.standsStill();
	}

	/** Cancel by the editor's own key for it. */
	async cancelByKey(): Promise<void> {
		await this.page.keyboard.press('Control+Escape');
		await this.tray.waitFor({ state: 'detached' });
	}

	async cancel(): Promise<void> {
		await this.press('cancel');
	}

	async done(): Promise<void> {
		await this.press('ok');
	}

	private async press(button: 'cancel' | 'ok'): Promise<void> {
		// Under it, another dialog may come to light.
		const tray = await this.tray.elementHandle();
		await this.tray
			.locator(`#node-dialog-${button}:visible, #node-config-dialog-${button}:visible`)
			.click();
		await tray?.waitForElementState('hidden');
	}

	/** The dialog slides in, and says only by its place when it has arrived. */
	async standsStill(): Promise<void> {
		let before = '';
		for (let now = '?'; now !== before;) {
			before = now;
			await this.page.waitForTimeout(80);
			now = JSON.stringify(await this.tray.boundingBox());
		}
	}

	/** Leaves the window to the canvas. The editor remembers its bars from one session to the next. */
	async hideBars(): Promise<void> {
		for (const bar of ['sidebar', 'palette']) await this.invoke(`core:toggle-${bar}`, false);
		await this.page.waitForTimeout(500);
	}

	async flows(): Promise<Flow[]> {
		return await this.page.evaluate(() => {
			const flows: Flow[] = [];
			(RED as unknown as Editor).nodes.eachWorkspace(({ id, label }) => flows.push({ id, label }));
			return flows;
		});
	}

	async showFlow({ id }: Pick<Flow, 'id'>): Promise<void> {
		await this.page.evaluate((flow) => (RED as unknown as Editor).workspaces.show(flow), id);
		await this.page.waitForTimeout(500);
	}

	async exported(): Promise<Wired[]> {
		return await this.page.evaluate(() => (RED as unknown as Editor).nodes.createCompleteNodeSet());
	}

	/** Copies nodes of the shown flow, and puts the copies below them. */
	async pasteCopies(ids: readonly string[]): Promise<void> {
		await this.page.evaluate((copied) => {
			const { nodes, view } = RED as unknown as Editor;
			view.select({ nodes: copied.map((id) => nodes.node(id)!) });
		}, ids);
		await this.invoke('core:copy-selection-to-internal-clipboard');
		await this.invoke('core:paste-from-internal-clipboard');
		await this.#putDown();
	}

	/** By the import dialog, into the shown flow. */
	async importFlow(nodes: readonly object[]): Promise<void> {
		await this.invoke('core:show-import-dialog');
		const text = this.page.locator('#red-ui-clipboard-dialog-import-text');
		await text.fill(JSON.stringify(nodes));
		// The dialog reads it at the end of a stroke.
		await text.press('End');
		await this.page.click('#red-ui-clipboard-dialog-ok');
		await this.page.getByRole('button', { name: 'Import copy' }).click();
		await this.#putDown();
	}

	/** What was pasted or imported hangs at the mouse. */
	async #putDown(): Promise<void> {
		const canvas = (await this.page.locator('#red-ui-workspace-chart').boundingBox())!;
		const [x, y] = [canvas.x + canvas.width / 2, canvas.y + canvas.height / 2];
		await this.page.mouse.move(x - 20, y - 20);
		await this.page.mouse.click(x, y);
		await this.page.waitForTimeout(300);
	}

	async isDirty(): Promise<boolean> {
		return await this.page.evaluate(() => (RED as unknown as Editor).nodes.dirty());
	}

	async isChanged({ id }: OurNode): Promise<boolean> {
		return await this.page.evaluate(
			(nodeId) => Boolean((RED as unknown as Editor).nodes.node(nodeId)?.changed),
			id,
		);
	}

	async invoke(action: string, state?: boolean): Promise<void> {
		await this.page.evaluate(
			([name, wanted]) => (RED as unknown as Editor).actions.invoke(name, wanted),
			[action, state] as const,
		);
	}
}
