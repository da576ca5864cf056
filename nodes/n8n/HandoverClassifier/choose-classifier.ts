import type { IDataObject, IExecuteFunctions } from 'n8n-workflow';
import type { Classifier } from '../../../handover/classifier/classifier';
import type { LanguageModel } from '../../../handover/classifier/language-model/language-model';
import {
	langChainModel,
	NOT_CONNECTED,
} from '../../../handover/classifier/language-model/langchain-model';
import { limitModel } from '../../../handover/classifier/language-model/limit-model';
import {
	modelClassifier,
	type ClassifierMode,
} from '../../../handover/classifier/language-model/model-classifier';
import { openAiModel } from '../../../handover/classifier/language-model/openai-model';
import {
	parseBand,
	parseKey,
	parseLimits,
	parseServer,
} from '../../../handover/classifier/language-model/parse-model-settings';
import { Slots } from '../../../handover/classifier/language-model/slots';
import type { Services } from '../../../handover/operations/services';
import { guardModel } from '../../model-guard';
import type { HintAtOutage } from './hint-at-outage';

export const MODEL_CREDENTIAL = 'handoverModelApi';

/** What the executions of a node share while the process lives. */
interface Shared {
	slots: Slots;
	/** By the model's name and server. */
	refused: Map<string, Set<string>>;
}
const shared = new Map<string, Shared>();

/**
 * For one item; undefined: the classifier that all turns share.
 * @throws {HandoverError} `SETTINGS_INVALID`
 */
export async function chooseClassifier(
	context: IExecuteFunctions,
	services: Services,
	itemIndex: number,
	onUnavailable: HintAtOutage,
): Promise<Classifier | undefined> {
	const source = context.getNodeParameter('languageModel', itemIndex, 'none') as string;
	const mode = context.getNodeParameter('mode', itemIndex, 'cascade') as ClassifierMode;
	if (source === 'none' || mode === 'builtIn') return undefined;
	const options = context.getNodeParameter('modelOptions', itemIndex, {}) as IDataObject;
	const { unsureFrom, unsureTo, ...limits } = options;
	const id = `n8n:${context.getWorkflow().id}/${context.getNode().id}`;
	const mine = sharedBy(id);
	const model = await (source === 'chatModel' ? attachedModel : ownModel)(context, itemIndex, mine);
	return modelClassifier({
		builtIn: services.classifier,
		model: limitModel(model, parseLimits(limits), guardModel(services, id, mine.slots)),
		mode,
		band: parseBand({ from: unsureFrom, to: unsureTo }),
		signal: context.getExecutionCancelSignal?.() ?? new AbortController().signal,
		clock: services.clock,
		onUnavailable,
	});
}

/** A sub-node that cannot be set up is as good as none: the built-in decision stands. */
async function attachedModel(
	context: IExecuteFunctions,
	itemIndex: number,
	mine: Shared,
): Promise<LanguageModel> {
	const connected: unknown = await context
		.getInputConnectionData('ai_languageModel', itemIndex)
		.catch(() => undefined);
	return langChainModel(connected, refusedBy(mine, 'attached'));
}

/** Nor is a server whose credential was deleted, or not chosen yet: contacts do not wait for it to be mended. */
async function ownModel(
	context: IExecuteFunctions,
	itemIndex: number,
	mine: Shared,
): Promise<LanguageModel> {
	const credential = await context
		.getCredentials(MODEL_CREDENTIAL, itemIndex)
		.catch(() => undefined);
	if (!credential) return NOT_CONNECTED;
	const { baseUrl, apiKey } = credential;
	const server = parseServer(baseUrl, context.getNodeParameter('modelName', itemIndex));
	const refused = refusedBy(mine, `${server.model} ${server.baseUrl}`);
	return openAiModel({ ...server, apiKey: parseKey(apiKey), fetch }, refused);
}

function sharedBy(id: string): Shared {
	const known = shared.get(id) ?? { slots: new Slots(), refused: new Map() };
	shared.set(id, known);
	return known;
}

function refusedBy({ refused }: Shared, model: string): Set<string> {
	const known = refused.get(model) ?? new Set();
	refused.set(model, known);
	return known;
}
