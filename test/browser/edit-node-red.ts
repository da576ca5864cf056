import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import { openBrowser, type Theme } from './browser';
import { NodeRedPage } from './node-red-page';

export interface EditedNodeRed {
	/** Of the editor. */
	url(): string;
	/** Opens the editor; it is closed after the test. */
	open(language?: string, theme?: Theme): Promise<NodeRedPage>;
}

/**
 * For the tests of the `describe` that calls it: a Node-RED with this flow, and a browser.
 * @param flow left out: the reference flow
 */
export function editNodeRed(flow?: () => unknown[]): EditedNodeRed {
	const folder = mkdtempSync(join(tmpdir(), 'handover-edited-'));
	let platform: TestPlatform;
	let browser: Browser;
	const pages: NodeRedPage[] = [];
	const url = () => platform.running.editorUrl;

	beforeAll(async () => {
		const file = flow && join(folder, 'flows.json');
		if (file) writeFileSync(file, JSON.stringify(flow()));
		browser = await openBrowser();
		platform = await startTestPlatform('node-red', file);
	}, BOOT_PATIENCE);
	afterEach(async () => {
		await Promise.all(pages.splice(0).map((page) => page.close()));
	});
	afterAll(async () => {
		await browser?.close();
		await platform?.dispose();
		rmSync(folder, { recursive: true, force: true });
	});

	return {
		url,
		async open(language = 'en-US', theme = 'light') {
			const page = await NodeRedPage.open(browser, url(), language, theme);
			pages.push(page);
			return page;
		},
	};
}
