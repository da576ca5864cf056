import { DeliveryError } from '../handover/jobs/delivery-error';
import type { Send } from '../handover/jobs/send';

/** Posts with Node's own `fetch`. A redirect is an answer like another: who signed for one receiver must not reach the next. */
export const sendHttp: Send = async ({ url, headers, body, timeout }) => {
	try {
		const signal = AbortSignal.timeout(timeout);
		const answer = await fetch(url, { method: 'POST', headers, body, signal, redirect: 'manual' });
		await answer.body?.cancel();
		return { status: answer.status, retryAfter: answer.headers.get('retry-after') };
	} catch (cause) {
		if ((cause as Error).name === 'TimeoutError') {
			throw new DeliveryError('TIMEOUT', 'The receiver did not answer in time.', { cause });
		}
		throw new DeliveryError('UNREACHABLE', 'The receiver cannot be reached.', { cause });
	}
};
