import type { Browser, Locator, Page } from 'playwright-core';
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
