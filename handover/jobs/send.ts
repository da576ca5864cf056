/** One outgoing HTTP call. A platform's root gives it; tests give their own. */
export interface Send {
	/**
	 * Follows no redirect.
	 * @throws {DeliveryError} `UNREACHABLE` or `TIMEOUT` when there is no answer.
	 */
	(request: OutgoingRequest): Promise<IncomingResponse>;
}

export interface OutgoingRequest {
	url: string;
	headers: Record<string, string>;
	body: string;
	/** Milliseconds for the whole of it. */
	timeout: number;
}

export interface IncomingResponse {
	status: number;
	/** The header as it came: seconds, or a date. */
	retryAfter: string | null;
}
