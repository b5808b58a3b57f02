import { Alert, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaItem, SessionDetail } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { subjectPath } from '../../components/subject-path.ts';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { DecidingVote } from './deciding-vote.tsx';
import { RecusalNotes } from './recusal-notes.tsx';
import { useVoteWords } from './vote-words.ts';

const tones = {
  passed: 'green',
  failed: 'red',
  returned: 'amber',
  removed: 'plain',
  undecided: 'amber',
} as const;
const results = ['passed', 'failed', 'returned', 'removed', 'undecided'] as const;

const pageSize = 50;

/** Result of the session, item by item, with the sums in words and the rule they were measured by. */
export function Results({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const words = useVoteWords();
  const [page, setPage] = useState(1);
  const { recount } = useSessionCommands(session.id);
  const columns: RecordColumn<AgendaItem>[] = [
    {
      key: 'matter',
      title: t('field.matter'),
      card: 'heading',
      render: (item) => (
        <div>
          <span className="strong">{item.matter.title}</span>
          <div className="quiet">
            {names.proposal(item)} · <Link to={subjectPath(item.subject)}>{item.subject.code}</Link>
          </div>
        </div>
      ),
    },
    {
      key: 'result',
      title: t('field.result'),
      width: 130,
      render: ({ result }) =>
        result !== null && <ToneTag tone={tones[result]}>{t(`itemResult.${result}`)}</ToneTag>,
    },
    {
      key: 'sum',
      title: t('session.votes'),
      width: 280,
      render: (item) => (
        <div>
          <div className="strong">{words.sum(item)}</div>
          <div className="quiet">{words.rest(item)}</div>
          {item.round > 1 && <div className="quiet">{t('session.round', { round: item.round })}</div>}
          {item.rank !== null && item.quota !== null && (
            <div className="quiet">{t('ties.rank', { rank: item.rank, quota: item.quota })}</div>
          )}
          {item.decidingVote !== null && (
            <div>{t('ties.decided', { choice: t(`choice.${item.decidingVote}`) })}</div>
          )}
          {item.recusedLeave !== null && item.counts !== null && item.counts.recused > 0 && (
            <div className="quiet">
              {t(item.recusedLeave ? 'recusal.left' : 'recusal.stayed', { total: item.counts.recused })}
            </div>
          )}
          {item.reason !== null && <div>{t('field.reasonIs', { reason: item.reason })}</div>}
          <RecusalNotes item={item} />
        </div>
      ),
    },
    {
      key: 'rule',
      title: t('session.rule'),
      width: 280,
      render: (item) => (
        <div>
          {words.rule(item)} <span className="citation">{item.citation}</span>
        </div>
      ),
    },
  ];
  const totals = results.flatMap((result) => {
    const total = session.items.filter((item) => item.result === result).length;
    return total === 0 ? [] : [`${t(`itemResult.${result}`)}: ${total}`];
  });
  return (
    <div className="stack">
      <DecidingVote session={session} />
      <strong>{totals.join(' · ')}</strong>
      <div>
        <Button loading={recount.isPending} onClick={() => recount.mutate()}>
          {t('recount.do')}
        </Button>
      </div>
      {recount.error !== null && <ProblemAlert error={recount.error} />}
      {recount.data && (
        <Alert
          type={recount.data.equal ? 'success' : 'error'}
          showIcon
          title={t(recount.data.equal ? 'recount.equal' : 'recount.differs')}
        />
      )}
      <RecordList
        label={t('session.results')}
        columns={columns}
        records={session.items.slice((page - 1) * pageSize, page * pageSize)}
        keyOf={({ id }) => id}
        empty={t('session.emptyAgenda')}
        paging={{ page, pageSize, total: session.items.length, onChange: setPage }}
      />
    </div>
  );
}
