/** What one line of a text file stands for: literal text, and places with a choice. */
export type Part = string | Template[];
export type Template = Part[];

export interface Group {
	/** `yes`, `no`, `succeeded`; empty in a file without headings. */
	label: string;
	name: string;
	lines: Array<{ source: string; template: Template }>;
}

/**
 * Reads a file of examples: lines, `= label: group` headings, `= slot name` lists (`= lines:` ends one in a file without labels), `(a|b|)` for one
 * of several, `{name}` for one alternative of a slot. The format is described in training/README.md.
 * @throws {Error} with the file and the line that is wrong.
 */
export function parseGrammar(text: string, file: string): Group[] {
	const slots = new Map<string, Template[]>();
	const groups: Group[] = [];
	let slot: Template[] | null = null;
	let group: Group | null = null;
	text.split('\n').forEach((raw, index) => {
		const line = raw.trim();
		if (!line || line.startsWith('#')) return;
		const heading = /^=\s*(?:slot\s+(\w+)|(\w+)\s*:\s*(.*))$/u.exec(line);
		if (heading?.[1]) {
			slots.set(heading[1], (slot = []));
			group = null;
			return;
		}
		if (heading) {
			groups.push((group = { label: heading[2]!, name: heading[3]!, lines: [] }));
			slot = null;
			return;
		}
		try {
			const template = parseLine(line, slots);
			if (slot) return void slot.push(template);
			if (!group) groups.push((group = { label: '', name: '', lines: [] }));
			group.lines.push({ source: line, template });
		} catch (error) {
			throw new Error(`${file}:${index + 1}: ${(error as Error).message}`, { cause: error });
		}
	});
	return groups;
}

function parseLine(line: string, slots: ReadonlyMap<string, Template[]>): Template {
	if (line.startsWith('=')) throw new Error('not a heading: = slot <name>, = <label>: <group>');
	const reading = { line, at: 0, slots };
	const template = parseSequence(reading);
	if (reading.at < line.length) throw new Error(`stray ${line[reading.at]}`);
	return template;
}

interface Reading {
	line: string;
	at: number;
	slots: ReadonlyMap<string, Template[]>;
}

/** Up to the end of the line, or of the alternative that it is in. */
function parseSequence(reading: Reading): Template {
	const template: Template = [];
	const { line } = reading;
	while (reading.at < line.length && !'|)}'.includes(line[reading.at]!)) {
		if (line[reading.at] === '(') template.push(parseChoice(reading));
		else if (line[reading.at] === '{') template.push(parseSlot(reading));
		else {
			const [literal] = /^[^(){}|]+/u.exec(line.slice(reading.at))!;
			template.push(literal);
			reading.at += literal.length;
		}
	}
	return template;
}

function parseChoice(reading: Reading): Template[] {
	const alternatives: Template[] = [];
	do {
		reading.at++;
		alternatives.push(parseSequence(reading));
	} while (reading.line[reading.at] === '|');
	if (reading.line[reading.at] !== ')') throw new Error('a parenthesis is not closed');
	reading.at++;
	return alternatives;
}

function parseSlot(reading: Reading): Template[] {
	const [whole, name] = /^\{(\w+)\}/u.exec(reading.line.slice(reading.at)) ?? [];
	const slot = reading.slots.get(name ?? '');
	if (!whole || !slot) throw new Error(`no slot {${name ?? ''}} before this line`);
	reading.at += whole.length;
	return slot;
}
