import { messageList, readMessages } from '../editor/message-list';
import {
	amountInput,
	choice,
	labelled,
	more,
	textInput,
	unitChoice,
	valueOf,
	type Translate,
} from './form-parts';
import type { Scenario } from './scenario';
import type { StaffMember } from './staff';

/**
 * What the scenario says of each action. "As in the node" leaves a field out of the scenario, and so
 * the decision to the action node.
 */
export function actionRows(
	body: JQuery,
	scenario: Scenario,
	staff: () => StaffMember[],
	translate: Translate,
): JQuery {
	const part = $('<div>').appendTo(body);
	const row = (action: string, options: string[], chosen: string) => {
		const texts = options.map((one): [string, string] => [
			one,
			translate(`choice.${action}.${one}`),
		]);
		const select = choice(texts, chosen).addClass(`handover-${action}`);
		labelled(part, translate(`action.${action}`), select);
		return select;
	};
	assignRow(part, row, scenario, { staff, translate });
	taskRow(part, row, scenario, translate);
	messageRow(part, row, scenario, translate);
	pauseRow(part, row, scenario, translate);
	tagsRow(part, row, scenario, translate);
	row('notify', ['node', 'skip'], scenario.skipNotify ? 'skip' : 'node');
	return part;
}

type Row = (action: string, options: string[], chosen: string) => JQuery;

function assignRow(
	part: JQuery,
	row: Row,
	scenario: Scenario,
	{ staff, translate }: { staff: () => StaffMember[]; translate: Translate },
): void {
	const { skipAssignToUser, assignToUserId } = scenario;
	const mode = skipAssignToUser ? 'skip' : assignToUserId ? 'staff' : 'node';
	const select = row('assign', ['node', 'staff', 'skip'], mode);
	const member = $('<select>', { class: 'handover-assignee' });
	const offer = () => {
		const chosen = valueOf(member) || assignToUserId || '';
		const known = staff().map((one): [string, string] => [one.id || one.name, one.name]);
		const isKnown = known.some(([id]) => id === chosen);
		const options = !chosen || isKnown ? known : [[chosen, chosen] as [string, string], ...known];
		member.empty().append(choice(options, chosen).children());
		member.val(chosen || (options[0]?.[0] ?? ''));
	};
	offer();
	member.on('mousedown focus', offer);
	showWhen(select, ['staff'], more(part, member));
	const within = amountInput(translate('placeholder.accept'), scenario.acceptWithin);
	const unit = unitChoice(scenario.acceptUnit ?? 'minutes', translate);
	const label = translate('action.accept');
	within.addClass('handover-accept').attr('aria-label', label);
	showWhen(
		select,
		['node', 'staff'],
		labelled(part, label, within, unit.addClass('handover-accept-unit')),
	);
}

function taskRow(part: JQuery, row: Row, scenario: Scenario, translate: Translate): void {
	const own = scenario.taskDescription ?? scenario.taskDueIn;
	const mode = scenario.createTask === false ? 'skip' : own === undefined ? 'node' : 'own';
	const select = row('task', ['node', 'own', 'skip'], mode);
	const description = textInput(translate('placeholder.task'), scenario.taskDescription ?? '');
	const due = amountInput(translate('placeholder.due'), scenario.taskDueIn).addClass(
		'handover-due',
	);
	const unit = unitChoice(scenario.taskDueUnit, translate).addClass('handover-due-unit');
	showWhen(
		select,
		['own'],
		more(part, description.addClass('handover-task-text')),
		more(part, due, unit),
	);
}

function messageRow(part: JQuery, row: Row, scenario: Scenario, translate: Translate): void {
	const own = scenario.finalMessage ?? scenario.finalMessages;
	const mode = scenario.skipFinalMessage ? 'skip' : own === undefined ? 'node' : 'own';
	const select = row('message', ['node', 'own', 'skip'], mode);
	const text = textInput(translate('placeholder.message'), scenario.finalMessage ?? '');
	const shown = more(part, text.addClass('handover-final'));
	const box = $('<div>', { class: 'handover-list' }).appendTo(part);
	const list = $('<ol>', { class: 'handover-finals' }).appendTo(box);
	const messages = Object.entries(scenario.finalMessages ?? {});
	messageList(
		list,
		messages.map(([language, message]) => ({ language, text: message })),
		{
			language: translate('label.language'),
			text: translate('label.text'),
			add: translate('label.addLanguage'),
			remove: translate('label.removeLanguage'),
		},
	);
	showWhen(select, ['own'], shown, box);
}

function pauseRow(part: JQuery, row: Row, scenario: Scenario, translate: Translate): void {
	const select = row('pause', ['node', 'time', 'resumed', 'skip'], pauseMode(scenario));
	const time = amountInput(translate('placeholder.pause'), scenario.sleepTime);
	const unit = unitChoice(scenario.sleepTimeUnit, translate).addClass('handover-sleep-unit');
	showWhen(select, ['time'], more(part, time.addClass('handover-sleep'), unit));
}

function pauseMode({ skipPause, reactivateEnabled, sleepTime }: Scenario): string {
	if (skipPause) return 'skip';
	if (reactivateEnabled === false) return 'resumed';
	return sleepTime === undefined ? 'node' : 'time';
}

function tagsRow(part: JQuery, row: Row, scenario: Scenario, translate: Translate): void {
	const mode = scenario.skipTags ? 'skip' : scenario.tags ? 'own' : 'node';
	const select = row('tags', ['node', 'own', 'skip'], mode);
	const tags = textInput(translate('placeholder.tags'), (scenario.tags ?? []).join(', '));
	showWhen(select, ['own'], more(part, tags.addClass('handover-tags-text')));
}

function showWhen(select: JQuery, modes: string[], ...rows: JQuery[]): void {
	const show = () => rows.forEach((row) => row.toggle(modes.includes(valueOf(select))));
	select.on('change', show);
	show();
}

/** What was chosen, in HighLevel's names; what is left to the node is left out. */
export function readActions(part: JQuery): Partial<Scenario> {
	const chosen = (action: string) => valueOf(part.find(`.handover-${action}`));
	const text = (name: string) => valueOf(part.find(`.handover-${name}`));
	return {
		...readAssign(chosen('assign'), text),
		...readTask(chosen('task'), text),
		...readMessage(chosen('message'), text('final'), part),
		...readPause(chosen('pause'), text),
		...readTags(chosen('tags'), text('tags-text')),
		...(chosen('notify') === 'skip' && { skipNotify: true }),
	};
}

function readAssign(mode: string, text: (name: string) => string): Partial<Scenario> {
	if (mode === 'skip') return { skipAssignToUser: true };
	const within = text('accept');
	return {
		...(mode === 'staff' && text('assignee') && { assignToUserId: text('assignee') }),
		...(within && { acceptWithin: Number(within), acceptUnit: text('accept-unit') as 'minutes' }),
	};
}

function readTask(mode: string, text: (name: string) => string): Partial<Scenario> {
	if (mode === 'skip') return { createTask: false };
	if (mode !== 'own') return {};
	const due = text('due');
	return {
		createTask: true,
		...(text('task-text') && { taskDescription: text('task-text') }),
		...(due && { taskDueIn: Number(due), taskDueUnit: text('due-unit') as 'hours' }),
	};
}

function readMessage(mode: string, message: string, part: JQuery): Partial<Scenario> {
	if (mode === 'skip') return { skipFinalMessage: true };
	if (mode !== 'own') return {};
	const messages = readMessages(part.find('.handover-finals')).filter(({ language }) => language);
	return {
		...(message && { finalMessage: message }),
		...(messages.length && {
			finalMessages: Object.fromEntries(messages.map(({ language, text }) => [language, text])),
		}),
	};
}

function readPause(mode: string, text: (name: string) => string): Partial<Scenario> {
	if (mode === 'skip') return { skipPause: true };
	if (mode === 'resumed') return { reactivateEnabled: false };
	const time = text('sleep');
	if (mode !== 'time' || !time) return {};
	return { sleepTime: Number(time), sleepTimeUnit: text('sleep-unit') as 'hours' };
}

function readTags(mode: string, tags: string): Partial<Scenario> {
	if (mode === 'skip') return { skipTags: true };
	if (mode !== 'own') return {};
	return {
		tags: tags
			.split(',')
			.map((tag) => tag.trim())
			.filter(Boolean),
	};
}
