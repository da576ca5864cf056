/** nlp.js brings no types; these are of what is used of it (AXA, nlp.js 4.27, packages/nlp/README.md). */
declare module '@nlpjs/core' {
	export function containerBootstrap(): Promise<{
		use(plugin: unknown): void;
		get(name: 'nlp'): import('@nlpjs/nlp').Nlp;
	}>;
}
declare module '@nlpjs/nlp' {
	export class Nlp {
		settings: Record<string, unknown>;
		addLanguage(language: string): void;
		addDocument(language: string, text: string, intent: string): void;
		train(): Promise<void>;
		process(
			language: string,
			text: string,
		): Promise<{ classifications: Array<{ intent: string; score: number }> }>;
	}
}
declare module '@nlpjs/language' {
	export class Language {
		guessBest(text: string, among: string[]): { alpha2: string };
	}
}
declare module '@nlpjs/lang-all' {
	export const LangAll: unknown;
}
