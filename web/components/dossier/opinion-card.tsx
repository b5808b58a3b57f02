import { Button, Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpinionRequest, OpinionStatus } from '../../../api/contract/index.ts';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { useOpinionCommands, useOpinions } from '../../queries/opinions.ts';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { type Tone, ToneTag } from '../tone-tag.tsx';
import { AskOpinion } from './ask-opinion.tsx';

const tones: Record<OpinionStatus, Tone> = {
  noted: 'plain',
  waiting: 'blue',
  agreed: 'green',
  disagreed: 'red',
  silent: 'amber',
  cancelled: 'plain',
};

/** The opinions asked for on a dossier, collected in one table; while it is appraised, more can be asked for. */
export function OpinionCard({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const { data } = useOpinions(dossierId);
  const { takeBack } = useOpinionCommands(dossierId);
  if (!data || (data.total === 0 && !data.canAsk)) return null;
  const rule = data.items.find(({ citation }) => citation !== null);
  const columns: RecordColumn<OpinionRequest>[] = [
    {
      key: 'agency',
      title: t('opinion.agency'),
      card: 'heading',
      render: ({ unit, agencyName }) => (unit ? names.unit(unit) : agencyName),
    },
    {
      key: 'question',
      title: t('opinion.question'),
      render: ({ question }) => <span className="prewrap">{question}</span>,
    },
    {
      key: 'answer',
      title: t('opinion.answer'),
      render: (request) => (
        <>
          <ToneTag tone={tones[request.status]}>{t(`opinionStatus.${request.status}`)}</ToneTag>{' '}
          {request.status === 'waiting' && request.dueAt !== null && (
            <span className="quiet">{t('opinion.due', { at: formatInstant(request.dueAt) })}</span>
          )}
          {request.text !== null && <div className="prewrap">{request.text}</div>}
          {request.paper !== null && request.paperDate !== null && (
            <div>{t('opinion.byPaper', { paper: request.paper, date: formatDate(request.paperDate) })}</div>
          )}
          {request.answeredBy && request.answeredAt !== null && (
            <div className="quiet">
              {request.answeredBy.fullName}, {formatInstant(request.answeredAt)}
            </div>
          )}
          {request.canDelete && (
            <Button size="small" loading={takeBack.isPending} onClick={() => takeBack.mutate(request.id)}>
              {t('action.remove')}
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <Card size="small" title={t('opinion.title')}>
      {data.total > 0 && (
        <RecordList
          label={t('opinion.title')}
          columns={columns}
          records={data.items}
          keyOf={({ id }) => id}
          empty=""
        />
      )}
      {takeBack.error && <ProblemAlert error={takeBack.error} />}
      {rule?.citation && (
        <p className="quiet">
          {t(rule.silenceAgrees ? 'opinion.silenceAgrees' : 'opinion.silenceAsksAgain', {
            citation: rule.citation,
          })}
        </p>
      )}
      {data.canAsk && <AskOpinion dossierId={dossierId} />}
    </Card>
  );
}
