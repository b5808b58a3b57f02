import { Empty, Pagination } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { Loaded } from '../../components/loaded.tsx';
import { NoticeList } from '../../components/notice-list.tsx';
import { Page } from '../../components/page.tsx';
import { useNotices } from '../../queries/notices.ts';

const pageSize = 30;

/** All notices of the account, newest first. */
export function NoticesPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  return (
    <Page title={t('notices.title')}>
      <Loaded query={useNotices({ page, pageSize })}>
        {({ items, total }) =>
          total === 0 ? (
            <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('notices.none')} />
          ) : (
            <>
              <NoticeList notices={items} />
              <Pagination
                current={page}
                pageSize={pageSize}
                total={total}
                hideOnSinglePage
                showSizeChanger={false}
                onChange={(next) => setSearch({ page: String(next) })}
              />
            </>
          )
        }
      </Loaded>
    </Page>
  );
}
