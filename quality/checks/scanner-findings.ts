interface Explained {
	rule: string;
	/** In the tarball. */
	files: RegExp;
	why: string;
}

const IMPORTS = '@n8n/community-nodes/no-restricted-imports';
const GLOBALS = '@n8n/community-nodes/no-restricted-globals';

/**
 * What n8n's scanner finds in the tarball and why it stays; the whole story is in
 * `docs/adr/0011-n8n-lint-without-cloud-support.md`. All of it is about n8n Cloud.
 */
export const EXPLAINED: readonly Explained[] = [
	{
		rule: IMPORTS,
		files: /^dist\/handover\/stores\/sqlite\/open-sqlite-store\.js$/,
		why: 'The store is a file: node:sqlite opens it, node:fs notices that it was deleted.',
	},
	{
		rule: IMPORTS,
		files:
			/^dist\/nodes\/(n8n\/open-services|open-services|network-share|open-store|store-location|this-process|watch-sharing)\.js$/,
		why: "node:path, node:os and node:fs find the store's file, make its folder, and see who shares it; node:os and node:crypto name the process.",
	},
	{
		rule: IMPORTS,
		files: /^dist\/nodes\/n8n\/HandoverTrigger\/deliver-events\.js$/,
		why: 'node:timers/promises: the trigger waits before it asks again.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/(this-process|is-running)\.js$/,
		why: 'process: a turn names the process that answers it, and sees whether that one still runs.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/keep-doing\.js$/,
		why: 'Timers: every second what is due is looked for, whether or not a flow runs, and every few a process shows the others that it is there.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/open-services\.js$/,
		why: 'process and a timer: what goes wrong beside a flow is a warning of the process; old rows go every hour.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/(n8n\/open-services|store-location|delivery-tries)\.js$/,
		why: 'process: environment variables name the store, the user folder that it is in, and how often a delivery is tried.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/network-share\.js$/,
		why: 'process: only Linux says what a folder is mounted from.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/watch-sharing\.js$/,
		why: 'process and a timer: whether other machines use the same SQLite file is looked at each minute.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/watch-clock\.js$/,
		why: "A timer: our clock is compared with the Postgres server's every ten minutes.",
	},
	{
		rule: GLOBALS,
		files: /^dist\/handover\/stores\/sqlite\/retention\.js$/,
		why: 'setImmediate: what is past its time goes in steps, and messages get their turn in between.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/handover\/stores\/sqlite\/shared-writes\.js$/,
		why: 'setImmediate: changes that come together share a transaction.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/handover\/stores\/postgres\/shared-looks\.js$/,
		why: 'setImmediate: looks that come together share a round trip.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/handover\/stores\/postgres\/(try-again|event-signal)\.js$/,
		why: 'Timers: a broken connection is made again after a pause.',
	},
	{
		rule: IMPORTS,
		files: /^dist\/handover\/stores\/postgres\/open-postgres-store\.js$/,
		why: 'node:timers/promises: the tables are brought up to date once more after a pause.',
	},
	...[IMPORTS, GLOBALS, 'no-console'].map((rule) => ({
		rule,
		files: /^dist\/vendor\/pg\.js$/,
		why: 'The Postgres client as it is, loaded with the first Postgres store.',
	})),
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/n8n\/HandoverTrigger\/repeat\.js$/,
		why: 'Timers: new events within two seconds; n8n polls once a minute at most.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/node-red\/follow-store\.js$/,
		why: 'Timers, as above. n8n never loads it.',
	},
	{
		rule: IMPORTS,
		files: /^dist\/nodes\/trained-model\.js$/,
		why: 'node:fs, node:path and node:zlib read what the built-in classifier has learnt.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/nodes\/trained-model\.js$/,
		why: '__dirname: that file lies beside the code.',
	},
	{
		rule: IMPORTS,
		files: /^dist\/nodes\/model-guard\.js$/,
		why: 'node:timers/promises: a language model is asked again after a pause.',
	},
	{
		rule: GLOBALS,
		files: /^dist\/vendor\/openai\.js$/,
		why: "OpenAI's SDK as it is, loaded with the first call to a model.",
	},
];
