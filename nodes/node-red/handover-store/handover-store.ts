import { resolve } from 'node:path';
import type { NodeAPI, NodeDef } from 'node-red';
import { holdServices } from '../../open-services';
import type { StoreNode } from '../config-nodes';
import { shareServices } from '../share-services';

const DEFAULT_PATH = 'handover.sqlite';

interface StoreDef extends NodeDef {
	/** Relative to Node-RED's user directory. */
	path: string;
}

export default (RED: NodeAPI) => {
	function HandoverStore(this: StoreNode, def: StoreDef) {
		RED.nodes.createNode(this, def);
		const path = resolve(RED.settings.userDir ?? '.', def.path?.trim() || DEFAULT_PATH);
		const shared = shareServices(() => holdServices(path));
		this.use = shared.use;
		this.on('close', (_removed: boolean, done: () => void) => {
			void shared.close().then(done, done);
		});
	}
	RED.nodes.registerType('handover-store', HandoverStore);
};
