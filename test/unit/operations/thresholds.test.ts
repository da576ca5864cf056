import { builtInClassifier } from '../../../handover/classifier/built-in-classifier';
import { beforeReply } from '../../../handover/operations/before-reply';
import { classifyTurn } from '../../../handover/operations/classify-turn';
import { saveScenarios } from '../../../handover/operations/configure';
import { countAttempt } from '../../../handover/operations/count-attempt';
import { receiveMessage } from '../../../handover/operations/receive-message';
import { DEFAULT_SCENARIOS } from '../../../handover/scenarios/default-scenarios';
import { DEFAULT_THRESHOLD, type BuiltInScenarioName } from '../../../handover/scenarios/scenario';
import { trainedModel } from '../../../nodes/trained-model';
import { openTestServices, type TestServices } from '../../builders/services';

const classifier = builtInClassifier(trainedModel());
let services: TestServices;
beforeEach(async () => {
	services = await openTestServices({ classifier });
});
afterEach(async () => await services.close());

interface Asked {
	/** What the contact wrote; the bot has answered all but the last. */
	said: string[];
	draft?: string;
}

const HUMAN: Asked = { said: ['Can I talk to a human?'] };
const MARS: Asked = {
	said: ['Do you ship to Mars?'],
	draft: "I'm sorry, I don't have any information about that.",
};
const NO_HELP: Asked = { said: ['How long does shipping take?', "That didn't help"] };
/** None of the three. */
const PLAIN: Asked = { said: ['How long does shipping take?'], draft: 'Three to five days.' };
const NEXT: Asked = { said: ['How long does shipping take?', 'What is your return policy?'] };

/** The last message of a conversation of its own, judged and counted with that threshold. */
async function judge(name: BuiltInScenarioName, threshold: number, { said, draft }: Asked) {
	const scenarios = DEFAULT_SCENARIOS.map((one) =>
		one.name === name ? { ...one, threshold } : one,
	);
	await saveScenarios(services, { scenarios, savedBy: 'test' });
	const ref = { botId: 'default', conversationId: `threshold-${threshold}` };
	const receive = async (text: string) =>
		(await receiveMessage(services, { ...ref, text })).handover;
	for (const text of said.slice(0, -1)) {
		await beforeReply(services, { ...ref, carried: await receive(text), text: 'Three days.' });
	}
	const carried = await receive(said.at(-1)!);
	const input = draft === undefined ? 'contactMessage' : 'both';
	const { output, handover } = await classifyTurn(services, {
		...ref,
		carried,
		judge: input,
		draft,
	});
	const counted = await countAttempt(services, { ...ref, carried: handover });
	const { trigger, classification } = handover;
	const { failedAttempts } = counted.handover;
	return { output, trigger, probability: classification!.probability, failedAttempts };
}

const BUILT_IN = [
	['contactRequest', 'contactRequest', HUMAN, { trigger: { scenario: 'contactRequest' } }],
	['lackOfInformation', 'lackOfInformation', MARS, { trigger: { scenario: 'lackOfInformation' } }],
	['failedToResolveIssue', 'failedAttempt', NO_HELP, { failedAttempts: 1 }],
] as const;
const IS_THE_BOTS = { output: 'continue', trigger: null, failedAttempts: 0 };

test.each(BUILT_IN)(
	'%s is taken from its threshold on, and the same message is left to the bot by a higher one',
	async (name, output, asked, outcome) => {
		const { probability } = await judge(name, 0, asked);
		expect(probability).toBeLessThan(1);
		expect(await judge(name, probability, asked)).toMatchObject({ output, ...outcome });
		expect(await judge(name, (probability + 1) / 2, asked)).toMatchObject(IS_THE_BOTS);
	},
);

test.each([
	[...BUILT_IN[0], PLAIN],
	[...BUILT_IN[1], PLAIN],
	[...BUILT_IN[2], NEXT],
] as const)(
	'%s is also taken at less than one half, where its threshold is lower',
	async (name, output, _, outcome, asked) => {
		const { probability } = await judge(name, 0, asked);
		expect(probability).toBeLessThan(DEFAULT_THRESHOLD);
		expect(await judge(name, probability, asked)).toMatchObject({ output, ...outcome });
		expect(await judge(name, DEFAULT_THRESHOLD, asked)).toMatchObject(IS_THE_BOTS);
	},
);
