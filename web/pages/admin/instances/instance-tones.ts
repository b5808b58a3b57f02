import type { InstanceDetail } from '../../../../api/contract/index.ts';
import type { Tone } from '../../../components/tone-tag.tsx';

/** Tone of an instance's status. */
export const instanceTones: Record<InstanceDetail['status'], Tone> = {
  running: 'blue',
  suspended: 'amber',
  ended: 'plain',
};
