const { default: Sequencer } = require('@jest/test-sequencer');

const KINDS = ['integration', 'browser', 'contract', 'unit'];

/**
 * The kinds whose files take long come first, so that two workers end together: Jest knows how long
 * each file takes only after it has run once, which on a fresh clone it has not.
 */
class SlowKindsFirst extends Sequencer {
	sort(tests) {
		const rank = ({ context }) => KINDS.indexOf(context.config.displayName.name);
		return super.sort(tests).sort((one, other) => rank(one) - rank(other));
	}
}

module.exports = SlowKindsFirst;
