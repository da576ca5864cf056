import { mkdtempSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { networkShareOf } from '../../../nodes/network-share';

let root: string;
beforeEach(() => {
	root = mkdtempSync(join(tmpdir(), 'handover-share-'));
	mkdirSync(join(root, 'a share/inner'), { recursive: true });
	mkdirSync(join(root, 'a share too'));
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const line = (point: string, kind: string) =>
	`36 27 0:30 / ${point.replaceAll(' ', '\\040')} rw,relatime shared:1 - ${kind} server:/export rw`;
const shareOf = (folder: string, kind: string, ...more: string[]) => {
	const mounts = [line('/', 'ext4'), line(join(root, 'a share'), kind), ...more, ''];
	return networkShareOf(join(root, folder), () => mounts.join('\n'));
};

test.each(['nfs', 'nfs4', 'cifs', 'ceph', '9p', 'virtiofs', 'vboxsf', 'fuse.sshfs', 'fuse.rclone'])(
	'%s is a share',
	(kind) => {
		expect(shareOf('a share', kind)).toBe(kind);
		expect(shareOf('a share/inner', kind)).toBe(kind);
		expect(shareOf('a share too', kind)).toBeUndefined();
	},
);

test.each(['ext4', 'xfs', 'btrfs', 'zfs', 'overlay', 'tmpfs', 'fuseblk', 'fuse.ntfs-3g'])(
	'%s is not',
	(kind) => expect(shareOf('a share', kind)).toBeUndefined(),
);

test('what is mounted within another, or over it, counts', () => {
	const inner = join(root, 'a share/inner');
	expect(shareOf('a share/inner', 'nfs', line(inner, 'ext4'))).toBeUndefined();
	expect(shareOf('a share/inner', 'nfs', line(inner, 'ext4'), line(inner, 'cifs'))).toBe('cifs');
});

test('a link leads to where the folder really is', () => {
	symlinkSync(join(root, 'a share'), join(root, 'link'));
	expect(shareOf('link', 'nfs')).toBe('nfs');
});

test('the folder that this test runs in is on a disk', () => {
	expect(networkShareOf(root)).toBeUndefined();
});
