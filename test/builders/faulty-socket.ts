import { Socket } from 'node:net';
import type { Fault, Faults } from './faults';

const EXECUTE = 'E'.charCodeAt(0);
const END = 'S'.charCodeAt(0);
const SYNC = message('S', '');
/** The end of an answer, but for one byte that says whether a transaction is open. */
const READY = Buffer.from('Z\0\0\0\x05');
/** Postgres says so of a statement that took too long; the rest of what was sent with it is left out. */
const CANCELLED = "DO $$ BEGIN RAISE EXCEPTION 'on purpose' USING ERRCODE = '57014'; END $$";
const TIME_OUT = Buffer.concat([
	message('P', `\0${CANCELLED}\0\0\0`),
	message('B', '\0\0\0\0\0\0\0\0'),
	message('E', '\0\0\0\0\0'),
]);

/** A connection to Postgres on which each statement is a point, whatever goes out together with it. */
export class FaultySocket extends Socket {
	readonly #faults: Faults;
	/** From its point on, nothing goes out, and what the server answers is not heard. */
	#lost: { dies: boolean; answer: Buffer } | undefined;
	/** Nothing has gone out that the server has not been asked to answer. */
	#isFirst = true;

	constructor(faults: Faults) {
		super();
		this.#faults = faults;
	}

	/** Where the process is dead already, there is no connection any more. */
	override connect(...given: never[]): this {
		if (this.#faults.isDead) {
			return this.destroy(Object.assign(new Error('The process is dead.'), { code: 'KILLED' }));
		}
		super.connect(...(given as unknown as [number, string]));
		// Node has just put its own in the place of ours.
		Reflect.deleteProperty(this, 'write');
		return this;
	}

	/** `pg` writes message by message. */
	override write(bytes: Uint8Array | string, ...given: never[]): boolean {
		if (this.#lost) return true;
		const fault = this.#faultOf(bytes[0]);
		if (fault === 'times out') super.write(TIME_OUT);
		if (fault === 'happens twice') this.#faults.onTwice();
		const isBefore = fault === 'fails' || fault === 'dies before';
		const isAfter = fault === 'fails when it is done' || fault === 'dies after';
		const isWritten = isBefore || super.write(bytes, ...given);
		if (isBefore || isAfter) this.#lose(fault.startsWith('dies'));
		return isWritten;
	}

	#faultOf(type: number | string | undefined): Fault | undefined {
		if (type === EXECUTE) {
			const fault = this.#faults.next(this.#isFirst);
			this.#isFirst = false;
			return fault;
		}
		if (type === END && !this.#isFirst) {
			this.#faults.endTogether();
			this.#isFirst = true;
		}
		return undefined;
	}

	override emit(event: string | symbol, ...given: unknown[]): boolean {
		if (event !== 'data' || !this.#lost) return super.emit(event, ...given);
		const { answer, dies } = this.#lost;
		this.#lost.answer = Buffer.concat([answer, given[0] as Buffer]).subarray(-READY.length - 1);
		if (!this.#lost.answer.subarray(0, -1).equals(READY)) return true;
		if (dies) this.#faults.die();
		else this.destroy();
		return true;
	}

	/** Once the server has done what came before. */
	#lose(dies: boolean): void {
		super.write(SYNC);
		this.#lost = { dies, answer: Buffer.alloc(0) };
	}
}

function message(type: string, content: string): Buffer {
	const length = Buffer.alloc(4);
	length.writeInt32BE(length.length + Buffer.byteLength(content));
	return Buffer.concat([Buffer.from(type), length, Buffer.from(content)]);
}
