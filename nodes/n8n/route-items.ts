import type { IDataObject, IExecuteFunctions, INodeExecutionData } from 'n8n-workflow';
import type { Services } from '../../handover/operations/services';
import { carriedHandover } from './carried-handover';
import { isRunByAgent } from './is-run-by-agent';
import { toErrorData, toNodeError } from './node-error';
import { openServices } from './open-services';

export interface Outputs {
	count: number;
	/**
	 * Where an item with an error goes on when the node is set to continue: an output on which nobody is
	 * called and nothing is sent by itself. With an error output, n8n takes it from there.
	 */
	onError: number;
}

export interface RoutedItem {
	output: number;
	handover: object;
}

/**
 * Runs one operation for each item, in order, and puts the item on the output that it names: untouched
 * but for `handover`. The seven nodes on a message's way are this loop with an operation in it.
 */
export async function routeItems(
	context: IExecuteFunctions,
	outputs: Outputs,
	run: (services: Services, itemIndex: number) => Promise<RoutedItem>,
): Promise<INodeExecutionData[][]> {
	const isTool = isRunByAgent(context);
	const routed: INodeExecutionData[][] = Array.from(
		{ length: isTool ? 1 : outputs.count },
		() => [],
	);
	const opening = openServices(context);
	opening.catch(() => undefined);
	for (const [itemIndex, { json, binary }] of context.getInputData().entries()) {
		const put = (output: number, data: object) =>
			routed[isTool ? 0 : output]!.push({
				json: data as IDataObject,
				...(binary && { binary }),
				pairedItem: { item: itemIndex },
			});
		try {
			const { output, handover } = await run(await opening, itemIndex);
			put(output, isTool ? { handover } : { ...json, handover });
		} catch (error) {
			await leaveTurn(context, opening, itemIndex);
			if (!context.continueOnFail()) throw toNodeError(context.getNode(), error, itemIndex);
			// n8n recognises an item for its error output by having nothing but `error`, and gives it the
			// input's fields back. Set as the item's own `error`, it would lose all but the message.
			const alone = isTool || context.getNode().onError === 'continueErrorOutput';
			put(outputs.onError, { ...(!alone && json), error: toErrorData(error) });
		}
	}
	return routed;
}

/** What fails here may be sent again, and is then not taken for a duplicate. */
async function leaveTurn(
	context: IExecuteFunctions,
	opening: Promise<Services>,
	itemIndex: number,
): Promise<void> {
	const services = await opening.catch(() => undefined);
	services?.leftTurns.leave(carriedHandover(context, itemIndex));
}
