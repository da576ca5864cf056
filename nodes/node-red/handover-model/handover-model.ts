import type { NodeAPI, NodeDef } from 'node-red';
import type { LanguageModel } from '../../../handover/classifier/language-model/language-model';
import {
	limitModel,
	type ModelLimits,
} from '../../../handover/classifier/language-model/limit-model';
import { openAiModel } from '../../../handover/classifier/language-model/openai-model';
import {
	parseKey,
	parseLimits,
	parseServer,
	type LimitFields,
} from '../../../handover/classifier/language-model/parse-model-settings';
import { Slots } from '../../../handover/classifier/language-model/slots';
import { toHandoverError } from '../../../handover/errors';
import { guardModel } from '../../model-guard';
import type { ModelNode } from '../config-nodes';
import { showError } from '../report-error';

interface ModelDef extends NodeDef, LimitFields {
	baseUrl: string;
	model: string;
}

export default (RED: NodeAPI) => {
	function HandoverModel(this: ModelNode, def: ModelDef) {
		RED.nodes.createNode(this, def);
		const slots = new Slots();
		const closing = new AbortController();
		this.closing = closing.signal;
		this.on('close', () => closing.abort());
		try {
			const { model, limits } = readSettings(def, this.credentials?.apiKey ?? '');
			this.within = (services) =>
				limitModel(model, limits, guardModel(services, `node-red:${def.id}`, slots));
		} catch (thrown) {
			const error = toHandoverError(thrown);
			showError(this, error.code);
			this.error(`${error.code}: ${error.message}`);
			this.within = () => {
				throw error;
			};
		}
	}
	RED.nodes.registerType<ModelNode, ModelDef, unknown, { apiKey?: string }>(
		'handover-model',
		HandoverModel,
		{
			credentials: { apiKey: { type: 'password' } },
		},
	);
};

function readSettings(
	def: ModelDef,
	apiKey: string,
): { model: LanguageModel; limits: ModelLimits } {
	const { timeOut, concurrency, dailyBudget } = def;
	const server = parseServer(def.baseUrl, def.model);
	return {
		model: openAiModel({ ...server, apiKey: parseKey(apiKey), fetch }),
		limits: parseLimits({ timeOut, concurrency, dailyBudget }),
	};
}
