import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Locator } from 'playwright-core';
import { BROWSER_PATIENCE, describeInBrowser, saveInThemes, tabThrough } from './browser';
import { editNodeRed } from './edit-node-red';
import { findCutTexts } from './find-cut-texts';
import type { NodeRedPage } from './node-red-page';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const REFERENCE_FLOW = resolve(__dirname, '../../flows/node-red/reference.json');
const MODEL = { id: 'model', type: 'handover-model', name: '', baseUrl: 'http://127.0.0.1:9/v1' };

/** The reference flow, and beside it a model that a Classifier may choose. */
const withModel = (): unknown[] => [
	...(JSON.parse(readFileSync(REFERENCE_FLOW, 'utf8')) as unknown[]),
	{ ...MODEL, model: 'any', timeOut: '8', concurrency: '4', dailyBudget: '1000' },
];

const RAW_KEY = /handover-(?:bot|classifier)\.\w+/;

describeInBrowser('"Try it" in the dialogs of Node-RED', () => {
	const nodeRed = editNodeRed(withModel);
	let editor: NodeRedPage;

	async function open(type: string, language = 'en-US'): Promise<void> {
		editor = await nodeRed.open(language);
		const dialogs = await editor.ourDialogs();
		await editor.openDialog(dialogs.find((one) => one.type === type)!);
	}

	const field = (name: string): Locator => editor.tray.locator(`.handover-try-${name}`);
	const verdict = () => editor.tray.locator('.handover-verdict');
	const bar = (name: string) => editor.tray.locator('.handover-bars li', { hasText: name });
	const warnings = () => editor.tray.locator('.handover-warning');

	async function addScenario(name: string, examples: string): Promise<void> {
		await editor.page.click('#handover-add-scenario');
		const row = editor.tray.locator('#handover-scenarios > li').last();
		await row.locator('.handover-name').fill(name);
		await row.locator('.handover-examples').fill(examples);
	}

	test.each(['en-US', 'de'])(
		'says label, probability and why while one types (%s)',
		async (lang) => {
			await open('handover-classifier', lang);
			expect(await editor.tray.locator('.handover-trial-empty').count()).toBe(1);
			await field('message').pressSequentially('Hello, can I talk to a human please?');
			await verdict().waitFor();
			await editor.page.waitForTimeout(600);
			expect(await verdict().innerText()).toMatch(
				lang === 'de' ? /^Wunsch|^Kontakt/ : /^Contact Request, 99 %/,
			);
			expect(await editor.tray.locator('.handover-evidence mark').innerText()).toContain('human');
			const chosen = editor.tray.locator('.handover-bar-chosen');
			expect(await chosen.count()).toBe(1);
			expect(await chosen.locator('.handover-bar-mark').getAttribute('style')).toContain('50%');
			const form = editor.tray.locator('.handover-form');
			expect(await form.innerText()).not.toMatch(RAW_KEY);
			expect(await findCutTexts(form)).toEqual([]);
			await saveInThemes(editor, editor.tray, `node-red-try-it-${lang}`);
			await editor.cancel();
			expect(await editor.isDirty()).toBe(false);
			expect(editor.errors).toEqual([]);
		},
	);

	test('judges what the dialog judges: the draft, and with a model the built-in part', async () => {
		await open('handover-classifier');
		expect(await field('draft').isVisible()).toBe(false);
		await editor.page.selectOption('#node-input-judge', 'botDraft');
		await field('draft').waitFor();
		await field('message').fill('Do you ship to Mars?');
		await field('draft').fill("Sorry, I don't have any information about that.");
		await field('draft').press('Enter');
		await verdict().waitFor();
		expect(await verdict().innerText()).toContain('Lack of Information');
		const score = editor.tray
			.locator('#node-input-retrievalScore ~ .red-ui-typedInput-container')
			.locator('.red-ui-typedInput-input')
			.first();
		await score.fill('2');
		// The editor checks a field when it is left.
		await score.press('Tab');
		const fault = editor.tray.locator('#handover-fault-retrievalScore');
		await fault.waitFor();
		expect(await fault.innerText()).toContain('from 0 to 1');
		await saveInThemes(editor, editor.tray, 'node-red-retrieval-score-refused');
		await score.fill('0.9');
		await score.press('Tab');
		await fault.waitFor({ state: 'hidden' });
		const note = editor.tray.locator('.handover-try-model');
		expect(await note.isVisible()).toBe(false);
		await editor.page.selectOption('#node-input-model', MODEL.id);
		await note.waitFor();
		expect(await note.innerText()).toContain("the built-in classifier's part");
		expect(await findCutTexts(editor.tray.locator('.handover-form'))).toEqual([]);
		await editor.page.selectOption('#node-input-mode', 'builtIn');
		await note.waitFor({ state: 'hidden' });
	});

	test('takes what was said before, and what the flow knows of the draft', async () => {
		await open('handover-classifier');
		const missing = editor.tray.locator('.handover-try-missing');
		await field('message').fill('That did not help at all.');
		await verdict().filter({ hasText: 'Continue' }).waitFor();
		expect(await missing.innerText()).toMatch(/^A failed attempt needs the bot's last answer/);
		await saveInThemes(editor, editor.tray, 'node-red-try-it-missing');
		await field('lastAnswer').fill('Here is our catalogue.');
		await verdict().filter({ hasText: 'Failed to Resolve Issue' }).waitFor();
		expect(await missing.innerText()).toBe('');
		await field('message').fill('How do I change my delivery address?');
		await verdict().filter({ hasText: 'Continue' }).waitFor();
		await field('earlierMessage').fill('how can i change the address for my delivery');
		await verdict().filter({ hasText: 'Failed to Resolve Issue' }).waitFor();
		const earlier = editor.tray.locator('.handover-evidence', { hasText: 'Earlier:' });
		expect(await earlier.innerText()).toContain('how can i change');
		expect(await field('score').isVisible()).toBe(false);
		await editor.page.selectOption('#node-input-judge', 'botDraft');
		await field('draft').fill('You can change it in your account.');
		await verdict().filter({ hasText: 'Continue' }).waitFor();
		await field('failed').check();
		await verdict().filter({ hasText: 'Lack of Information' }).waitFor();
		await field('failed').uncheck();
		await field('score').fill('7');
		await editor.tray.locator('.handover-trial-fault').waitFor();
		await field('score').fill('0.2');
		await editor.tray.locator('.handover-trial-fault').waitFor({ state: 'detached' });
		const form = editor.tray.locator('.handover-form');
		expect(await findCutTexts(form)).toEqual([]);
		await form.locator('.handover-try').scrollIntoViewIfNeeded();
		await saveInThemes(editor, editor.tray, 'node-red-try-it-earlier');
		await editor.cancel();
		expect(editor.errors.filter((error) => !error.includes('400'))).toEqual([]);
	});

	test("judges by the bot's open dialog, which nobody has deployed", async () => {
		await open('handover-bot');
		await field('message').fill('please send me your price list');
		await verdict().waitFor();
		expect(await verdict().innerText()).toMatch(/^Continue/);
		await addScenario('Prices', 'send me your price list\nhow much is it');
		await bar('Prices').waitFor();
		await editor.tray.locator('.handover-bar-chosen', { hasText: 'Prices' }).waitFor();
		expect(await verdict().innerText()).toMatch(/^Prices, \d+ %/);
		const marks = await editor.tray.locator('.handover-evidence mark').allInnerTexts();
		expect(marks).toContain('price');
		await saveInThemes(editor, editor.tray, 'node-red-try-it-bot');
		await editor.tray.locator('.handover-threshold').last().fill('1');
		await editor.page.waitForTimeout(600);
		expect(await verdict().innerText()).toMatch(/^Continue.*Next: Prices/s);
		await editor.tray.locator('.handover-threshold').last().fill('7');
		await editor.tray.locator('.handover-trial-fault').waitFor();
		expect(await editor.tray.locator('.handover-trial-fault').innerText()).toContain('from 0 to 1');
		await editor.cancel();
	});

	test('warns of two scenarios that answer to the same messages', async () => {
		await open('handover-bot');
		await addScenario('Refund', 'I want my money back');
		await addScenario('Money', 'give me my money back');
		await warnings().first().waitFor();
		expect(await warnings().allInnerTexts()).toEqual([
			expect.stringMatching(/“Refund”.*“Money”|“Money”.*“Refund”/),
		]);
		await addScenario('VIP', 'let me talk to a human');
		await warnings().nth(1).waitFor();
		expect(await warnings().allInnerTexts()).toContainEqual(
			expect.stringContaining('Contact Request'),
		);
		await saveInThemes(editor, editor.tray, 'node-red-overlap');
		await editor.tray.locator('#handover-scenarios .handover-remove').last().click();
		await editor.tray.locator('#handover-scenarios .handover-remove').last().click();
		await warnings().first().waitFor({ state: 'detached' });
		await editor.cancel();
		expect(await editor.isDirty()).toBe(false);
	});

	test('the keyboard reaches it', async () => {
		await open('handover-classifier');
		const reached = await tabThrough(editor.tray.locator('.handover-form'), 30);
		expect(reached.filter((one) => one.startsWith('handover-try-'))).toHaveLength(3);
	});

	test('says in plain words when Node-RED does not answer', async () => {
		await open('handover-classifier');
		await editor.page.route('**/handover-classifier/try', (route) => route.abort());
		await field('message').fill('Hello');
		const fault = editor.tray.locator('.handover-trial-fault');
		await fault.waitFor();
		expect(await fault.innerText()).toContain('did not answer');
		await editor.page.unroute('**/handover-classifier/try');
		await field('message').press('Enter');
		await verdict().waitFor();
	});

	test('only who is asked properly is answered', async () => {
		await open('handover-classifier');
		const ask = (body: string) =>
			fetch(`${nodeRed.url()}/handover-classifier/try`, {
				method: 'POST',
				headers: { 'content-type': 'application/json' },
				body,
			});
		expect((await ask('{"scenarios":[],"message":"Hello"}')).status).toBe(200);
		expect((await ask('{"scenarios":[],"message":5}')).status).toBe(400);
		expect((await ask('{')).status).toBe(400);
	});
});
