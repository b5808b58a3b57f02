import { Button, Card, Descriptions, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams, useSearchParams } from 'react-router';
import type { Comment, CommentStatus, Posting } from '../../../api/contract/index.ts';
import { Loaded, LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { CommentCounts, PostingWindow } from '../../components/posting/posting-words.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../components/tone-tag.tsx';
import { formatInstant } from '../../format/dates.ts';
import { currentLocale } from '../../i18n.ts';
import { postingPageSize, useComments, useModerate, usePosting } from '../../queries/postings.ts';

const statuses: CommentStatus[] = ['held', 'noted', 'complaint', 'dismissed'];
const tones: Record<CommentStatus, Tone> = {
  held: 'amber',
  noted: 'green',
  complaint: 'red',
  dismissed: 'plain',
};

/** What is asked before a comment is dismissed or accepted. */
type Asking = { comment: Comment; decision: 'dismissed' | 'complaint' };

/** A posting with its comments, to be moderated one by one. */
export function PostingPage() {
  const { postingId = '' } = useParams();
  return <LoadedPage query={usePosting(postingId)}>{(posting) => <Opened posting={posting} />}</LoadedPage>;
}

function Opened({ posting }: { posting: Posting }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Page
      title={posting.award[currentLocale()]}
      subtitle={posting.dossierCode}
      trail={[{ title: t('nav.postings'), to: '/postings' }]}
    >
      <Card size="small" className="posting-facts">
        <Descriptions column={{ xs: 1, md: 2 }} size="small">
          <Descriptions.Item label={t('posting.window')}>
            <PostingWindow posting={posting} />
          </Descriptions.Item>
          <Descriptions.Item label={t('posting.body')}>{names.unit(posting.unit)}</Descriptions.Item>
          <Descriptions.Item label={t('posting.comments')}>
            <CommentCounts posting={posting} />
          </Descriptions.Item>
          <Descriptions.Item label={t('posting.basis')}>{posting.citation}</Descriptions.Item>
          <Descriptions.Item label={t('field.dossier')}>
            <Link to={`/dossiers/${posting.dossierId}`}>{posting.dossierTitle}</Link>
          </Descriptions.Item>
          {posting.endedAt === null && (
            <Descriptions.Item label={t('posting.title')}>
              <a href={`/cong-khai/${posting.id}`}>{t('posting.public')}</a>
            </Descriptions.Item>
          )}
        </Descriptions>
      </Card>
      {posting.canModerate && <Comments posting={posting} />}
    </Page>
  );
}

function Comments({ posting }: { posting: Posting }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const status = statuses.find((known) => known === search.get('status'));
  const comments = useComments(posting.id, { page, ...(status && { status }) });
  const moderate = useModerate();
  const [asking, setAsking] = useState<Asking | null>(null);
  const note = (comment: Comment) =>
    moderate.mutate({ id: comment.id, decision: 'noted', ...seenAs(comment) });
  const columns: RecordColumn<Comment>[] = [
    {
      key: 'text',
      title: t('comment.text'),
      card: 'heading',
      render: ({ text, suspected }) => (
        <>
          <span className="prewrap">{text}</span>{' '}
          {suspected && <ToneTag tone="amber">{t('comment.suspected')}</ToneTag>}
        </>
      ),
    },
    {
      key: 'author',
      title: t('comment.author'),
      width: 190,
      render: ({ authorName, authorContact, receivedAt }) => (
        <>
          {authorName || t('comment.anonymous')}
          {authorContact !== '' && <div>{authorContact}</div>}
          <div className="quiet">{formatInstant(receivedAt)}</div>
        </>
      ),
    },
    {
      key: 'nominee',
      title: t('comment.nominee'),
      width: 150,
      render: ({ nominee }) => nominee ?? t('comment.all'),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 200,
      render: (comment) => (
        <>
          <ToneTag tone={tones[comment.status]}>{t(`comment.${comment.status}`)}</ToneTag>
          {comment.moderatedBy && comment.moderatedAt !== null && (
            <div className="quiet">
              {t('comment.moderated', {
                by: comment.moderatedBy.fullName,
                at: formatInstant(comment.moderatedAt),
              })}
            </div>
          )}
          {comment.reason !== null && <div>{comment.reason}</div>}
        </>
      ),
    },
    {
      key: 'actions',
      title: t('field.actions'),
      width: 170,
      card: 'bare',
      render: (comment) => (
        <div className="button-column">
          {comment.status === 'held' && (
            <Button size="small" type="primary" loading={moderate.isPending} onClick={() => note(comment)}>
              {t('comment.note')}
            </Button>
          )}
          {comment.status !== 'dismissed' && comment.status !== 'complaint' && (
            <Button size="small" onClick={() => setAsking({ comment, decision: 'dismissed' })}>
              {t('comment.dismiss')}
            </Button>
          )}
          {comment.status !== 'complaint' && (
            <Button size="small" danger onClick={() => setAsking({ comment, decision: 'complaint' })}>
              {t('comment.accept')}
            </Button>
          )}
        </div>
      ),
    },
  ];
  const words = asking?.decision === 'complaint' ? 'accept' : 'dismiss';
  return (
    <section className="stack">
      <Select
        className="list-filter"
        aria-label={t('comment.filter')}
        value={status ?? ''}
        onChange={(value) => setSearch(value === '' ? {} : { status: value })}
        options={[
          { value: '', label: t('comment.every') },
          ...statuses.map((value) => ({ value, label: t(`comment.${value}`) })),
        ]}
      />
      {moderate.error && asking === null && <ProblemAlert error={moderate.error} />}
      <Loaded query={comments}>
        {({ items, total }) => (
          <RecordList
            label={t('posting.comments')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('comment.none')}
            loading={comments.isPlaceholderData}
            paging={{
              page,
              pageSize: postingPageSize,
              total,
              onChange: (next) => setSearch({ ...(status && { status }), page: String(next) }),
            }}
          />
        )}
      </Loaded>
      <ReasonDialog
        open={asking !== null}
        title={t(`comment.${words}`)}
        explanation={
          words === 'accept'
            ? t('comment.acceptHelp', { code: posting.dossierCode })
            : t('comment.dismissHelp')
        }
        confirm={t(`comment.${words}`)}
        danger={words === 'accept'}
        onConfirm={async (reason) => {
          if (asking)
            await moderate.mutateAsync({
              id: asking.comment.id,
              decision: asking.decision,
              reason,
              ...seenAs(asking.comment),
            });
        }}
        onClose={() => setAsking(null)}
      />
    </section>
  );
}

/** The status that the moderator acts on; a complaint is not moderated again. */
const seenAs = ({ status }: Comment) => (status === 'complaint' ? {} : { seen: status });
