/** The package as a user gets it: the tarball and what is in it. */
export interface PackedPackage {
	tarball: string;
	/** Where the tarball is unpacked. */
	folder: string;
	/** Paths in the tarball. */
	files: string[];
	manifest: Manifest;
}

export interface Manifest {
	name: string;
	dependencies?: Record<string, string>;
	scripts?: Record<string, string>;
	n8n: { nodes: string[]; credentials: string[] };
	'node-red': { nodes: Record<string, string> };
}

/** One line of the table. */
export interface Finding {
	check: string;
	ok: boolean;
	detail: string;
}

/** @throws when it cannot be carried out at all */
export type PackageCheck = (packed: PackedPackage) => Promise<Finding[]> | Finding[];
