import { useTranslation } from 'react-i18next';
import { distance, formatInstant } from '../format/dates.ts';

/** Deadline of a task: the moment, and in words how far it is. Overdue is said as well as coloured. */
export function Due({ at, now = Date.now() }: { at: string | null; now?: number }) {
  const { t } = useTranslation();
  if (at === null) return <span className="quiet">{t('due.none')}</span>;
  const { direction, unit, amount } = distance(at, now);
  const late = direction === 'past';
  const soon = direction === 'ahead' && unit !== 'day';
  return (
    <span className={late ? 'due due-late' : soon ? 'due due-soon' : 'due'}>
      <span className="due-words">{t(`due.${direction}.${unit}`, { amount })}</span>
      <time dateTime={at}>{formatInstant(at)}</time>
    </span>
  );
}
