import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Notice } from '../../api/contract/index.ts';
import { formatInstant } from '../format/dates.ts';
import { useReadNotice } from '../queries/notices.ts';
import { subjectPath } from './subject-path.ts';

/** Notices, newest first; following one marks it as read and leads to its task or to what it is about. */
export function NoticeList({ notices, onFollow }: { notices: Notice[]; onFollow?: () => void }) {
  const { t } = useTranslation();
  const read = useReadNotice();
  return (
    <ul className="notices">
      {notices.map((notice) => (
        <li key={notice.id} className={notice.readAt === null ? 'notice notice-unread' : 'notice'}>
          <Link
            to={notice.taskId === null ? subjectPath(notice.subject) : `/tasks/${notice.taskId}`}
            onClick={() => {
              if (notice.readAt === null) read.mutate(notice.id);
              onFollow?.();
            }}
          >
            <strong>{t(`notice.${notice.kind}`)}</strong>
            {notice.taskName !== null && `: ${notice.taskName}`}
          </Link>
          <div className="quiet">
            {notice.subject.code} · {notice.subject.title}
          </div>
          {notice.reason !== null && <div>{t('field.reasonIs', { reason: notice.reason })}</div>}
          <time className="quiet" dateTime={notice.createdAt}>
            {formatInstant(notice.createdAt)}
            {notice.readAt === null && ` · ${t('notices.unread')}`}
          </time>
        </li>
      ))}
    </ul>
  );
}
