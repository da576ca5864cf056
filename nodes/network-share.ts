import { readFileSync, realpathSync } from 'node:fs';

/** What Linux calls them, `fuse.` before those that run outside of the kernel; see `man 5 proc`. */
const SHARES = new Set(
	[
		['nfs', 'nfs4', 'cifs', 'smb3', 'smbfs', 'afs', 'ncpfs', 'coda'],
		['ceph', 'lustre', 'gfs2', 'ocfs2', 'gpfs', 'beegfs', 'orangefs', 'glusterfs', 'moosefs'],
		// Folders that a virtual machine shares with its host.
		['9p', 'virtiofs', 'vboxsf', 'prl_fs', 'vmhgfs', 'vmhgfs-fuse', 'grpcfuse', 'fakeowner'],
		['sshfs', 's3fs', 'goofys', 'mountpoint-s3', 'rclone', 'davfs', 'gcsfuse', 'blobfuse2'],
	].flat(),
);

/**
 * The kind of share that the folder is on, or undefined where it is on a disk, as far as the system
 * tells: only Linux does. @throws where the folder is not there
 */
export function networkShareOf(
	folder: string,
	readMounts = () => readFileSync('/proc/self/mountinfo', 'utf8'),
): string | undefined {
	if (process.platform !== 'linux') return undefined;
	const kind = kindOf(realpathSync(folder), readMounts());
	return SHARES.has(kind.replace(/^fuse\./, '')) ? kind : undefined;
}

/** Of the mount that the folder is in: the innermost, and of several on one place the last. */
function kindOf(folder: string, mounts: string): string {
	let innermost = { point: '', kind: '' };
	for (const line of mounts.split('\n')) {
		const [place, about] = line.split(' - ');
		const point = unescape(place?.split(' ')[4] ?? '');
		const kind = about?.split(' ')[0];
		if (!point || !kind || point.length < innermost.point.length) continue;
		if (folder === point || folder.startsWith(point === '/' ? point : `${point}/`)) {
			innermost = { point, kind };
		}
	}
	return innermost.kind;
}

/** Blanks and the like are written in octal. */
function unescape(text: string): string {
	return text.replace(/\\([0-7]{3})/g, (_, octal: string) =>
		String.fromCharCode(parseInt(octal, 8)),
	);
}
