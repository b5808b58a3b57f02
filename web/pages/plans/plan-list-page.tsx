import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PlanSummary } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { PlanStatusTag } from '../../components/plans/plan-status-tag.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatDate } from '../../format/dates.ts';
import { usePlans } from '../../queries/plans.ts';
import { holds, useMe } from '../../queries/session.ts';
import { NewPlanDialog } from './new-plan-dialog.tsx';

/** Work plans that the account has part in. */
export function PlanListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const plans = usePlans();
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const columns: RecordColumn<PlanSummary>[] = [
    {
      key: 'title',
      title: t('plan.plan'),
      card: 'heading',
      render: ({ id, title, code }) => (
        <div>
          <Link to={`/plans/${id}`} className="strong">
            {title}
          </Link>
          <div className="quiet">{code}</div>
        </div>
      ),
    },
    { key: 'year', title: t('plan.year'), width: 90, render: ({ year }) => year },
    { key: 'unit', title: t('plan.unit'), render: ({ unit }) => names.unit(unit) },
    {
      key: 'status',
      title: t('field.status'),
      width: 150,
      render: ({ status }) => <PlanStatusTag status={status} />,
    },
    {
      key: 'assigned',
      title: t('plan.assignedOn'),
      width: 170,
      render: ({ assignedOn, paperSymbol }) =>
        assignedOn && (
          <div>
            {formatDate(assignedOn)}
            {paperSymbol !== null && <div className="quiet">{paperSymbol}</div>}
          </div>
        ),
    },
  ];
  return (
    <Page
      title={t('nav.plans')}
      actions={
        holds(me, 'appraiser') ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('plan.create')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={plans}>
        {({ items }) => (
          <RecordList
            label={t('nav.plans')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('plan.none')}
          />
        )}
      </Loaded>
      {creating && <NewPlanDialog me={me} onClose={() => setCreating(false)} />}
    </Page>
  );
}
