import { BellOutlined } from '@ant-design/icons';
import { Badge, Button, Empty, Popover } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate } from 'react-router';
import { NoticeList } from '../components/notice-list.tsx';
import { useNarrow } from '../components/use-narrow.ts';
import { useNotices } from '../queries/notices.ts';

/** Bell with the number of unread notices; opens the newest of them, on a phone the page of notices. */
export function NoticeBell() {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const narrow = useNarrow();
  const [open, setOpen] = useState(false);
  const unread = useNotices({ unread: true, pageSize: 5 });
  const count = unread.data?.total ?? 0;
  const bell = (
    <Button
      type="text"
      className="top-button"
      aria-label={t('notices.bell', { total: count })}
      icon={
        <Badge count={count} size="small" color="#c99a2e">
          <BellOutlined aria-hidden />
        </Badge>
      }
      {...(narrow && { onClick: () => void navigate('/notices') })}
    />
  );
  if (narrow) return bell;
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      content={
        <div className="bell-list">
          {count === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('notices.noneUnread')} />
          ) : (
            <NoticeList notices={unread.data?.items ?? []} onFollow={() => setOpen(false)} />
          )}
          <Link to="/notices" onClick={() => setOpen(false)}>
            {t('notices.all')}
          </Link>
        </div>
      }
    >
      {bell}
    </Popover>
  );
}
