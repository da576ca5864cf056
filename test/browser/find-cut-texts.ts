import type { Locator } from 'playwright-core';

/** Every visible text of a dialog that its box cuts off, or that leaves the dialog. */
export async function findCutTexts(dialog: Locator): Promise<string[]> {
	return await dialog.evaluate((root) => {
		const edge = root.getBoundingClientRect().right;
		const pen = document.createElement('canvas').getContext('2d')!;
		const widthOf = (element: Element, text: string) => {
			pen.font = getComputedStyle(element).font;
			return pen.measureText(text).width;
		};
		const arrow = 24;
		const isCut = (element: Element): boolean => {
			if (element instanceof HTMLSelectElement) {
				const longest = Math.max(
					...Array.from(element.options).map(({ text }) => widthOf(element, text)),
				);
				return longest > element.clientWidth - arrow;
			}
			return element.scrollWidth > element.clientWidth + 1 && element.clientWidth > 0;
		};
		const shown = Array.from(
			root.querySelectorAll('label, select, input[type=text], div, span, button'),
		)
			.filter((element) => element.checkVisibility())
			.filter(
				(element) => element.children.length === 0 || element.matches('select, label, button'),
			);
		return shown
			.filter((element) => isCut(element) || element.getBoundingClientRect().right > edge + 1)
			.map((element) => `${element.id || element.className}: ${element.textContent?.trim()}`);
	});
}
