import type { TFunction } from 'i18next';
import { formatDate } from './dates.ts';

/** A stretch of days in words, with its first and last; one without a last day goes on. */
export const stretchWords = (t: TFunction, from: string, to: string | null): string =>
  to === null
    ? t('rule.from', { from: formatDate(from) })
    : t('rule.fromTo', { from: formatDate(from), to: formatDate(to) });
