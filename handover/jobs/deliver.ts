import { HandoverError } from '../errors';
import { eventOf } from '../operations/release';
import type { Services } from '../operations/services';
import type { Job, NewJob, Write } from '../stores/store';
import { backOff } from './back-off';
import { DeliveryError } from './delivery-error';
import type { DeliveryHandler, JobContext } from './job-handler';
import { settleJob } from './settle-job';

/**
 * Makes a leased delivery, and writes down what became of it: done and gone, to be tried again later,
 * or given up.
 */
export async function deliver(
	services: Services,
	handler: DeliveryHandler,
	leased: Job,
): Promise<void> {
	const failure = await handler.deliver(leased, services).then(() => undefined, toDeliveryError);
	await settleJob(services, leased, { staff: true }, (context) =>
		failure ? recordFailure(handler, context, failure) : recordSuccess(context),
	);
}

function recordSuccess({ job, at }: JobContext): Write[] {
	const data = { delivery: job.id, kind: job.kind, attempts: job.attempts + 1 };
	return [{ type: 'removeJob', jobId: job.id }, eventOf('delivery.done', job.handoverId, at, data)];
}

function recordFailure(
	handler: DeliveryHandler,
	context: JobContext,
	failure: DeliveryError,
): Write[] {
	const { job, at, now, services } = context;
	const { random, tries } = services.outbox;
	const attempts = job.attempts + 1;
	const dead = failure.options.permanent === true || attempts >= tries;
	const dueAt = dead
		? job.dueAt
		: now + backOff(attempts, random(), failure.options.retryAfter ?? null);
	const error = { code: failure.code, message: failure.message };
	const next: NewJob = { ...job, attempts, dead, dueAt, error };
	const data = { delivery: job.id, kind: job.kind, attempts, code: failure.code };
	const failed = eventOf('delivery.failed', job.handoverId, at, {
		...data,
		nextTryAt: dead ? null : dueAt,
	});
	if (!dead) return [{ type: 'job', job: next }, failed];
	return [
		{ type: 'job', job: next },
		failed,
		eventOf('delivery.dead', job.handoverId, at, data),
		...handler.giveUp(context),
	];
}

/** The store's own faults are none of the receiver's, and count for no try. */
function toDeliveryError(thrown: unknown): DeliveryError {
	if (thrown instanceof DeliveryError) return thrown;
	if (thrown instanceof HandoverError) throw thrown;
	return new DeliveryError('UNEXPECTED', 'Something went wrong that nobody foresaw.', {
		cause: thrown,
	});
}
