import { openSqliteStore } from '../../handover/stores/sqlite/open-sqlite-store';
import { message, NOON, ref } from '../contract/store-builders';
import { newConversation } from '../../handover/conversation/conversation';
import type { Store } from '../../handover/stores/store';

/** What the test can have a store do, in its own process or in this one. */
export const COMMANDS = {
	write: (store: Store, text: string) =>
		store.change(ref, { transcript: 5 }, ({ conversation = newConversation(ref, NOON) }) => ({
			result: undefined,
			writes: [
				{ type: 'conversation', conversation: { ...conversation, tags: [text] } },
				message(text),
			],
		})),
	/** The decision throws after it has seen the conversation. */
	fail: (store: Store) =>
		store
			.change(ref, { transcript: 5 }, () => {
				throw new RangeError('on purpose');
			})
			.catch(() => undefined),
	look: async (store: Store, count: string) => {
		const { conversation, transcript } = await store.snapshot(ref, { transcript: Number(count) });
		return { tags: conversation?.tags, texts: transcript.map(({ text }) => text) };
	},
	erase: (store: Store) => store.erase(ref),
} satisfies Record<string, (store: Store, argument: string) => Promise<unknown>>;
export type Command = keyof typeof COMMANDS;

async function obey(path: string): Promise<void> {
	const store = await openSqliteStore({ path });
	process.on('message', async ([command, argument]: [Command, string]) => {
		process.send!({ result: await COMMANDS[command](store, argument) });
	});
	process.on('disconnect', () => void store.close());
	process.send!('ready');
}

if (process.send && require.main === module) void obey(process.argv[2]!);
