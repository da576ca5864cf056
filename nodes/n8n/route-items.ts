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

/** An item that has to wait for something, which may be another item. */
export interface LateItem {
	/** As it is before the wait. */
	handover: object;
	finish: () => Promise<RoutedItem>;
}

/**
 * Runs one operation for each item, in order, and puts the item on the output that it names: untouched
 * but for `handover`. The seven nodes on a message's way are this loop with an operation in it.
 */
export async function routeItems(
	context: IExecuteFunctions,
	outputs: Outputs,
	run: (services: Services, itemIndex: number) => Promise<RoutedItem | LateItem>,
): Promise<INodeExecutionData[][]> {
	const isTool = isRunByAgent(context);
	const routed: INodeExecutionData[][] = Array.from(
		{ length: isTool ? 1 : outputs.count },
		() => [],
	);
	const opening = openServices(context);
	opening.catch(() => undefined);
	const items = [...context.getInputData().entries()];
	const put = (itemIndex: number, output: number, data: object) => {
		const { binary } = context.getInputData()[itemIndex]!;
		routed[isTool ? 0 : output]!.push({
			json: data as IDataObject,
			...(binary && { binary }),
			pairedItem: { item: itemIndex },
		});
	};
	const outcomes: Outcome[] = [];
	const fail = async (itemIndex: number, error: unknown) => {
		if (!context.continueOnFail()) {
			// The execution ends here, and with it every other item.
			await leaveAll(context, opening, outcomes);
			throw toNodeError(context.getNode(), error, itemIndex);
		}
		await leaveTurn(context, opening, itemIndex);
		// n8n recognises an item for its error output by having nothing but `error`, and gives it the
		// input's fields back. Set as the item's own `error`, it would lose all but the message.
		const alone = isTool || context.getNode().onError === 'continueErrorOutput';
		const { json } = context.getInputData()[itemIndex]!;
		put(itemIndex, outputs.onError, { ...(!alone && json), error: toErrorData(error) });
	};
	for (const [itemIndex] of items) {
		outcomes.push(await settle(async () => await run(await opening, itemIndex)));
		const last = outcomes.at(-1)!;
		if ('error' in last && !context.continueOnFail()) await fail(itemIndex, last.error);
	}
	const finished = await Promise.all(
		outcomes.map(async (one) => ('late' in one ? await settle(one.late.finish) : one)),
	);
	outcomes.splice(0, outcomes.length, ...finished);
	for (const [itemIndex, { json }] of items) {
		const outcome = outcomes[itemIndex]!;
		if ('error' in outcome) await fail(itemIndex, outcome.error);
		else if ('item' in outcome) {
			const { output, handover } = outcome.item;
			put(itemIndex, output, isTool ? { handover } : { ...json, handover });
		}
	}
	return routed;
}

type Outcome = { item: RoutedItem } | { late: LateItem } | { error: unknown };

async function settle(work: () => Promise<RoutedItem | LateItem>): Promise<Outcome> {
	try {
		const item = await work();
		return 'finish' in item ? { late: item } : { item };
	} catch (error) {
		return { error };
	}
}

/** What fails here may be sent again, and is then not taken for a duplicate. */
async function leaveTurn(
	context: IExecuteFunctions,
	opening: Promise<Services>,
	itemIndex: number,
): Promise<void> {
	const services = await opening.catch(() => undefined);
	services?.leftTurns.leave(services, carriedHandover(context, itemIndex));
}

async function leaveAll(
	context: IExecuteFunctions,
	opening: Promise<Services>,
	outcomes: Outcome[],
): Promise<void> {
	const services = await opening.catch(() => undefined);
	for (const itemIndex of context.getInputData().keys()) {
		const one = outcomes[itemIndex];
		if (one && 'late' in one) services?.leftTurns.leave(services, one.late.handover);
		else if (one && 'item' in one) services?.leftTurns.leave(services, one.item.handover);
		else await leaveTurn(context, opening, itemIndex);
	}
}
