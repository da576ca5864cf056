import { DeliveryError } from '../../handover/jobs/delivery-error';
import type { IncomingResponse, OutgoingRequest } from '../../handover/jobs/send';
import { notifyStaff } from '../../handover/operations/notify-staff';
import { actionStage } from './action-stage';

export const SECRET = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
export const WEBHOOK = { id: 'test/1', url: 'https://desk.example/hook', secret: SECRET };

type Answer = number | 'TIMEOUT' | 'UNREACHABLE' | IncomingResponse;

/** A handover that is assigned, with a webhook whose receiver answers as the test says. */
export function outboxStage() {
	const stage = actionStage();
	const receiver = {
		/** One for each call; the last one for all that follow. */
		answers: [200] as Answer[],
		calls: [] as OutgoingRequest[],
	};
	beforeEach(() => {
		receiver.answers = [200];
		receiver.calls = [];
		stage.services.outbox.send = async (request) => {
			receiver.calls.push(request);
			const { answers } = receiver;
			const answer = answers.length > 1 ? answers.shift()! : answers[0]!;
			if (typeof answer === 'string') throw new DeliveryError(answer, 'on purpose');
			return typeof answer === 'number' ? { status: answer, retryAfter: null } : answer;
		};
	});
	return Object.assign(stage, {
		receiver,
		async notify(given: { webhook?: unknown; fields?: object } = {}) {
			const input = { ...stage.ref, carried: stage.carried };
			const fields = { onTaskAssigned: false, ...given.fields };
			const webhook = 'webhook' in given ? given.webhook : WEBHOOK;
			return await notifyStaff(stage.services, { ...input, fields }, webhook);
		},
		async deliveries() {
			const { jobs, events } = await stage.file();
			return {
				jobs: jobs.filter(({ kind }) => kind === 'webhook'),
				events: events.filter(({ type }) => type.startsWith('delivery.')),
			};
		},
	});
}
