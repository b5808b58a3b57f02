import { useTranslation } from 'react-i18next';
import type { Posting } from '../../../api/contract/index.ts';
import { formatDay, formatInstant } from '../../format/dates.ts';

/** Since when and until when a posting stands in public. */
export function PostingWindow({ posting }: { posting: Posting }) {
  const { t } = useTranslation();
  const { postedAt, endsAt, endedAt, workingDays } = posting;
  const end = () => {
    if (endedAt !== null) return t('posting.ended', { at: formatInstant(endedAt) });
    // A window ends at 24:00, which already reads as the next day.
    if (endsAt !== null)
      return t('posting.until', { to: formatDay(new Date(Date.parse(endsAt) - 1).toISOString()) });
    return t('posting.stopped');
  };
  return (
    <span>
      {t('posting.from', { from: formatDay(postedAt), days: workingDays })}, {end()}
    </span>
  );
}

/** How its comments stand, in words. */
export function CommentCounts({ posting: { comments } }: { posting: Posting }) {
  const { t } = useTranslation();
  return <span>{t('posting.counts', comments)}</span>;
}
