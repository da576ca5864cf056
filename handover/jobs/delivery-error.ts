/** What kept a delivery from arriving. Public: events, jobs and `docs/nodes/trigger.md` show it. */
export type DeliveryFault =
	'UNREACHABLE' | 'TIMEOUT' | 'CHANNEL_UNKNOWN' | 'UNEXPECTED' | `HTTP_${number}`;

/** A delivery that did not arrive. Its message never quotes what was sent or answered. */
export class DeliveryError extends Error {
	override readonly name = 'DeliveryError';

	constructor(
		readonly code: DeliveryFault,
		message: string,
		readonly options: {
			/** The same call will not be taken later either. */
			permanent?: boolean;
			/** Milliseconds that the receiver asked to be left alone. */
			retryAfter?: number | null;
			cause?: unknown;
		} = {},
	) {
		super(message, { cause: options.cause });
	}
}
