import { Tag } from 'antd';
import type { ReactNode } from 'react';

export type Tone = 'plain' | 'blue' | 'green' | 'amber' | 'red' | 'gold';

/** A small label in one of the page's tones, dark enough on its ground to be read by everybody. */
export function ToneTag({ tone = 'plain', children }: { tone?: Tone; children: ReactNode }) {
  return <Tag className={`tone tone-${tone}`}>{children}</Tag>;
}
