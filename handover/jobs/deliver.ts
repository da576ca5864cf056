import { HandoverError } from '../errors';
import { eventOf } from '../operations/release';
import type { Services } from '../operations/services';
import type { Job, NewJob } from '../stores/records';
import type { Write } from '../stores/store';
import { backOff } from './back-off';
import { DeliveryError } from './delivery-error';
import type { DeliveryHandler, JobContext } from './job-handler';
import { settleJob } from './settle-job';

/**
 * Makes a leased delivery, and writes down what became of it: done and gone, to be tried again later,
 * or given up. What nobody needs any more is not made.
 */
export async function deliver(
	services: Services,
	handler: DeliveryHandler,
	leased: Job,
): Promise<void> {
	const snapshot = await services.store.snapshot(leased, {});
	if (handler.isObsolete(leased, snapshot)) {
		await settleJob(services, leased, {}, recordDropped);
		return;
	}
	const failure = await handler.deliver(leased, services).then(() => undefined, toDeliveryError);
	const faults: unknown[] = [];
	await settleJob(services, leased, { staff: true }, (context) =>
		failure ? recordFailure(handler, context, failure, faults) : recordSuccess(context),
	);
	if (faults.length) throw faults[0];
}

function recordSuccess({ job, at }: JobContext): Write[] {
	const data = { delivery: job.id, kind: job.kind, attempts: job.attempts + 1 };
	return [{ type: 'removeJob', jobId: job.id }, eventOf('delivery.done', job.handoverId, at, data)];
}

function recordDropped({ job, at }: JobContext): Write[] {
	const data = { delivery: job.id, kind: job.kind, attempts: job.attempts };
	return [
		{ type: 'removeJob', jobId: job.id },
		eventOf('delivery.dropped', job.handoverId, at, data),
	];
}

function recordFailure(
	handler: DeliveryHandler,
	context: JobContext,
	failure: DeliveryError,
	faults: unknown[],
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
		...giveUp(handler, context, faults),
	];
}

/** Whatever is wrong with the alert, the delivery is given up: else it would come again for ever. */
function giveUp(handler: DeliveryHandler, context: JobContext, faults: unknown[]): Write[] {
	try {
		return handler.giveUp(context);
	} catch (error) {
		faults.push(error);
		return [];
	}
}

/** The store's own faults are none of the receiver's, and count for no try. */
function toDeliveryError(thrown: unknown): DeliveryError {
	if (thrown instanceof DeliveryError) return thrown;
	if (thrown instanceof HandoverError) throw thrown;
	return new DeliveryError('UNEXPECTED', 'Something went wrong that nobody foresaw.', {
		cause: thrown,
	});
}
