import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
	BROWSER_PATIENCE,
	describeInBrowser,
	saveDocImage,
	saveInThemes,
	saveScreenshot,
	tabThrough,
	THEMES,
} from './browser';
import { editNodeRed } from './edit-node-red';
import { findCutTexts } from './find-cut-texts';
import { findOverlaps } from './node-red-canvas';
import type { NodeRedPage, OurNode } from './node-red-page';

const FLOWS = resolve(__dirname, '../../flows/node-red');
const PACKAGE = '@human-handover/n8n-nodes-human-handover';
// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const TYPES_WITH_A_DIALOG = 14;
const EXAMPLES = [
	'reference',
	'conversation-operations',
	'accept-in-time',
	'language-model',
	'messenger',
];
const RAW_KEY = /\b(?:handover-[a-z-]+|label|hint|heading|error|choice|placeholder)\.\w+/;

/** The examples in one file; they share their config nodes. */
function allExamples(): unknown[] {
	const nodes = EXAMPLES.flatMap(
		(name) =>
			JSON.parse(readFileSync(join(FLOWS, `${name}.json`), 'utf8')) as Array<{ id: string }>,
	);
	return [...new Map(nodes.map((node) => [node.id, node])).values()];
}

describeInBrowser("Node-RED's editor", () => {
	const nodeRed = editNodeRed(allExamples);
	let editor: NodeRedPage;
	const open = async (language: string, theme: 'light' | 'dark' = 'light') => {
		editor = await nodeRed.open(language, theme);
		return await editor.ourDialogs();
	};
	const dialogOf = (dialogs: OurNode[], name: string) =>
		dialogs.find(({ dialog }) => dialog === name)!;

	test.each(THEMES)('shows every flow without a fault, nothing on another (%s)', async (theme) => {
		await open('en-US', theme);
		const { page } = editor;
		await editor.hideBars();
		expect(await editor.invalidNodes()).toEqual([]);
		expect(await page.locator('.red-ui-flow-node-error:visible').count()).toBe(0);
		expect(await editor.isDirty()).toBe(false);
		const overlaps: string[] = [];
		for (const flow of await editor.flows()) {
			await editor.showFlow(flow);
			await saveScreenshot(page, `node-red-canvas-${flow.label.replaceAll(' ', '-')}-${theme}`);
			overlaps.push(...(await findOverlaps(page, flow)));
		}
		expect(overlaps).toEqual([]);
		if (theme === 'light') {
			await editor.showFlow((await editor.flows())[0]!);
			const chart = await page.locator('#red-ui-workspace-chart').boundingBox();
			// Without the bars along the bottom.
			if (chart) await saveDocImage(page, 'reference-flow-node-red', { ...chart, height: 980 });
		}
		expect(editor.errors).toEqual([]);
	});

	test.each(['en-US', 'de'])(
		'opens every dialog, translated and with nothing cut (%s)',
		async (language) => {
			const dialogs = await open(language);
			expect(new Set(dialogs.map(({ type }) => type)).size).toBe(TYPES_WITH_A_DIALOG);
			for (const one of dialogs) {
				await editor.openDialog(one);
				const form = editor.tray.locator('.handover-form');
				const text = await editor.tray.innerText();
				expect(text).not.toMatch(RAW_KEY);
				for (const label of await form.locator('label:visible').allInnerTexts())
					expect(label.trim()).not.toBe('');
				expect({ [one.dialog]: await findCutTexts(form) }).toEqual({ [one.dialog]: [] });
				const name = one.dialog.replace(' ', '-');
				await saveInThemes(editor, editor.tray, `node-red-${name}-${language}`);
				await editor.cancelByKey();
				expect(await editor.isDirty()).toBe(false);
			}
			expect(editor.errors).toEqual([]);
		},
	);

	test.each(['en-US', 'de'])(
		'every dialog fits beside the bars of a narrow window (%s)',
		async (language) => {
			const dialogs = await open(language);
			await editor.page.setViewportSize({ width: 950, height: 1140 });
			for (const one of dialogs) {
				await editor.openDialog(one);
				const room = (await editor.tray.boundingBox())!;
				const form = (await editor.tray.locator('.handover-form').boundingBox())!;
				const isInside = form.x + form.width <= room.x + room.width;
				expect({ [one.dialog]: isInside }).toEqual({ [one.dialog]: true });
				const cut = await findCutTexts(editor.tray.locator('.handover-form'));
				expect({ [one.dialog]: cut }).toEqual({ [one.dialog]: [] });
				if (one.type === 'handover-bot')
					await saveInThemes(editor, editor.tray, `node-red-narrow-bot-${language}`);
				await editor.cancelByKey();
			}
		},
	);

	test.each(['en-US', 'de'])(
		'the store shows the fields of the chosen database, with nothing cut (%s)',
		async (language) => {
			const dialogs = await open(language);
			await editor.openDialog(dialogs.find(({ type }) => type === 'handover-store')!);
			const form = editor.tray.locator('.handover-form');
			const shown = async () =>
				await form
					.locator('[id^=node-config-input-]:visible')
					.evaluateAll((fields) => fields.map(({ id }) => id.replace('node-config-input-', '')));
			expect(await shown()).toEqual(['name', 'database', 'path']);
			await form.locator('#node-config-input-database').selectOption('postgres');
			expect(await shown()).toEqual([
				'name',
				'database',
				'urlWithPassword',
				'tls',
				'ca',
				'schema',
				'connections',
			]);
			expect(await editor.tray.innerText()).not.toMatch(RAW_KEY);
			expect(await findCutTexts(form)).toEqual([]);
			await saveInThemes(editor, editor.tray, `node-red-store-postgres-${language}`);
			await form.locator('#node-config-input-schema').fill('Not A Name');
			await form.locator('#node-config-input-schema').blur();
			await editor.tray.locator('#node-config-input-schema.input-error').waitFor();
			const url = form.locator('#node-config-input-urlWithPassword');
			const isRefused = () => url.evaluate(({ classList }) => classList.contains('input-error'));
			await url.fill('localhost:5432');
			// The editor checks a field when it is left.
			await url.press('Tab');
			expect(await isRefused()).toBe(true);
			await url.fill('postgres://me:secret@localhost:5432/handover');
			await url.press('Tab');
			expect(await isRefused()).toBe(false);
			await editor.cancel();
			expect(editor.errors).toEqual([]);
		},
	);

	test('a dialog that is closed without an edit changes nothing', async () => {
		const dialogs = await open('en-US');
		for (const one of dialogs) {
			await editor.openDialog(one);
			await editor.done();
			expect({ [one.dialog]: await editor.isChanged(one) }).toEqual({ [one.dialog]: false });
		}
		expect(await editor.isDirty()).toBe(false);
	});

	test('a dialog that is cancelled after an edit changes nothing', async () => {
		const pause = dialogOf(await open('en-US'), 'handover-pause-bot pause');
		await editor.openDialog(pause);
		await editor.page.selectOption('#node-input-operation', 'resume');
		await editor.page.fill('#node-input-name', 'Another name');
		await editor.cancel();
		expect(await editor.isChanged(pause)).toBe(false);
		await editor.openDialog(pause);
		expect(await editor.page.inputValue('#node-input-operation')).toBe('pause');
		expect(await editor.page.inputValue('#node-input-name')).toBe('');
	});

	test('the keyboard reaches every field, in the order in which they are read', async () => {
		const dialogs = await open('en-US');
		await editor.openDialog(dialogOf(dialogs, 'handover-pause-bot pause'));
		const form = editor.tray.locator('.handover-form');
		const reached = await tabThrough(form, 20);
		const typed = ['red-ui-typedInput-type-select', expect.stringContaining('typedInput-input')];
		expect(reached).toEqual([
			'node-input-name',
			'node-input-bot',
			'node-input-operation',
			...typed,
			'node-input-pauseUnit',
			'node-input-untilResumed',
			...typed,
			...typed,
		]);
		await editor.cancel();

		await editor.openDialog(dialogOf(dialogs, 'handover-bot'));
		const inBot = await tabThrough(form, 50);
		const first = inBot.indexOf('Move scenario: Contact Request');
		expect(inBot.slice(first, first + 3)).toEqual([
			'Move scenario: Contact Request',
			'Settings of the scenario: Contact Request',
			'Scenario is on: Contact Request',
		]);
		for (const field of ['handover-add-scenario', 'E-mail', 'Move staff member: Ana'])
			expect(inBot).toContain(field);
		expect(inBot).toContain('Remove staff member: Ana');
	});

	test('the seventh scenario is refused with the reason', async () => {
		const dialogs = await open('en-US');
		await editor.openDialog(dialogOf(dialogs, 'handover-bot'));
		const { page } = editor;
		const refusal = page.locator('#handover-refusal');
		for (let custom = 0; custom < 3; custom += 1) await page.click('#handover-add-scenario');
		expect(await refusal.isVisible()).toBe(false);
		await page.click('#handover-add-scenario');
		expect(await refusal.innerText()).toContain('at most six scenarios');
		expect(await page.locator('#handover-scenarios .handover-scenario-head').count()).toBe(6);
		await saveInThemes(editor, editor.tray, 'node-red-seventh-scenario');
		await page.locator('#handover-scenarios .handover-remove').last().click();
		expect(await refusal.isVisible()).toBe(false);
	});

	test('the built-in three can be switched off, but not removed', async () => {
		const dialogs = await open('en-US');
		await editor.openDialog(dialogOf(dialogs, 'handover-bot'));
		await editor.page.click('#handover-add-scenario');
		const rows = editor.tray.locator('#handover-scenarios > li');
		const removable: boolean[] = [];
		for (const row of await rows.all()) {
			removable.push((await row.locator('.handover-remove').count()) > 0);
		}
		expect(removable).toEqual([false, false, false, true]);
		expect(await rows.locator('.handover-scenario-head input[type=checkbox]').count()).toBe(4);
		await editor.cancel();
	});

	test("a scenario's settings unfold without a text cut", async () => {
		const dialogs = await open('de');
		await editor.openDialog(dialogOf(dialogs, 'handover-bot'));
		await editor.tray.locator('.handover-scenario-head button').first().click();
		const settings = editor.tray.locator('.handover-scenario-body:visible');
		for (const [action, choice] of [
			['assign', 'staff'],
			['task', 'own'],
			['message', 'own'],
			['pause', 'time'],
			['tags', 'own'],
		])
			await settings.locator(`.handover-${action}`).selectOption(choice!);
		// A condition would change nothing.
		expect(await settings.locator('.handover-built-in').count()).toBe(1);
		expect(await settings.locator('textarea').count()).toBe(0);
		expect(await findCutTexts(editor.tray.locator('.handover-form'))).toEqual([]);
		await saveInThemes(editor, settings, 'node-red-scenario-settings-de');
	});

	test("a staff member's hours and limits unfold without a text cut, and are kept", async () => {
		const bot = dialogOf(await open('de'), 'handover-bot');
		await editor.openDialog(bot);
		const member = editor.tray.locator('#handover-staff > li').first();
		await member.locator('.handover-fold').click();
		await member.locator('.staff-workingHours').fill('Mo-Fr 09:00-17:00; Sa 10:00-14:00');
		await member.locator('.staff-timeZone').fill('Europe/Berlin');
		await member.locator('.staff-capacity').fill('3');
		await member.locator('.staff-fallbackContact').check();
		expect(await findCutTexts(editor.tray.locator('.handover-form'))).toEqual([]);
		await saveInThemes(editor, member, 'node-red-staff-member-de');
		await editor.done();
		await editor.openDialog(bot);
		const again = editor.tray.locator('#handover-staff > li').first();
		await again.locator('.handover-fold').click();
		expect(await again.locator('.staff-workingHours').inputValue()).toContain('Mo-Fr');
		expect(await again.locator('.staff-capacity').inputValue()).toBe('3');
		expect(await again.locator('.staff-fallbackContact').isChecked()).toBe(true);
		expect(await again.locator('.staff-enabled').isChecked()).toBe(true);
		await editor.cancel();
		expect(editor.errors).toEqual([]);
	});

	test.each([
		['a pause of 31 days', 'handover-pause-bot pause', 'pauseFor', '31', 'days', /30 days/],
		['a threshold of 11', 'handover-failure-counter', 'threshold', '11', '', /10/],
	])('%s is marked, and the node says why', async (_title, name, field, value, unit, message) => {
		const dialogs = await open('en-US');
		await editor.openDialog(dialogOf(dialogs, name));
		const { page } = editor;
		if (unit) await page.selectOption('#node-input-pauseUnit', unit);
		const input = page.locator(`#node-input-${field} ~ .red-ui-typedInput-container`).first();
		await input.locator('.red-ui-typedInput-input').fill(value);
		await page.keyboard.press('Tab');
		await page.locator('.red-ui-typedInput-container.input-error').waitFor();
		const fault = page.locator(`#handover-fault-${field}`);
		await fault.waitFor();
		expect(await fault.innerText()).toMatch(message);
		await saveInThemes(editor, editor.tray, `node-red-${field}-refused`);
		await editor.done();
		expect(JSON.stringify(await editor.invalidNodes())).toMatch(message);
	});

	test('every example is offered for import', async () => {
		await open('en-US');
		await editor.invoke('core:show-examples-import-dialog');
		const examples = editor.page.locator('#red-ui-clipboard-dialog-import-tab-examples');
		await examples.getByText(PACKAGE).click();
		for (const name of EXAMPLES) await examples.getByText(name, { exact: true }).waitFor();
	});
});
