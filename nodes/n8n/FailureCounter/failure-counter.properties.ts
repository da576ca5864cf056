import type { INodeProperties } from 'n8n-workflow';
import {
	DEFAULT_FAILED_ATTEMPTS,
	MAX_FAILED_ATTEMPTS,
	MIN_FAILED_ATTEMPTS,
} from '../../../handover/attempts/attempts';
import { conversationProperties } from '../conversation.properties';

export const counterProperties: INodeProperties[] = [
	{
		displayName: 'Threshold',
		name: 'threshold',
		type: 'number',
		typeOptions: { minValue: MIN_FAILED_ATTEMPTS, maxValue: MAX_FAILED_ATTEMPTS },
		default: DEFAULT_FAILED_ATTEMPTS,
		description: 'How many failed attempts call a human',
	},
	...conversationProperties,
];
