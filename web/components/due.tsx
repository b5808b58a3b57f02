import { useTranslation } from 'react-i18next';
import { distance, formatInstant } from '../format/dates.ts';

/** Deadline of a task: the moment, and in words how far it is. Overdue is said as well as coloured, and so is a clock that stands still. */
export function Due({
  at,
  paused = false,
  now = Date.now(),
}: {
  at: string | null;
  paused?: boolean;
  now?: number;
}) {
  const { t } = useTranslation();
  if (paused) return <span className="due-words">{t('due.paused')}</span>;
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
