import type {
	Icon,
	ICredentialTestRequest,
	ICredentialType,
	IHttpRequestOptions,
	ICredentialDataDecryptedObject,
	INodeProperties,
} from 'n8n-workflow';

/** Any server that speaks OpenAI's Chat Completions. The model is chosen in the node. */
export class HandoverModelApi implements ICredentialType {
	name = 'handoverModelApi';

	displayName = 'Handover Model API';

	icon: Icon = {
		light: 'file:handover-model.svg',
		dark: 'file:handover-model.dark.svg',
	};

	documentationUrl =
		'https://github.com/human-handover/n8n-nodes-human-handover/blob/main/docs/guide/language-model.md';

	properties: INodeProperties[] = [
		{
			displayName: 'Base URL',
			name: 'baseUrl',
			type: 'string',
			default: 'https://api.openai.com/v1',
			required: true,
			description: "Of any server that speaks OpenAI's Chat Completions, up to and with /v1",
		},
		{
			displayName: 'API Key',
			name: 'apiKey',
			type: 'string',
			typeOptions: { password: true },
			default: '',
			description: 'Empty, where the server wants none',
		},
	];

	async authenticate(
		{ apiKey }: ICredentialDataDecryptedObject,
		request: IHttpRequestOptions,
	): Promise<IHttpRequestOptions> {
		// As the node does.
		const key = typeof apiKey === 'string' ? apiKey.trim() : '';
		if (!key) return request;
		return { ...request, headers: { ...request.headers, Authorization: `Bearer ${key}` } };
	}

	test: ICredentialTestRequest = {
		request: { baseURL: '={{ $credentials.baseUrl }}', url: '/models' },
	};
}
