import { Tabs } from 'antd';
import { useTranslation } from 'react-i18next';
import type { PlanDetail } from '../../../api/contract/index.ts';
import { PlanComparisonView } from './plan-comparison.tsx';
import { PlanItems } from './plan-items.tsx';
import { PlanRounds } from './plan-rounds.tsx';
import { PlanScorings } from './plan-scorings.tsx';

/** A work plan: its rounds, items, what differs, and its scoring. Who has something to write begins with the items. */
export function PlanView({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const isComparable = plan.previous !== null || plan.versions.length > 1;
  return (
    <Tabs
      defaultActiveKey={plan.can.write.length > 0 && !plan.can.manage ? 'items' : 'rounds'}
      items={[
        { key: 'rounds', label: t('plan.rounds'), children: <PlanRounds plan={plan} /> },
        { key: 'items', label: t('plan.items'), children: <PlanItems plan={plan} /> },
        ...(isComparable
          ? [{ key: 'comparison', label: t('plan.comparison'), children: <PlanComparisonView plan={plan} /> }]
          : []),
        { key: 'scorings', label: t('plan.scorings'), children: <PlanScorings plan={plan} /> },
      ]}
    />
  );
}
