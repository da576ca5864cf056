import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
	DEFAULT_CLOSING_MESSAGE,
	sendClosingMessage,
} from '../../../handover/actions/send-closing-message';
import { notifyStaff } from '../../../handover/actions/notify-staff';
import { parseBotId } from '../../../handover/conversation/inbound-message';
import { createTask, DEFAULT_TASK_DESCRIPTION } from '../../../handover/actions/create-task';
import { DEFAULT_TAG } from '../../../handover/actions/add-tags';
import { parseWebhook } from '../../../handover/jobs/webhook-settings';
import { parseScenarios } from '../../../handover/scenarios/parse-scenarios';
import { readConnectionSettings } from '../../../handover/stores/postgres/connection-settings';
import * as domain from '../../../handover/staff/staff-member';
import { MAX_CAPACITY, MAX_STAFF, MAX_WEIGHT } from '../../../nodes/node-red/handover-bot/staff';
import { isShortEnough } from '../../../nodes/node-red/editor/text-length';
import { isPostgresUrl } from '../../../nodes/node-red/handover-store/postgres-url';
import { FOLDER, nodeOf, registerEditors, TYPES, type Definition } from './editor-definitions';

const definitions = registerEditors();
const definitionOf = (type: string): Definition => definitions[type]!;
const flowTypes = TYPES.filter((type) => definitionOf(type).category !== 'config');

const DONE_FAILED = ['Done', 'Failed'];
/** The catalogue: display name, outputs in their order. */
const CATALOGUE: Array<[type: string, name: string, outputs: string[], given?: object]> = [
	['handover-gate', 'Handover Gate', ['Bot', 'Human', 'Duplicate']],
	['handover-gate', 'Handover Gate', ['Send', 'Drop'], { operation: 'beforeReply' }],
	[
		'handover-classifier',
		'Handover Classifier',
		['Continue', 'Contact Request', 'Lack of Information', 'Failed Attempt', 'refund'],
		{ customScenarios: ['refund'] },
	],
	['handover-failure-counter', 'Failure Counter', ['Try Again', 'Failed to Resolve']],
	['handover-assign-conversation', 'Assign Conversation', DONE_FAILED],
	['handover-create-task', 'Create Task', DONE_FAILED],
	['handover-send-closing-message', 'Send Closing Message', DONE_FAILED],
	['handover-pause-bot', 'Pause Bot', DONE_FAILED],
	['handover-add-tags', 'Add Tags', DONE_FAILED],
	['handover-notify-staff', 'Notify Staff', DONE_FAILED],
	['handover-conversation', 'Conversation', ['Done']],
	['handover-trigger', 'Handover Trigger', ['Event']],
];

const cases = CATALOGUE.map(([type, name, outputs, given = {}]) => ({
	type,
	name,
	outputs,
	given,
}));

test.each(cases)('$type is called "$name" and has the outputs $outputs', (one) => {
	const { type, name, outputs, given } = one;
	const definition = definitionOf(type);
	const node = nodeOf(type, definition, given);
	expect(definition.paletteLabel?.call({ ...definition, ...node })).toBe(name);
	expect(outputs.map((_, index) => definition.outputLabels?.call(node, index))).toEqual(outputs);
	if (!Object.keys(given).length) expect(definition.outputs).toBe(outputs.length);
	expect(definition.category).toBe('human handover');
});

test('every node type is in the catalogue', () => {
	expect([...new Set(CATALOGUE.map(([type]) => type))]).toEqual(flowTypes);
});

test.each([
	['handover-gate', { operation: 'receiveMessage', keepMessages: 200, keepDays: 90 }],
	['handover-gate', { conversationId: 'payload.conversationId', text: 'payload.text' }],
	['handover-gate', { burstWindow: 0, orderPatience: 10, answerWithin: 0 }],
	['handover-classifier', { judge: 'contactMessage', botFailed: 'false' }],
	['handover-failure-counter', { threshold: '2' }],
	['handover-assign-conversation', { assignTo: 'auto', keepCurrentAssignee: true }],
	['handover-assign-conversation', { rule: 'roundRobin', acceptWithin: '10' }],
	['handover-assign-conversation', { acceptUnit: 'minutes' }],
	[
		'handover-create-task',
		{ description: DEFAULT_TASK_DESCRIPTION, dueIn: '24', dueUnit: 'hours' },
	],
	['handover-send-closing-message', { message: DEFAULT_CLOSING_MESSAGE, messages: [] }],
	['handover-pause-bot', { operation: 'pause', pauseFor: '24', pauseUnit: 'hours' }],
	['handover-pause-bot', { untilResumed: false, conversationId: 'handover.conversationId' }],
	['handover-add-tags', { tags: DEFAULT_TAG }],
	['handover-notify-staff', { onConversationAssigned: true, onTaskAssigned: true }],
	['handover-notify-staff', { sendWebhook: false, webhookUrl: '', conversationLink: '' }],
	['handover-conversation', { operation: 'get' }],
	['handover-trigger', { bot: '', events: [] }],
	['handover-bot', { botId: 'default', staff: [], replaceSettings: false }],
	['handover-store', { path: 'handover.sqlite' }],
	['handover-model', { baseUrl: 'https://api.openai.com/v1', timeOut: '8', dailyBudget: '0' }],
	['handover-classifier', { model: '', mode: 'cascade', unsureFrom: '0.15', unsureTo: '0.85' }],
])('%s starts with %j', (type, expected) => {
	expect(nodeOf(type, definitionOf(type))).toMatchObject(expected);
});

test('a new bot has the scenarios that the domain gives a bot without any', () => {
	const { scenarios } = nodeOf('handover-bot', definitionOf('handover-bot')) as EditorNode & {
		scenarios: unknown[];
	};
	const named = parseScenarios(scenarios).map(({ name, enabled }) => ({ name, enabled }));
	expect(named).toEqual(parseScenarios([]).map(({ name, enabled }) => ({ name, enabled })));
});

test.each(TYPES)('a new %s has nothing to mend but its config node', (type) => {
	const definition = definitionOf(type);
	const node = nodeOf(type, definition);
	for (const [name, { value, validate }] of Object.entries(definition.defaults)) {
		expect([name, validate?.call(node, value, {}) ?? true]).toEqual([name, true]);
	}
});

test.each<[string, string, unknown, object]>([
	['handover-gate', 'conversationId', '', {}],
	['handover-gate', 'text', '', {}],
	['handover-gate', 'keepMessages', 1, {}],
	['handover-gate', 'keepDays', '1.5', {}],
	['handover-classifier', 'draft', '', {}],
	['handover-classifier', 'retrievalScore', '1.1', {}],
	['handover-classifier', 'retrievalScore', '-0.1', {}],
	['handover-classifier', 'retrievalScore', ' ', {}],
	['handover-failure-counter', 'threshold', '11', {}],
	['handover-failure-counter', 'threshold', '', { thresholdType: 'msg' }],
	['handover-assign-conversation', 'staffId', '', { assignTo: 'staffMember' }],
	['handover-assign-conversation', 'acceptWithin', '-1', {}],
	['handover-assign-conversation', 'acceptWithin', '', {}],
	['handover-assign-conversation', 'acceptWithin', '31', { acceptUnit: 'days' }],
	['handover-create-task', 'description', 'x'.repeat(5_001), {}],
	['handover-create-task', 'dueIn', '-1', {}],
	['handover-create-task', 'dueIn', '366', { dueUnit: 'days' }],
	['handover-send-closing-message', 'message', 'x'.repeat(5_001), {}],
	['handover-send-closing-message', 'messages', [{ language: '', text: 'Danke' }], {}],
	['handover-send-closing-message', 'messages', [{ language: 'de', text: 'x'.repeat(5_001) }], {}],
	['handover-pause-bot', 'pauseFor', '-1', {}],
	['handover-pause-bot', 'pauseFor', '0', {}],
	['handover-pause-bot', 'pauseFor', '31', { pauseUnit: 'days' }],
	['handover-add-tags', 'tags', '', {}],
	['handover-add-tags', 'tags', `vip, ${'x'.repeat(101)}`, {}],
	['handover-add-tags', 'tags', Array.from({ length: 101 }, (_, index) => index).join(), {}],
	['handover-notify-staff', 'webhookUrl', 'https://me:pw@example.org', { sendWebhook: true }],
	[
		'handover-notify-staff',
		'webhookUrl',
		`https://example.org/${'x'.repeat(2_000)}`,
		{ sendWebhook: true },
	],
	['handover-notify-staff', 'conversationLink', 'x'.repeat(2_001), {}],
	['handover-notify-staff', 'webhookSecret', '', { sendWebhook: true }],
	['handover-notify-staff', 'webhookSecret', 'whsec_c2hvcnQ=', { sendWebhook: true }],
	['handover-store', 'urlWithPassword', '', { database: 'postgres' }],
	['handover-store', 'urlWithPassword', 'localhost:5432', { database: 'postgres' }],
	['handover-store', 'urlWithPassword', 'postgres://localhost/handover', { database: 'postgres' }],
	['handover-store', 'urlWithPassword', 'postgres://me@host/db?ssl=1', { database: 'postgres' }],
	['handover-model', 'apiKey', 'sk-…', {}],
	['handover-model', 'baseUrl', 'https://me:key@api.example.org/v1', {}],
	['handover-conversation', 'text', '', { operation: 'recordHumanReply' }],
	['handover-conversation', 'conversationId', '', { operation: 'accept' }],
	['handover-store', 'path', ' ', {}],
	['handover-classifier', 'unsureFrom', '', {}],
	['handover-classifier', 'unsureFrom', '1.1', {}],
	['handover-classifier', 'unsureTo', '0.1', {}],
	['handover-model', 'baseUrl', 'localhost:11434/v1', {}],
	['handover-model', 'model', ' ', {}],
	['handover-model', 'timeOut', '0', {}],
	['handover-model', 'concurrency', '1.5', {}],
	['handover-model', 'dailyBudget', '-1', {}],
	['handover-bot', 'botId', ' ', {}],
	['handover-bot', 'botId', 'x'.repeat(257), {}],
	['handover-bot', 'staff', [{ id: 'a', name: '' }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'x'.repeat(257) }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', email: 'x'.repeat(257) }], {}],
	[
		'handover-bot',
		'staff',
		Array.from({ length: 501 }, (_, id) => ({ id: `${id}`, name: 'A' })),
		{},
	],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', workingHours: 'whenever' }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', timeZone: 'Berlin' }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', capacity: 1.5 }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', weight: 0 }], {}],
	['handover-bot', 'staff', [{ id: 'a', name: 'A', weight: NaN }], {}],
	[
		'handover-bot',
		'staff',
		[
			{ id: '', name: 'Ana' },
			{ id: 'Ana', name: 'Anna' },
		],
		{},
	],
])('%s: %s = %j is refused with a message', (type, property, value, given) => {
	const definition = definitionOf(type);
	const { validate } = { ...definition.defaults, ...definition.credentials }[property]!;
	if (!validate) throw new Error('nothing is checked');
	const node = nodeOf(type, definition, { ...given, [property]: value });
	expect(validate.call(node, value, {})).toMatch(/^[A-Z][^.]+\.$/s);
	expect(validate.call(node, value, undefined)).toBe(false);
	// Node-RED takes a message only from a function with two parameters.
	expect(validate).toHaveLength(2);
});

test.each<[string, string, unknown, object]>([
	['handover-classifier', 'retrievalScore', '', {}],
	['handover-classifier', 'retrievalScore', '1', {}],
	['handover-classifier', 'retrievalScore', '${my-score}', {}],
	['handover-classifier', 'retrievalScore', '${rag.score}', {}],
	['handover-classifier', 'retrievalScore', '$(SCORE)', {}],
	['handover-classifier', 'retrievalScore', 'payload.score', { retrievalScoreType: 'msg' }],
	['handover-create-task', 'description', 'x'.repeat(5_000), {}],
	['handover-notify-staff', 'webhookUrl', 'not yet', {}],
	['handover-notify-staff', 'webhookSecret', '', {}],
	['handover-notify-staff', 'webhookSecret', '__PWRD__', { sendWebhook: true }],
	['handover-store', 'urlWithPassword', '', {}],
	['handover-store', 'urlWithPassword', '__PWRD__', { database: 'postgres' }],
	['handover-store', 'urlWithPassword', '${DATABASE_URL}', { database: 'postgres' }],
	['handover-store', 'urlWithPassword', 'postgresql://me:pw@host/db', { database: 'postgres' }],
	['handover-model', 'apiKey', '', {}],
	['handover-model', 'apiKey', '${schlüssel}', {}],
	['handover-notify-staff', 'webhookSecret', '${WEBHOOK_SECRET}', { sendWebhook: true }],
	['handover-send-closing-message', 'messages', [{ language: 'de' }], {}],
	['handover-bot', 'botId', 'x'.repeat(256), {}],
])('%s: %s = %j is taken (%#)', (type, property, value, given) => {
	const definition = definitionOf(type);
	const { validate } = { ...definition.defaults, ...definition.credentials }[property]!;
	const node = nodeOf(type, definition, { ...given, [property]: value });
	expect(validate!.call(node, value, {})).toBe(true);
});

test.each([
	`whsec_${'A'.repeat(32)}`,
	`whsec_${'A'.repeat(43)}=`,
	`whsec_${'A'.repeat(85)}==`,
	`whsec_${'A'.repeat(31)}`,
	`whsec_${'A'.repeat(87)}`,
	'A'.repeat(32),
	'',
])('the dialog takes the secret "%s" where a webhook does', (secret) => {
	const { validate } = definitionOf('handover-notify-staff').credentials!['webhookSecret']!;
	const given = { sendWebhook: true };
	const node = nodeOf('handover-notify-staff', definitionOf('handover-notify-staff'), given);
	const parse = () => parseWebhook({ id: 'a', url: 'https://example.org', secret });
	if (validate!.call(node, secret, undefined)) expect(parse).not.toThrow();
	else expect(parse).toThrow();
});

test.each([
	'postgres://me:secret@localhost:5432/handover',
	'postgresql://me@[::1]/handover?sslmode=require&schema=bots',
	'POSTGRES://me:p%40ss@db.example.org/handover?host=/var/run/postgresql',
	'postgres://me:p@ss@localhost/handover',
	'postgres://me:50%@localhost/handover',
	'postgres://me@localhost/handover?ssl=true',
	'postgres://me@localhost/',
	'postgres://me@localhost',
	'postgres://me:pa\\ss@host/db',
	'postgres://me@db.1/x',
	'postgres://me@d%62.example.org/x',
	'postgres://me@ho\\st/db',
	'postgres://localhost/handover',
	'postgres://me@/handover',
	'postgres://me@localhost:port/handover',
	'postgres:me@localhost/handover',
	'http://me@localhost/handover',
	'mysql://me@localhost/handover',
	'localhost:5432/handover',
	'',
])('the dialog takes the URL "%s" where the store does', (url) => {
	const read = () => readConnectionSettings({ url });
	if (isPostgresUrl(url)) expect(read).not.toThrow();
	else expect(read).toThrow();
});

test.each([
	[5_000, true],
	[5_001, false],
])('the domain takes a text of %i characters: %s', (length, isTaken) => {
	const text = 'x'.repeat(length);
	for (const parse of [
		() => createTask.parse({ description: text }),
		() => sendClosingMessage.parse({ message: text }),
		() => sendClosingMessage.parse({ messages: { de: text } }),
	]) {
		if (isTaken) expect(parse).not.toThrow();
		else expect(parse).toThrow();
	}
	expect(isShortEnough(text)).toBe(isTaken);
});

test('the domain takes an ID of 256 characters and an address of 2,000, as the dialogs do', () => {
	const secret = `whsec_${'A'.repeat(32)}`;
	const parseUrl = (length: number) =>
		parseWebhook({ id: 'a', url: 'https://example.org/'.padEnd(length, 'x'), secret });
	const parseLink = (length: number) => notifyStaff.parse({ conversationLink: 'x'.repeat(length) });
	const url = (length: number) => 'https://example.org/'.padEnd(length, 'x');
	const isTaken = (type: string, property: string, value: string) => {
		const node = nodeOf(type, definitionOf(type), { sendWebhook: true, [property]: value });
		return definitionOf(type).defaults[property]!.validate!.call(node, value, undefined);
	};
	for (const [parse, type, property, most] of [
		[(length: number) => parseBotId('x'.repeat(length)), 'handover-bot', 'botId', 256],
		[parseUrl, 'handover-notify-staff', 'webhookUrl', 2_000],
		[parseLink, 'handover-notify-staff', 'conversationLink', 2_000],
	] as const) {
		expect(() => parse(most)).not.toThrow();
		expect(() => parse(most + 1)).toThrow();
		expect(isTaken(type, property, url(most))).toBe(true);
		expect(isTaken(type, property, url(most + 1))).toBe(false);
	}
});

test('the availability of staff is about no conversation', () => {
	const definition = definitionOf('handover-conversation');
	const node = nodeOf('handover-conversation', definition, { operation: 'setAvailability' });
	expect(definition.defaults['conversationId']!.validate!.call(node, '', {})).toBe(true);
});

test("the editor's limits for staff are the domain's", () => {
	expect([MAX_CAPACITY, MAX_WEIGHT, MAX_STAFF]).toEqual([
		domain.MAX_CAPACITY,
		domain.MAX_WEIGHT,
		domain.MAX_STAFF,
	]);
	const { validate } = definitionOf('handover-bot').defaults['staff']!;
	const fields: Array<[string, (length: number) => string, number]> = [
		...['name', 'id', 'email'].map((field): (typeof fields)[number] => [
			field,
			(length) => 'x'.repeat(length),
			256,
		]),
		[
			'workingHours',
			(length) => `Mon-Fri 09:00-17:00${';Mon-Fri 09:00-17:00'.repeat(24)}`.padEnd(length, ';'),
			500,
		],
	];
	for (const [field, textOf, most] of fields) {
		for (const length of [most, most + 1]) {
			const staff = [{ id: 'a', name: 'A', email: '', [field]: textOf(length) }];
			const node = nodeOf('handover-bot', definitionOf('handover-bot'), { staff });
			const isTaken = length === most;
			expect([field, length, validate!.call(node, staff, undefined)]).toEqual([
				field,
				length,
				isTaken,
			]);
			if (isTaken) expect(() => domain.parseStaff(staff)).not.toThrow();
			else expect(() => domain.parseStaff(staff)).toThrow();
		}
	}
});

test.each(flowTypes)('%s has its icon, white and of a single colour', (type) => {
	const path = join(FOLDER, type, 'icons', definitionOf(type).icon!);
	expect(existsSync(path)).toBe(true);
	const colours = readFileSync(path, 'utf8').match(/(?<=(?:fill|stroke)=")[^"]+/g);
	expect(new Set(colours?.filter((colour) => colour !== 'none'))).toEqual(new Set(['#fff']));
});

test.each(TYPES)('every property of %s that is a field has its element in the dialog', (type) => {
	const html = readFileSync(join(FOLDER, type, `${type}.html`), 'utf8');
	const prefix = definitionOf(type).category === 'config' ? 'node-config-input' : 'node-input';
	const lists = ['scenarios', 'staff', 'messages', 'events', 'customScenarios'];
	const fields = Object.keys(definitionOf(type).defaults).filter((name) => !lists.includes(name));
	for (const name of fields) expect(html).toContain(`id="${prefix}-${name}"`);
});
