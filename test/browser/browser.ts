import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium, type Browser, type Locator, type Page } from 'playwright-core';

const PROJECT = resolve(__dirname, '../..');
const SCREENSHOTS = join(PROJECT, '.tmp', 'screenshots');
const SAVES_SCREENSHOTS = Boolean(process.env.HANDOVER_SCREENSHOTS);
const PLACES = [
	process.env.CHROMIUM ?? '',
	'/usr/bin/chromium',
	'/usr/bin/chromium-browser',
	'/usr/bin/google-chrome',
	'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];
const CHROMIUM = PLACES.find((place) => place && existsSync(place));
const FLAGS = [
	'--no-sandbox',
	'--disable-gpu',
	'--disable-quic',
	'--no-first-run',
	'--disable-background-networking',
	'--disable-component-update',
	'--disable-sync',
];

export const BROWSER_PATIENCE = 3 * 60_000;

export type Theme = 'light' | 'dark';
export const THEMES: readonly Theme[] = ['light', 'dark'];

/** `describe`; skipped, with a line that says why, on a machine without Chromium. */
export const describeInBrowser: jest.Describe = CHROMIUM ? describe : skipped();

function skipped(): jest.Describe {
	process.stderr.write(
		'The browser tests are skipped: there is no Chromium. Get it with `apt-get install chromium`, or name one in the variable CHROMIUM.\n',
	);
	return describe.skip;
}

export async function openBrowser(): Promise<Browser> {
	return await chromium.launch({ executablePath: CHROMIUM ?? '', args: FLAGS });
}

/**
 * What a person is to look at, in a folder that git ignores: where `HANDOVER_SCREENSHOTS` asks for it.
 * Two hundred of them take a third of the time of the tests.
 */
export async function saveScreenshot(what: Page | Locator, name: string): Promise<void> {
	if (!SAVES_SCREENSHOTS) return;
	mkdirSync(SCREENSHOTS, { recursive: true });
	await what.screenshot({ path: join(SCREENSHOTS, `${name}.png`) });
}

/** The same, light and dark; light again after it. */
export async function saveInThemes(
	editor: { showTheme(theme: Theme): Promise<void> },
	what: Page | Locator,
	name: string,
): Promise<void> {
	if (!SAVES_SCREENSHOTS) return;
	for (const theme of THEMES) {
		await editor.showTheme(theme);
		await saveScreenshot(what, `${name}-${theme}`);
	}
	await editor.showTheme('light');
}

export interface Area {
	x: number;
	y: number;
	width: number;
	height: number;
}

/** `docs/images/<name>.png` where `HANDOVER_DOC_IMAGES` asks for it, which is how those are made. */
export async function saveDocImage(page: Page, name: string, area: Area): Promise<void> {
	if (!process.env.HANDOVER_DOC_IMAGES) return;
	await page.screenshot({ path: join(PROJECT, 'docs', 'images', `${name}.png`), clip: area });
}

/** Fills up with what the page's console reports as an error, without what `expected` matches. */
export function collectErrors(page: Page, expected: RegExp): string[] {
	const errors: string[] = [];
	const add = (text: string) => expected.test(text) || errors.push(text);
	page.on('pageerror', (error) => add(String(error)));
	page.on('console', (message) => {
		if (message.type() === 'error') add(`${message.text()} ${message.location().url}`);
	});
	return errors;
}

/** What each press of the Tab key reaches inside `area`: the element's id, or else its label or class. */
export async function tabThrough(area: Locator, presses: number): Promise<string[]> {
	const reached: string[] = [];
	for (let press = 0; press < presses; press += 1) {
		await area.page().keyboard.press('Tab');
		reached.push(
			await area.evaluate((element) => {
				const focused = document.activeElement;
				if (!focused || !element.contains(focused)) return '';
				return focused.id || focused.getAttribute('aria-label') || focused.className;
			}),
		);
	}
	return reached.filter(Boolean);
}
