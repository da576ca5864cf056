import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import type { Browser } from 'playwright-core';
import type { WorkflowFile } from '../../start/n8n-rest';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import { BROWSER_PATIENCE, describeInBrowser, openBrowser, saveInThemes } from './browser';
import { findCanvasFaults } from './n8n-canvas';
import { byTestId, N8nPage } from './n8n-page';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const FLOWS = resolve(__dirname, '../../flows/n8n');
const WHOLE_CANVAS = { width: 2600, height: 1300 };

describeInBrowser("The workflows on n8n's canvas", () => {
	let platform: TestPlatform;
	let browser: Browser;
	let editor: N8nPage;

	beforeAll(async () => {
		browser = await openBrowser();
		platform = await startTestPlatform('n8n');
		editor = await N8nPage.open(browser, platform.running);
		await editor.page.setViewportSize(WHOLE_CANVAS);
	}, BOOT_PATIENCE);
	afterAll(async () => {
		await browser?.close();
		await platform?.dispose();
	});

	test.each(readdirSync(FLOWS))('%s can be read: nothing lies on a text', async (file) => {
		const { page } = editor;
		await editor.openWorkflow(JSON.parse(readFileSync(join(FLOWS, file), 'utf8')) as WorkflowFile);
		await page.locator(byTestId('zoom-to-fit')).click();
		await page.waitForTimeout(1_000);
		await saveInThemes(editor, page, `n8n-canvas-${file.replace('.json', '')}`);
		expect(await findCanvasFaults(page)).toEqual([]);
		expect(editor.errors).toEqual([]);
	});
});
