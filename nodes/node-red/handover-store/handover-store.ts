import type { NodeAPI, NodeDef } from 'node-red';
import { holdServices } from '../../open-services';
import { locateStore } from '../../store-location';
import type { StoreNode } from '../config-nodes';
import { shareServices } from '../share-services';

interface StoreCredentials {
	urlWithPassword?: string;
}

interface StoreDef extends NodeDef {
	/** Missing in a store that was saved before there was Postgres. */
	database?: 'sqlite' | 'postgres';
	/** Relative to Node-RED's user directory. */
	path: string;
	tls?: string;
	ca?: string;
	schema?: string;
	connections?: string;
}

export default (RED: NodeAPI) => {
	function HandoverStore(this: StoreNode, def: StoreDef) {
		RED.nodes.createNode(this, def);
		const fields = {
			...def,
			urlWithPassword: withVariable(this, this.credentials?.urlWithPassword ?? ''),
		};
		const shared = shareServices(
			async () =>
				await holdServices(locateStore(fields, RED.settings.userDir ?? '.'), {
					warn: (text, about) => {
						this.status({ fill: 'yellow', shape: 'ring', text: `handover-store.status.${about}` });
						this.warn(text);
					},
					mended: () => this.status({}),
				}),
		);
		this.use = shared.use;
		this.on('close', (_removed: boolean, done: () => void) => {
			void shared.close().then(done, done);
		});
	}

	/** Node-RED leaves a variable that is not set as it is written: its name is no URL. */
	function withVariable(node: StoreNode, text: string): string {
		const name = /^\$\{(\S+)\}$/.exec(text.trim())?.[1];
		return name ? String(RED.util.evaluateNodeProperty(name, 'env', node, {}) ?? '') : text;
	}

	RED.nodes.registerType<StoreNode, StoreDef, unknown, StoreCredentials>(
		'handover-store',
		HandoverStore,
		{ credentials: { urlWithPassword: { type: 'password' } } },
	);
};
