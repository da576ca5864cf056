import { randomUUID } from 'node:crypto';
import type { Owner } from './platform';
import { StartError } from './start-error';

/** A workflow as `flows/n8n/` holds it. */
export interface WorkflowFile {
	id?: string;
	name: string;
	nodes: unknown[];
	connections: object;
	settings?: object;
}

export interface Workflow extends Pick<WorkflowFile, 'nodes' | 'connections'> {
	id: string;
	versionId: string;
	/** Null while no version is published. */
	activeVersionId: string | null;
}

/** What the editor itself calls: a published workflow without a second n8n process. */
export class N8nRest {
	private cookie = '';
	/** n8n ties a login to the browser that it came from. */
	private readonly browserId = randomUUID();

	constructor(private readonly url: string) {}

	async logIn(owner: Owner): Promise<void> {
		const response = await this.send('POST', '/rest/login', {
			emailOrLdapLoginId: owner.email,
			password: owner.password,
		});
		if (!response.ok) throw await refused('the login', response);
		const cookies = response.headers.getSetCookie();
		this.cookie = cookies.map((cookie) => cookie.split(';')[0]).join('; ');
		await response.body?.cancel();
	}

	/** Undefined when there is none with this id. */
	async findWorkflow(id: string): Promise<Workflow | undefined> {
		const response = await this.send('GET', `/rest/workflows/${encodeURIComponent(id)}`);
		// n8n says 403 where there is no such workflow.
		if (response.status === 404 || response.status === 403) return undefined;
		return await this.workflowOf('reading a workflow', response);
	}

	async createWorkflow(file: WorkflowFile): Promise<Workflow> {
		const response = await this.send('POST', '/rest/workflows', { ...file, active: false });
		return await this.workflowOf('a new workflow', response);
	}

	/** Returns its id, by which a node names it. */
	async createCredential(type: string, name: string, data: object): Promise<string> {
		const response = await this.send('POST', '/rest/credentials', { type, name, data });
		if (!response.ok) throw await refused('a new credential', response);
		return ((await response.json()) as { data: { id: string } }).data.id;
	}

	/** Makes this version answer; the webhooks follow a moment after. */
	async publish({ id, versionId }: Workflow): Promise<void> {
		const path = `/rest/workflows/${encodeURIComponent(id)}/activate`;
		await this.workflowOf('publishing', await this.send('POST', path, { versionId }));
	}

	private async workflowOf(what: string, response: Response): Promise<Workflow> {
		if (!response.ok) throw await refused(what, response);
		return ((await response.json()) as { data: Workflow }).data;
	}

	private send(method: string, path: string, body?: object): Promise<Response> {
		return fetch(`${this.url}${path}`, {
			method,
			headers: {
				'content-type': 'application/json',
				'browser-id': this.browserId,
				...(this.cookie ? { cookie: this.cookie } : {}),
			},
			...(body ? { body: JSON.stringify(body) } : {}),
			signal: AbortSignal.timeout(30_000),
		});
	}
}

async function refused(what: string, response: Response): Promise<StartError> {
	const text = (await response.text()).slice(0, 500);
	return new StartError(`n8n refused ${what}: ${response.status} ${text}`);
}
