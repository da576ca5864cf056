import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import type { Owner } from './platform';

interface StoredOwner extends Owner {
	passwordHash: string;
}

interface Bcrypt {
	hashSync(password: string, rounds: number): string;
}

const ROUNDS = 10;

/** The login of the n8n in this folder: made up the first time, readable by this user only. */
export function n8nOwner(dataDir: string, installation: string): StoredOwner {
	const file = join(dataDir, 'owner.json');
	if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8')) as StoredOwner;
	// n8n asks for a capital letter and a digit.
	const password = `Demo${randomBytes(9).toString('hex')}1`;
	const { hashSync } = createRequire(join(installation, 'package.json'))('bcryptjs') as Bcrypt;
	const owner = {
		email: 'owner@example.com',
		password,
		passwordHash: hashSync(password, ROUNDS),
	};
	writeFileSync(file, `${JSON.stringify(owner, null, '\t')}\n`, { mode: 0o600 });
	return owner;
}

/** What has n8n set this owner up without its sign-up page. */
export function ownerVariables({ email, passwordHash }: StoredOwner): NodeJS.ProcessEnv {
	return {
		N8N_INSTANCE_OWNER_MANAGED_BY_ENV: 'true',
		N8N_INSTANCE_OWNER_EMAIL: email,
		N8N_INSTANCE_OWNER_PASSWORD_HASH: passwordHash,
		N8N_INSTANCE_OWNER_FIRST_NAME: 'Demo',
		N8N_INSTANCE_OWNER_LAST_NAME: 'Owner',
	};
}
