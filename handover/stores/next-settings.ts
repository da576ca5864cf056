import { HandoverError } from '../errors';
import type { BotSettings } from '../scenarios/scenario';
import type { SettingsToSave } from './store';

/**
 * What a save comes to: `last` where nothing is new, else the next version.
 * @throws {HandoverError} `SETTINGS_CONFLICT`
 */
export function nextSettings(last: BotSettings | undefined, wanted: SettingsToSave): BotSettings {
	if (last && JSON.stringify(last.scenarios) === JSON.stringify(wanted.scenarios)) return last;
	if (last && last.savedBy !== wanted.savedBy && !wanted.replace) throw conflict(last);
	const { botId, scenarios, savedBy, savedAt } = wanted;
	return { botId, version: (last?.version ?? 0) + 1, scenarios, savedBy, savedAt };
}

function conflict(last: BotSettings): HandoverError {
	return new HandoverError(
		'SETTINGS_CONFLICT',
		`Another flow (${last.savedBy}) has saved different scenarios for this bot (version ${last.version}). Give this flow a bot ID of its own, use the saved settings, or switch on "Replace Settings".`,
	);
}
