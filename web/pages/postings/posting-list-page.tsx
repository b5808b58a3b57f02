import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { Posting } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { CommentCounts, PostingWindow } from '../../components/posting/posting-words.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { currentLocale } from '../../i18n.ts';
import { postingPageSize, usePostings } from '../../queries/postings.ts';

/** Public postings of the dossiers one works on, with what waits for moderation. */
export function PostingListPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const postings = usePostings({ page });
  const columns: RecordColumn<Posting>[] = [
    {
      key: 'award',
      title: t('field.dossier'),
      card: 'heading',
      render: ({ id, award, dossierCode, canModerate, dossierId }) => (
        <>
          <Link to={canModerate ? `/postings/${id}` : `/dossiers/${dossierId}`}>
            {award[currentLocale()]}
          </Link>
          <div className="quiet">{dossierCode}</div>
        </>
      ),
    },
    { key: 'window', title: t('posting.window'), render: (posting) => <PostingWindow posting={posting} /> },
    {
      key: 'comments',
      title: t('posting.comments'),
      render: (posting) => <CommentCounts posting={posting} />,
    },
  ];
  return (
    <Page title={t('nav.postings')}>
      <Loaded query={postings}>
        {({ items, total }) => (
          <RecordList
            label={t('posting.list')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('posting.none')}
            loading={postings.isPlaceholderData}
            paging={{
              page,
              pageSize: postingPageSize,
              total,
              onChange: (next) => setSearch({ page: String(next) }),
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
