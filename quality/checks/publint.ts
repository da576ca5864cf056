import type { PackageCheck } from '../package-check';

export const checkWithPublint: PackageCheck = async ({ folder, manifest }) => {
	const { publint } = await import('publint');
	const { formatMessage } = await import('publint/utils');
	const { messages } = await publint({ pkgDir: folder, level: 'suggestion', strict: true });
	const lines = messages.map((message) => formatMessage(message, manifest, { color: false }));
	const detail = lines.length ? lines.join('; ') : 'no message';
	return [{ check: 'publint', ok: lines.length === 0, detail }];
};
