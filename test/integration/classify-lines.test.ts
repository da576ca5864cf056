import { execFile } from 'node:child_process';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');

function classify(input: string): Promise<string> {
	return new Promise((resolve, reject) => {
		const child = execFile(
			'npm',
			['run', '-s', 'classify'],
			{ cwd: ROOT, maxBuffer: 64 * 1024 * 1024 },
			(error, stdout) => (error ? reject(error) : resolve(stdout)),
		);
		child.stdin!.end(input);
	});
}

test('`npm run -s classify` answers every line in order', async () => {
	const asked = [
		{ text: 'Can I talk to a human?', role: 'user' },
		{ text: 'How long does shipping take?', role: 'user' },
		{ text: "I'm sorry, I don't have any information about that.", role: 'assistant' },
		{ text: 'Shipping takes three days.', role: 'assistant', question: 'How long is shipping?' },
		{ text: "That's not what I asked.", role: 'user', bot: 'Shipping takes three days.' },
		{
			text: 'When do you open?',
			role: 'user',
			history: [
				{ role: 'user', text: 'When do you open?' },
				{ role: 'assistant', text: 'We sell bicycles and parts.' },
			],
		},
	];
	const many = Array.from({ length: 2_000 }, (_, index) => asked[index % asked.length]!);
	const input = [...many.map((line) => JSON.stringify(line)), 'no JSON', '{"text": 1}'].join('\n');
	const answers = (await classify(input))
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Record<string, number>);
	expect(answers).toHaveLength(2_002);
	const [request, question, lack, answer, complaint, again] = answers;
	expect(request!['contact_request']).toBeGreaterThan(0.8);
	expect(question!['contact_request']).toBeLessThan(0.2);
	expect(lack).toMatchObject({ contact_request: 0, failed_attempt: 0 });
	expect(lack!['lack_of_information']).toBeGreaterThan(0.8);
	expect(answer!['lack_of_information']).toBeLessThan(0.2);
	expect(complaint!['failed_attempt']).toBeGreaterThan(0.8);
	expect(again!['failed_attempt']).toBeGreaterThan(0.5);
	many.forEach((_, index) => expect(answers[index]).toEqual(answers[index % asked.length]));
	expect(answers.slice(-2).map((one) => typeof one['error'])).toEqual(['string', 'string']);
});
