import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { BlocYearDetail } from '../../../api/contract/index.ts';
import { SubjectSteps } from '../subject-steps.tsx';
import { BlocPledge } from './bloc-pledge.tsx';
import { BlocRules } from './bloc-rules.tsx';
import { BlocScores } from './bloc-scores.tsx';
import { HandoverList } from './handover-list.tsx';

/** A year of a bloc: scores and vote, the pledge, its rules, what was handed over, and its steps. Who has to sign begins there. */
export function BlocYearView({ year }: { year: BlocYearDetail }) {
  const { t } = useTranslation();
  const signs = year.memberList.some(({ canSign }) => canSign);
  return (
    <Tabs
      defaultActiveKey={signs || year.can.writePledge ? 'pledge' : 'scores'}
      items={[
        { key: 'scores', label: t('bloc.members'), children: <BlocScores year={year} /> },
        { key: 'pledge', label: t('bloc.pledge.pledge'), children: <BlocPledge year={year} /> },
        { key: 'rules', label: t('bloc.rules'), children: <BlocRules year={year} /> },
        {
          key: 'handovers',
          label: t('bloc.handovers'),
          children: <HandoverList handovers={year.handovers} />,
        },
        {
          key: 'tasks',
          label: t('bloc.steps'),
          children: <SubjectSteps tasks={year.tasks} empty={t('bloc.noSteps')} />,
        },
      ]}
    />
  );
}
