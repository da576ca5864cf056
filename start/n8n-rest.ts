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

export interface Execution {
	id: string;
	workflowId: string;
	/** Such as `running`, `success` or `canceled`. */
	status: string;
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
		return await dataOf('reading a workflow', response);
	}

	async createWorkflow(file: WorkflowFile): Promise<Workflow> {
		const response = await this.send('POST', '/rest/workflows', { ...file, active: false });
		return await dataOf('a new workflow', response);
	}

	/** Returns its id, by which a node names it. */
	async createCredential(type: string, name: string, data: object): Promise<string> {
		const response = await this.send('POST', '/rest/credentials', { type, name, data });
		return (await dataOf<{ id: string }>('a new credential', response)).id;
	}

	/** Makes this version answer; the webhooks follow a moment after. */
	async publish({ id, versionId }: Workflow): Promise<void> {
		const path = `/rest/workflows/${encodeURIComponent(id)}/activate`;
		await dataOf('publishing', await this.send('POST', path, { versionId }));
	}

	/** As by *Execute workflow*, from this trigger; returns the execution's id before it has ended. */
	async execute({ id }: Workflow, trigger: string): Promise<string> {
		const path = `/rest/workflows/${encodeURIComponent(id)}/run`;
		const response = await this.send('POST', path, { triggerToStartFrom: { name: trigger } });
		return (await dataOf<{ executionId: string }>('an execution', response)).executionId;
	}

	/** The latest ones, those that run before all others. */
	async findExecutions({ id }: Workflow): Promise<Execution[]> {
		const filter = encodeURIComponent(JSON.stringify({ workflowId: id }));
		const response = await this.send('GET', `/rest/executions?filter=${filter}`);
		return (await dataOf<{ results: Execution[] }>('reading executions', response)).results;
	}

	/** @returns its data as n8n keeps them, which is `flatted`'s format. */
	async readExecution(id: string): Promise<Execution & { data: string }> {
		const response = await this.send('GET', `/rest/executions/${encodeURIComponent(id)}`);
		return await dataOf('reading an execution', response);
	}

	async stopExecution({ id }: Execution): Promise<void> {
		const path = `/rest/executions/${encodeURIComponent(id)}/stop`;
		await dataOf('stopping an execution', await this.send('POST', path));
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

async function dataOf<Data>(what: string, response: Response): Promise<Data> {
	if (!response.ok) throw await refused(what, response);
	return ((await response.json()) as { data: Data }).data;
}

async function refused(what: string, response: Response): Promise<StartError> {
	const text = (await response.text()).slice(0, 500);
	return new StartError(`n8n refused ${what}: ${response.status} ${text}`);
}
