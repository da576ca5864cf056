import { DeliveryError } from '../../handover/jobs/delivery-error';
import type { Send } from '../../handover/jobs/send';

/** What may go wrong at one point. */
export const FAULTS = [
	'fails',
	'fails when it is done',
	'dies before',
	'dies after',
	'happens twice',
] as const;
/** The last is of a server; a database in the same process fails when it takes too long. */
export type Fault = (typeof FAULTS)[number] | 'times out';

/** The process is gone: nothing that it still tries has an effect. */
export class Killed extends Error {}

/**
 * Counts the points at which something can go wrong, statements of the store and calls to the outside,
 * and lets it go wrong at one of them.
 */
export class Faults {
	points = 0;
	/** Of the points, the first and the last of what goes out to a server together. */
	readonly edges = new Set<number>();
	isDead = false;
	/** What a killed process leaves open, its operating system closes. */
	onDeath: () => void = () => undefined;
	/** Whatever is under way begins a second time, in another process. */
	onTwice: () => void = () => undefined;
	readonly #death = Promise.withResolvers<never>();

	constructor(
		private readonly at = -1,
		private readonly fault: Fault = 'fails',
	) {
		this.#death.promise.catch(() => undefined);
	}

	/** The next point: what goes wrong there, or undefined. */
	next(isEdge = true): Fault | undefined {
		this.points += 1;
		if (isEdge) this.edges.add(this.points);
		return this.points === this.at ? this.fault : undefined;
	}

	/** Of what goes out together, the point before was the last. */
	endTogether(): void {
		this.edges.add(this.points);
	}

	statement<T>(work: () => T): T {
		this.#assertAlive();
		const fault = this.next();
		if (fault === 'dies before') throw this.die();
		if (fault === 'fails') throw busy();
		if (fault === 'happens twice') this.onTwice();
		const result = work();
		if (fault === 'dies after') throw this.die();
		if (fault === 'fails when it is done') throw busy();
		return result;
	}

	async call<T>(work: () => Promise<T>): Promise<T> {
		this.#assertAlive();
		const fault = this.next();
		if (fault === 'dies before') throw this.die();
		if (fault === 'fails' || fault === 'times out') throw timeout();
		if (fault === 'happens twice') await work();
		const result = await work();
		if (fault === 'dies after') throw this.die();
		if (fault === 'fails when it is done') throw timeout();
		return result;
	}

	die(): Killed {
		const killed = new Killed();
		this.isDead = true;
		this.onDeath();
		this.#death.reject(killed);
		return killed;
	}

	/** What the process does, until it dies. @throws {Killed} then */
	async untilDeath<T>(work: Promise<T>): Promise<T> {
		return await Promise.race([work, this.#death.promise]);
	}

	#assertAlive(): void {
		if (this.isDead) throw new Killed();
	}
}

/** As SQLite says that somebody else has the lock; 5 is `SQLITE_BUSY`. */
function busy(): Error {
	return Object.assign(new Error('on purpose'), { errcode: 5 });
}

function timeout(): Error {
	return new DeliveryError('TIMEOUT', 'on purpose');
}

export function faultySend(send: Send, faults: Faults): Send {
	return async (request) => await faults.call(() => send(request));
}
