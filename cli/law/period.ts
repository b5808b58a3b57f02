import { z } from 'zod';
import { QuestionError } from './question.ts';

/** A year of an achievement period. */
export const year = z.int().min(1945).max(2200);

/** The achievement period of an input, calendar years, both included; one year where only the last is said. @throws QuestionError */
export function periodOf({
  periodTo,
  periodFrom = periodTo,
}: {
  periodFrom?: number | undefined;
  periodTo: number;
}): {
  from: number;
  to: number;
} {
  if (periodFrom <= periodTo) return { from: periodFrom, to: periodTo };
  throw new QuestionError('period_reversed', {
    vi: `Giai đoạn bắt đầu năm ${periodFrom}, sau năm cuối ${periodTo}.`,
    en: `The period begins in ${periodFrom}, after its last year ${periodTo}.`,
  });
}
