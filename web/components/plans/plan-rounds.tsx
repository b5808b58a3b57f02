import { Card, Collapse, Flex, Statistic } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanDetail, PlanReply, PlanRound } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { Due } from '../due.tsx';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { TaskList } from '../task-list.tsx';
import { ToneTag } from '../tone-tag.tsx';

/** What the rounds of a plan gathered, unit by unit, and what is to be done next. */
export function PlanRounds({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const next = plan.tasks.filter(
    ({ status, element }) => (status === 'open' || status === 'claimed') && !isGathering(element),
  );
  return (
    <div className="stack">
      {plan.rounds.length === 0 && <p className="quiet">{t('plan.noRounds')}</p>}
      {plan.rounds.map((round) => (
        <Round key={round.kind} round={round} />
      ))}
      {next.length > 0 && (
        <section aria-label={t('plan.next')}>
          <h2>{t('plan.next')}</h2>
          <TaskList tasks={next} empty="" within="dossier" />
        </section>
      )}
    </div>
  );
}

const isGathering = (element: string) => element === 'propose-items' || element === 'give-opinion';

function Round({ round }: { round: PlanRound }) {
  const { t } = useTranslation();
  return (
    <Card
      size="small"
      title={
        <Flex gap={8} wrap align="center">
          {t(`plan.round.${round.kind}`)}
          <ToneTag tone={round.open ? 'blue' : 'plain'}>
            {t(round.open ? 'plan.open' : 'plan.closed')}
          </ToneTag>
        </Flex>
      }
    >
      <div className="stack">
        <Flex gap={32} wrap>
          <Statistic title={t('plan.received')} value={round.received} suffix={`/ ${round.sent}`} />
          {round.kind === 'opinions' && (
            <>
              <Statistic title={t('plan.agree')} value={round.agree} />
              <Statistic title={t('plan.agreeWithComment')} value={round.agreeWithComment} />
            </>
          )}
        </Flex>
        <Collapse
          size="small"
          items={[{ key: 'replies', label: t('plan.replies'), children: <Replies round={round} /> }]}
        />
      </div>
    </Card>
  );
}

function Replies({ round }: { round: PlanRound }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<PlanReply>[] = [
    { key: 'unit', title: t('plan.unit'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    { key: 'sent', title: t('plan.sentAt'), width: 150, render: ({ sentAt }) => formatInstant(sentAt) },
    {
      key: 'received',
      title: t('plan.receivedAt'),
      width: 190,
      render: ({ receivedAt, dueAt }) => {
        if (receivedAt !== null) return formatInstant(receivedAt);
        return round.open ? (
          <Due at={dueAt} paused={false} />
        ) : (
          <ToneTag tone="amber">{t('plan.silent')}</ToneTag>
        );
      },
    },
  ];
  if (round.kind === 'opinions') {
    columns.push({
      key: 'answer',
      title: t('plan.answer'),
      render: ({ answer, comment }) =>
        answer === null ? null : (
          <div>
            {t(answer === 'agree' ? 'plan.agree' : 'plan.agreeWithComment')}
            {comment !== null && <div className="pre quiet">{comment}</div>}
          </div>
        ),
    });
  }
  return (
    <RecordList
      label={t('plan.replies')}
      columns={columns}
      records={round.replies}
      keyOf={({ unit }) => unit.id}
      empty=""
    />
  );
}
