interface RunData {
	resultData: {
		runData: Record<string, Array<{ data: { main: Array<Array<{ json: unknown }> | null> } }>>;
	};
}

/** What came out of a node that ran once, by its first output. @param data as n8n keeps an execution's */
export function itemsOf<Item>(data: string, node: string): Item[] {
	const { runData } = (unflatten(data) as RunData).resultData;
	return runData[node]![0]!.data.main[0]!.map(({ json }) => json as Item);
}

/** Reads the format of `flatted`: a list of values, in which a text within another value is a place in it. */
function unflatten(text: string): unknown {
	const values = JSON.parse(text) as unknown[];
	const read = (place: string): unknown => {
		const value = values[Number(place)];
		return typeof value === 'object' && value !== null ? within(value) : value;
	};
	const within = (value: object): unknown => {
		const inner = (one: unknown) => (typeof one === 'string' ? read(one) : one);
		if (Array.isArray(value)) return value.map(inner);
		return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, inner(one)]));
	};
	return read('0');
}
