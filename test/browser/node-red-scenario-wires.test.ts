import type { Locator } from 'playwright-core';
import { BROWSER_PATIENCE, describeInBrowser, saveInThemes, tabThrough } from './browser';
import { editNodeRed } from './edit-node-red';
import { findCutTexts } from './find-cut-texts';
import type { NodeRedPage, Wired } from './node-red-page';
import { BUILT_IN_OUTPUTS, flowWithTwoScenarios } from './two-scenarios-flow';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const BUILT_IN_ROWS = 3;

describeInBrowser("a Classifier's wires in Node-RED's editor", () => {
	const nodeRed = editNodeRed(flowWithTwoScenarios);
	let editor: NodeRedPage;

	const AT_FIRST = [
		['A', ['to-a']],
		['B', ['to-b']],
	];

	async function open(type: string, language = 'en-US'): Promise<void> {
		editor = await nodeRed.open(language);
		const dialogs = await editor.ourDialogs();
		await editor.openDialog(dialogs.find((one) => one.type === type)!);
	}

	/** Each custom scenario with where its output leads, which is the same for both Classifiers. */
	async function customWires(): Promise<unknown[]> {
		const found = (await editor.exported()).filter(({ type }) => type === 'handover-classifier');
		const [one, other] = found.map(({ customScenarios, wires, outputs }: Wired) => {
			expect(outputs).toBe(BUILT_IN_OUTPUTS + customScenarios.length);
			return customScenarios.map((name, index) => [name, wires[BUILT_IN_OUTPUTS + index]]);
		});
		expect(other).toEqual(one);
		return one!;
	}

	/** Closes the bot's dialog, and undoes and redoes it: each time the wires are as they were. */
	async function expectWires(expected: unknown[]): Promise<void> {
		await editor.done();
		expect(await customWires()).toEqual(expected);
		await editor.invoke('core:undo');
		expect(await customWires()).toEqual(AT_FIRST);
		expect(await editor.isDirty()).toBe(false);
		await editor.invoke('core:redo');
		expect(await customWires()).toEqual(expected);
		expect(editor.errors).toEqual([]);
	}

	const row = (index: number): Locator =>
		editor.tray.locator('#handover-scenarios > li').nth(BUILT_IN_ROWS + index);

	async function expectFocusOn(place: Locator): Promise<void> {
		expect(await place.evaluate((element) => element === document.activeElement)).toBe(true);
	}

	async function rename(index: number, name: string): Promise<void> {
		await row(index).locator('.handover-name').fill(name);
	}

	async function remove(index: number): Promise<void> {
		const rows = editor.tray.locator('#handover-scenarios > li');
		const before = await rows.count();
		await row(index).locator('.handover-remove').click();
		await rows.nth(before - 1).waitFor({ state: 'detached' });
		// The keyboard goes on where it was.
		const beside = rows.nth(Math.min(BUILT_IN_ROWS + index, before - 2));
		await expectFocusOn(beside.locator('.red-ui-editableList-item-handle'));
	}

	async function add(name: string): Promise<void> {
		await editor.page.click('#handover-add-scenario');
		const last = editor.tray.locator('#handover-scenarios > li').last();
		await expectFocusOn(last.locator('.handover-name'));
		await last.locator('.handover-name').fill(name);
		await last.locator('.handover-examples').fill(`example of ${name}`);
	}

	/** Drags B above A. */
	async function swapRows(): Promise<void> {
		const { mouse } = editor.page;
		await row(1).scrollIntoViewIfNeeded();
		const from = (await row(1).locator('.red-ui-editableList-item-handle').boundingBox())!;
		const to = (await row(0).boundingBox())!;
		await mouse.move(from.x + 5, from.y + from.height / 2);
		await mouse.down();
		await mouse.move(from.x + 5, to.y + 4, { steps: 15 });
		await mouse.move(from.x + 5, to.y - 2, { steps: 5 });
		await mouse.up();
		await editor.page.waitForTimeout(400);
	}

	test('follow a scenario that is dragged to another place', async () => {
		await open('handover-bot');
		await swapRows();
		await expectWires([
			['B', ['to-b']],
			['A', ['to-a']],
		]);
	});

	test('follow a scenario that is moved by the keyboard, which is told where it is', async () => {
		await open('handover-bot');
		const move = (name: string) => editor.tray.getByRole('button', { name, exact: true });
		await move('Move scenario: B').focus();
		await editor.page.keyboard.press('ArrowUp');
		await expectFocusOn(move('Move scenario: B'));
		const spoken = editor.tray.locator('.handover-spoken').first();
		expect(await spoken.textContent()).toBe('Place 4 of 5');
		await saveInThemes(editor, editor.tray, 'node-red-scenario-moved');
		await editor.page.keyboard.press('Alt+ArrowUp');
		await editor.page.keyboard.press('Alt+ArrowDown');
		await rename(0, 'X');
		expect(await move('Move scenario: X').count()).toBe(1);
		await expectWires([
			['X', ['to-b']],
			['A', ['to-a']],
		]);
	});

	test('are gone with a deleted scenario, and back when that is undone', async () => {
		await open('handover-bot');
		await remove(0);
		await expectWires([['B', ['to-b']]]);
	});

	test('stay with a renamed scenario while another one is added', async () => {
		await open('handover-bot');
		await rename(0, 'X');
		await add('N');
		await expectWires([
			['X', ['to-a']],
			['B', ['to-b']],
			['N', []],
		]);
	});

	test('stay with a scenario that is renamed and moved', async () => {
		await open('handover-bot');
		await rename(0, 'X');
		await swapRows();
		await expectWires([
			['B', ['to-b']],
			['X', ['to-a']],
		]);
	});

	test('are not those of a new scenario in the place of a deleted one', async () => {
		await open('handover-bot');
		await remove(1);
		await add('New');
		await expectWires([
			['A', ['to-a']],
			['New', []],
		]);
	});

	test('stay with two scenarios that swap their names', async () => {
		await open('handover-bot');
		await rename(0, 'B');
		await rename(1, 'A');
		await expectWires([
			['B', ['to-a']],
			['A', ['to-b']],
		]);
	});

	/** Of each Classifier, the custom scenarios with the names of what their outputs lead to. */
	async function allCustomWires(): Promise<unknown[]> {
		const nodes = await editor.exported();
		const nameOf = (id: string) => nodes.find((node) => node.id === id)?.name;
		return nodes
			.filter(({ type }) => type === 'handover-classifier')
			.map(({ customScenarios, wires }) =>
				customScenarios.map((name, at) => [name, wires[BUILT_IN_OUTPUTS + at]!.map(nameOf)]),
			);
	}

	test('of a pasted Classifier follow as well, and come back with undo', async () => {
		editor = await nodeRed.open();
		const [one] = (await editor.exported()).filter(({ type }) => type === 'handover-classifier');
		await editor.pasteCopies([one!.id, 'to-a', 'to-b']);
		expect(await allCustomWires()).toEqual([AT_FIRST, AT_FIRST, AT_FIRST]);
		await editor.openDialog(
			(await editor.ourDialogs()).find(({ type }) => type === 'handover-bot')!,
		);
		await remove(0);
		await editor.done();
		const after = [['B', ['to-b']]];
		expect(await allCustomWires()).toEqual([after, after, after]);
		await editor.invoke('core:undo');
		expect(await allCustomWires()).toEqual([AT_FIRST, AT_FIRST, AT_FIRST]);
		expect(editor.errors).toEqual([]);
	});

	test('of an imported Classifier are found by name, in whatever order it was exported', async () => {
		editor = await nodeRed.open();
		const [one] = (await editor.exported()).filter(({ type }) => type === 'handover-classifier');
		const wires = [...one!.wires.slice(0, BUILT_IN_OUTPUTS).map(() => []), ['to-b'], ['to-a']];
		const ends = ['to-a', 'to-b'].map((id) => ({
			id,
			type: 'debug',
			name: id,
			z: one!.z,
			wires: [],
		}));
		await editor.importFlow([{ ...one, customScenarios: ['B', 'A'], wires }, ...ends]);
		const bot = (await editor.ourDialogs()).find(({ type }) => type === 'handover-bot')!;
		await editor.openDialog(bot);
		await rename(0, 'X');
		await editor.done();
		const after = [
			['X', ['to-a']],
			['B', ['to-b']],
		];
		expect(await allCustomWires()).toEqual([after, after, after]);
		await editor.invoke('core:undo');
		expect(await allCustomWires()).toEqual([AT_FIRST, AT_FIRST, [...AT_FIRST].reverse()]);
		expect(editor.errors).toEqual([]);
	});

	test.each(['en-US', 'de'])(
		"follow the bot's dialog that is opened from the Classifier's, by the keyboard (%s)",
		async (language) => {
			await open('handover-classifier', language);
			const form = editor.tray.locator('.handover-form');
			expect(await tabThrough(form, 30)).toContainEqual(
				expect.stringContaining('handover-edit-scenarios'),
			);
			const button = editor.tray.locator('.handover-edit-scenarios');
			expect((await button.innerText()).trim()).toBe(
				language === 'de' ? 'Szenarien bearbeiten' : 'Edit scenarios',
			);
			expect(await findCutTexts(form)).toEqual([]);
			await saveInThemes(editor, editor.tray, `node-red-edit-scenarios-${language}`);
			await button.press('Enter');
			await row(1).waitFor();
			await editor.standsStill();
			await remove(0);
			await editor.done();
			await editor.standsStill();
			await editor.done();
			expect(await customWires()).toEqual([['B', ['to-b']]]);
			await editor.invoke('core:undo');
			expect(await customWires()).toEqual(AT_FIRST);
			expect(editor.errors).toEqual([]);
		},
	);
});
