import { ExecutionLifecycleHooks, WorkflowExecute } from 'n8n-core';
import {
	createRunExecutionData,
	Workflow,
	type IConnections,
	type INode,
	type INodeExecutionData,
	type INodeType,
	type IRun,
	type IWorkflowExecuteAdditionalData,
} from 'n8n-workflow';

interface Flow {
	nodes: INode[];
	connections: IConnections;
}

/** Runs a workflow in n8n's own engine, from the node of this name, which is given the items. */
export async function runInEngine(
	{ nodes, connections }: Flow,
	typeOf: (type: string) => INodeType,
	from: string,
	items: INodeExecutionData[],
): Promise<IRun> {
	const nodeTypes = { getByName: typeOf, getByNameAndVersion: typeOf, getKnownTypes: () => ({}) };
	const workflow = new Workflow({ id: 'test', nodes, connections, active: false, nodeTypes });
	const additionalData = {
		executionId: '1',
		hooks: new ExecutionLifecycleHooks('manual', '1', {
			id: 'test',
			name: 'test',
			nodes,
			connections,
			active: false,
			isArchived: false,
			activeVersionId: null,
			createdAt: new Date(),
			updatedAt: new Date(),
		}),
		restApiUrl: 'http://localhost/',
		instanceBaseUrl: 'http://localhost/',
		webhookBaseUrl: 'http://localhost/webhook',
		webhookWaitingBaseUrl: 'http://localhost/webhook-waiting',
		webhookTestBaseUrl: 'http://localhost/webhook-test',
		formWaitingBaseUrl: 'http://localhost/form-waiting',
		variables: {},
		currentNodeParameters: {},
		executeData: undefined,
		logAiEvent: () => undefined,
	} as unknown as IWorkflowExecuteAdditionalData;
	const execution = new WorkflowExecute(
		additionalData,
		'manual',
		createRunExecutionData({
			executionData: {
				contextData: {},
				metadata: {},
				waitingExecution: {},
				waitingExecutionSource: {},
				nodeExecutionStack: [
					{ node: workflow.getNode(from)!, data: { main: [items] }, source: null },
				],
			},
		}),
	);
	return await execution.processRunExecutionData(workflow);
}
