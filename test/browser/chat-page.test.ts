import type { Browser, Locator, Page } from 'playwright-core';
import { MAX_TEXT_LENGTH } from '../../handover/conversation/inbound-message';
import { DEFAULT_CLOSING_MESSAGE } from '../../handover/actions/send-closing-message';
import { startChatServer, type ChatServer } from '../../start/chat-server';
import { freePort } from '../../start/ports';
import { BOOT_PATIENCE, startTestPlatform, type TestPlatform } from '../integration/with-platform';
import {
	BROWSER_PATIENCE,
	collectErrors,
	describeInBrowser,
	openBrowser,
	saveScreenshot,
	THEMES,
} from './browser';

// A project's `testTimeout` is not heard by Jest.
jest.setTimeout(BROWSER_PATIENCE);

const widerThanTheWindow = (page: Page) =>
	page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);

const PATIENCE = 20_000;
const STAFF = /Ana|Ben|Chloe/;

describeInBrowser('The chat page', () => {
	let platform: TestPlatform;
	let browser: Browser;
	let chat: ChatServer;
	let page: Page;
	let errors: string[];

	beforeAll(async () => {
		browser = await openBrowser();
		platform = await startTestPlatform('node-red');
		chat = await startChatServer({
			port: await freePort(),
			apiUrl: platform.running.apiUrl,
			staffNames: () => Promise.resolve({ Ana: 'Ana', Ben: 'Ben', Chloe: 'Chloe' }),
			about: { platform: 'Node-RED', editorUrl: platform.running.editorUrl },
		});
	}, BOOT_PATIENCE);
	beforeEach(async () => {
		const context = await browser.newContext({ viewport: { width: 1200, height: 800 } });
		context.setDefaultTimeout(PATIENCE);
		page = await context.newPage();
		// A conversation that nobody has written in yet is answered with 404.
		errors = collectErrors(page, /\/api\/conversation/);
		await page.goto(chat.url);
	});
	afterEach(() => page.context().close());
	afterAll(async () => {
		await browser?.close();
		await chat?.close();
		await platform?.dispose();
	});

	const lines = () => page.getByRole('log').getByRole('listitem');
	const panel = () => page.getByRole('complementary');

	test('shows the closing message and what the team sees, by keyboard alone', async () => {
		await page.keyboard.type('Can I talk to a human?');
		await page.keyboard.press('Enter');
		await lines().filter({ hasText: DEFAULT_CLOSING_MESSAGE }).waitFor();
		await panel().getByText('A human', { exact: true }).waitFor();
		const seen = await panel().innerText();
		expect(seen).toMatch(STAFF);
		expect(seen).toContain('human_handover');
		expect(seen).toContain('Contact request');
		for (const theme of THEMES) {
			await page.emulateMedia({ colorScheme: theme });
			await saveScreenshot(page, `chat-page-${theme}`);
		}
		await page.setViewportSize({ width: 360, height: 640 });
		expect(await widerThanTheWindow(page)).toBe(false);
		await saveScreenshot(page, 'chat-page-narrow');
		expect(errors).toEqual([]);
	});

	test('says how to go on after a handover, and begins a new conversation', async () => {
		await page.getByRole('button', { name: 'Can I talk to a human?' }).click();
		await panel().getByText('flow conversation-operations (Import').waitFor();
		await page.getByRole('button', { name: 'Try the bot in a new conversation' }).click();
		await page.getByText('or start with one of the messages below').waitFor();
		expect(await lines().count()).toBe(0);
		await page.keyboard.type('Hello');
		await page.keyboard.press('Enter');
		await lines().filter({ hasText: 'What can I do for you?' }).waitFor();
	});

	test('keeps a text that is too long, and says by how much', async () => {
		await page.getByRole('textbox').fill('x'.repeat(MAX_TEXT_LENGTH + 12));
		const problem = page.getByText('Too long by 12 characters: a message has at most 20,000.');
		await problem.waitFor();
		await saveScreenshot(page, 'chat-page-too-long');
		await page.keyboard.press('Enter');
		expect(await page.getByRole('textbox').inputValue()).toHaveLength(MAX_TEXT_LENGTH + 12);
		expect(await lines().count()).toBe(0);
		await page.getByRole('textbox').fill('Hello');
		await problem.waitFor({ state: 'detached' });
		expect(errors).toEqual([]);
	});

	test('a suggestion is reached with Tab and sent with Enter', async () => {
		await page.getByRole('button', { name: 'How long does shipping take?' }).waitFor();
		for (let press = 0; press < 10; press += 1) {
			await page.keyboard.press('Shift+Tab');
			const focused = await page.evaluate(() => document.activeElement?.textContent);
			if (focused === 'How long does shipping take?') break;
		}
		await page.keyboard.press('Enter');
		await lines().nth(1).waitFor();
		expect(await lines().first().innerText()).toContain('How long does shipping take?');
	});

	test('shows what a contact writes in Arabic from right to left', async () => {
		const arabic = 'أين طلبي رقم 12؟';
		const directionOf = (locator: Locator) =>
			locator.evaluate((element) => getComputedStyle(element).direction);
		await page.keyboard.type(arabic);
		expect(await directionOf(page.getByRole('textbox'))).toBe('rtl');
		await page.keyboard.press('Enter');
		expect(await directionOf(lines().first().getByText(arabic))).toBe('rtl');
		expect(await directionOf(lines().first().getByText('You'))).toBe('ltr');
	});

	test('shows HTML that a contact writes as text', async () => {
		const html = '<img src=x onerror="document.title=1"><b>bold</b>';
		await page.keyboard.type(html);
		await page.keyboard.press('Enter');
		await lines().nth(1).waitFor();
		expect(await lines().first().innerText()).toContain(html);
		expect(await page.locator('#lines img, #lines b, #panel img').count()).toBe(0);
		expect(await page.title()).toBe('Human Handover: try it');
		expect(errors).toEqual([]);
	});
});
