import type { Store } from '../../../handover/stores/store';
import { brokenByLine } from '../../builders/invariants';

interface Watcher {
	die: () => never;
	see: (broken: string[]) => void;
}

/**
 * Sees in which state of the conversation each of the bot's lines was committed. The last change that its
 * process lives for is committed, and nobody hears what came of it.
 */
export function watch(store: Store, livesFor: number, { die, see }: Watcher): Store {
	let calls = 0;
	return new Proxy(store, {
		get(target, name: keyof Store) {
			const method = target[name] as (...args: unknown[]) => Promise<unknown>;
			if (name !== 'change') return method.bind(target);
			const change: Store['change'] = async (ref, need, decide) => {
				if (calls >= livesFor) die();
				calls += 1;
				let broken: string[] = [];
				const result = await target.change(ref, need, (snapshot) => {
					const decision = decide(snapshot);
					broken = decision.writes.flatMap((write) =>
						write.type === 'message' && write.message.author === 'bot'
							? brokenByLine(write.message.text, snapshot.conversation)
							: [],
					);
					return decision;
				});
				see(broken);
				if (calls >= livesFor) die();
				return result;
			};
			return change;
		},
	});
}
