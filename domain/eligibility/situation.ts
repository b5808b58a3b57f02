import type { Reason } from '../law/procedure.ts';
import type { RuleSet } from '../law/rule-set.ts';
import type { NomineeRecord } from './record.ts';

/** What is proposed: the achievement period in calendar years, both included, and why (loại hình khen thưởng). */
export interface Proposal extends Reason {
  from: number;
  to: number;
  /** Day on which it is asked, `YYYY-MM-DD`: a measure whose last day it is, is still in force. Left out: not said. */
  on?: string | undefined;
}

/** Everything that criteria are tested on. */
export interface Situation {
  record: NomineeRecord;
  award: string;
  /** Kind of award that is asked for: an initiative used for the other kind is spent. */
  kind: 'title' | 'commendation';
  period: Proposal;
  principles: RuleSet['principles'];
  /** Codes of the awards that are forms. */
  forms: ReadonlySet<string>;
}
