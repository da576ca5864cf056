/** Beyond it the sigmoid is 0 or 1 to three places. */
const EDGE = 8;
/** Places per 1; between two of them the sigmoid changes by less than 0.0005. */
const FINENESS = 512;

const places = new Float64Array(2 * EDGE * FINENESS + 1);
for (let place = 0; place < places.length; place++) {
	places[place] = 1 / (1 + Math.exp(EDGE - place / FINENESS));
}

/** 0 to 1, looked up: a reading asks for hundreds of them, and an exponential takes ten times as long. */
export function sigmoid(value: number): number {
	if (value >= EDGE) return 1;
	if (value <= -EDGE) return 0;
	return places[Math.round((value + EDGE) * FINENESS)]!;
}

/** -1 to 1, from the same table. */
export function tanh(value: number): number {
	return 2 * sigmoid(2 * value) - 1;
}
