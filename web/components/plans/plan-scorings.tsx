import { Button, Flex, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlanDetail } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { usePlanCommands } from '../../queries/plans.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { DateField } from './date-field.tsx';

type Period = PlanDetail['periods'][number];

/** The periods of the evaluation window with what was scored of them. */
export function PlanScorings({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const [opening, setOpening] = useState<string | null>(null);
  const columns: RecordColumn<Period>[] = [
    {
      key: 'period',
      title: t('plan.period'),
      card: 'heading',
      render: ({ code, scoring }) =>
        scoring === null ? code : <Link to={`/plan-scorings/${scoring.id}`}>{code}</Link>,
    },
    {
      key: 'due',
      title: t('field.due'),
      width: 160,
      render: ({ scoring }) => scoring && formatDate(scoring.dueOn),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 200,
      render: ({ code, scoring }) => {
        if (scoring !== null)
          return (
            <ToneTag tone={scoring.status === 'open' ? 'blue' : 'green'}>
              {t(scoring.status === 'open' ? 'plan.scoring.open' : 'plan.scoring.closed')}
            </ToneTag>
          );
        if (!plan.can.manage || plan.status !== 'assigned')
          return <span className="quiet">{t('plan.scoring.none')}</span>;
        return (
          <Button size="small" onClick={() => setOpening(code)}>
            {t('plan.scoring.begin')}
          </Button>
        );
      },
    },
  ];
  return (
    <div className="stack">
      <p className="quiet">
        {t('plan.window', {
          from: formatDate(plan.evaluationFrom),
          to: formatDate(plan.evaluationTo),
          rhythm: t(`plan.rhythm.${plan.rhythm}`),
          opens: formatDate(plan.opensOn),
        })}
      </p>
      <RecordList
        label={t('plan.scorings')}
        columns={columns}
        records={plan.periods}
        keyOf={({ code }) => code}
        empty=""
      />
      {opening !== null && <OpenScoring planId={plan.id} period={opening} onClose={() => setOpening(null)} />}
    </div>
  );
}

function OpenScoring({ planId, period, onClose }: { planId: string; period: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { openScoring } = usePlanCommands(planId);
  const [dueOn, setDueOn] = useState<string | null>(null);
  return (
    <Modal
      open
      title={t('plan.scoring.beginOf', { period })}
      okText={t('plan.scoring.begin')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: dueOn === null, loading: openScoring.isPending }}
      onOk={() => dueOn !== null && openScoring.mutate({ period, dueOn }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('plan.scoring.beginHelp')}</p>
        <Flex>
          <DateField label={t('plan.scoring.lastDay')} value={dueOn} onChange={setDueOn} />
        </Flex>
        {openScoring.error !== null && <ProblemAlert error={openScoring.error} />}
      </div>
    </Modal>
  );
}
