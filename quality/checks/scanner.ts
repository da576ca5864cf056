import type { Finding, PackageCheck } from '../package-check';
import { EXPLAINED } from './scanner-findings';

type AnalyzePackage = (
	folder: string,
	patterns: string[],
) => Promise<{ passed: boolean; details?: string; message?: string }>;

interface ScannerFinding {
	file: string;
	rule: string;
	text: string;
}

/**
 * n8n's scan of published packages, on the files that it looks at in a tarball. It lints for n8n Cloud
 * and takes no exceptions, so some findings stay; each is explained in the list, and no other may come.
 */
export const checkWithScanner: PackageCheck = async ({ folder }) => {
	// Its package has no entry point, and n8n exports no types for it.
	const path = require.resolve('@n8n/scan-community-package/scanner/scanner.mjs');
	const { analyzePackage } = (await import(path)) as { analyzePackage: AnalyzePackage };
	const result = await analyzePackage(folder, ['**/*.js', 'package.json']);
	if (!result.passed && !result.details) throw new Error(result.message);
	return judge(readFindings(result.details ?? '', folder));
};

/** Reads ESLint's `stylish` output: a path, then its findings, one a line, the rule at the end. */
export function readFindings(details: string, folder: string): ScannerFinding[] {
	const findings: ScannerFinding[] = [];
	let file = '';
	for (const line of details.split('\n')) {
		if (line.startsWith(folder)) file = line.slice(folder.length + 1).trim();
		const [, text, rule] = /^\s+\d+:\d+\s+(?:error|warning)\s+(.*?)\s\s+(\S+)$/.exec(line) ?? [];
		if (text && rule) findings.push({ file, rule, text });
	}
	return findings;
}

function judge(findings: ScannerFinding[]): Finding[] {
	const isExplained = ({ file, rule }: ScannerFinding) =>
		EXPLAINED.some((one) => one.rule === rule && one.files.test(file));
	const fresh = findings.filter((finding) => !isExplained(finding));
	const gone = EXPLAINED.filter(
		({ rule, files }) => !findings.some((one) => one.rule === rule && files.test(one.file)),
	);
	const lines = [
		...fresh.map(({ file, rule, text }) => `new: ${file}: ${rule}: ${text}`),
		...gone.map(({ rule, files }) => `gone, remove it from the list: ${rule} in ${files.source}`),
	];
	const detail = lines.length ? lines.join('\n') : `${findings.length} explained, none else`;
	return [{ check: 'n8n scanner', ok: lines.length === 0, detail }];
}
