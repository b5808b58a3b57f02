import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { ScoringDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { DateField } from '../../components/plans/date-field.tsx';
import { ScoringView } from '../../components/plans/scoring-view.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { formatDate } from '../../format/dates.ts';
import { useScoring, useScoringCommands } from '../../queries/plans.ts';

/** The scoring of one month or quarter of a plan. */
export function ScoringPage() {
  const { scoringId = '' } = useParams();
  return <LoadedPage query={useScoring(scoringId)}>{(scoring) => <Scoring scoring={scoring} />}</LoadedPage>;
}

function Scoring({ scoring }: { scoring: ScoringDetail }) {
  const { t } = useTranslation();
  const [extending, setExtending] = useState(false);
  const [dueOn, setDueOn] = useState<string | null>(null);
  const { extend } = useScoringCommands(scoring.id);
  const isAwaited = scoring.sheets.some(({ handedInAt }) => handedInAt === null);
  const { plan } = scoring;
  return (
    <Page
      title={t('plan.scoring.title', { period: scoring.period })}
      status={
        <ToneTag tone={scoring.status === 'open' ? 'blue' : 'green'}>
          {t(scoring.status === 'open' ? 'plan.scoring.open' : 'plan.scoring.closed')}
        </ToneTag>
      }
      subtitle={`${plan.code} · ${plan.title} · ${t('plan.scoring.until', { day: formatDate(scoring.dueOn) })}`}
      trail={[
        { title: t('nav.plans'), to: '/plans' },
        { title: plan.code, to: `/plans/${plan.id}` },
      ]}
      actions={
        scoring.can.manage && scoring.status === 'open' && isAwaited ? (
          <Button onClick={() => setExtending(true)}>{t('plan.scoring.extend')}</Button>
        ) : undefined
      }
    >
      <ScoringView scoring={scoring} />
      <ReasonDialog
        open={extending}
        title={t('plan.scoring.extend')}
        explanation={t('plan.scoring.extendHelp')}
        confirm={t('plan.scoring.extend')}
        ready={dueOn !== null}
        onConfirm={(reason) => extend.mutateAsync({ dueOn: dueOn ?? '', reason })}
        onClose={() => setExtending(false)}
      >
        <DateField label={t('plan.scoring.lastDay')} value={dueOn} onChange={setDueOn} />
      </ReasonDialog>
    </Page>
  );
}
