import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDetail, PlanItem, UnitRef } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { usePlanContent } from '../../queries/plans.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { AdHocDialog } from './ad-hoc-dialog.tsx';
import { ItemsDialog } from './items-dialog.tsx';

const pageSize = 25;

/** Items of a version by who assigns them, with the points they bring. */
export function PlanItems({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [version, setVersion] = useState(plan.version);
  const [assignerId, setAssigner] = useState<string | undefined>(plan.can.write[0]?.id);
  const [page, setPage] = useState(1);
  const [writing, setWriting] = useState<UnitRef | null>(null);
  const [adding, setAdding] = useState(false);
  const content = usePlanContent(plan.id, version, assignerId);
  const writable = plan.can.write.find(({ id }) => id === assignerId);
  const locale = currentLocale();
  const columns: RecordColumn<PlanItem>[] = [
    {
      key: 'name',
      title: t('plan.item'),
      card: 'heading',
      render: ({ code, name, adHoc, reason }) => (
        <div>
          <span className="strong">{name}</span> {adHoc && <ToneTag tone="amber">{t('plan.adHoc')}</ToneTag>}
          <div className="quiet">
            {code}
            {reason !== null && ` · ${reason}`}
          </div>
        </div>
      ),
    },
    { key: 'assigner', title: t('plan.assigner'), render: ({ assigner }) => names.unit(assigner) },
    { key: 'kind', title: t('plan.kind'), width: 110, render: ({ kind }) => t(`plan.itemKind.${kind}`) },
    {
      key: 'months',
      title: t('plan.dueMonths'),
      width: 150,
      render: ({ dueMonths }) => dueMonths.join(', '),
    },
    {
      key: 'points',
      title: t('plan.points'),
      width: 170,
      align: 'right',
      render: ({ points }) => <Points points={points} />,
    },
  ];
  return (
    <div className="stack">
      <Flex gap={8} wrap align="center">
        <Select
          aria-label={t('plan.version')}
          value={version}
          onChange={setVersion}
          options={plan.versions.map(({ number, closedAt }) => ({
            value: number,
            label: t(closedAt === null ? 'plan.versionOpen' : 'plan.versionClosed', { number }),
          }))}
        />
        <Select
          aria-label={t('plan.assigner')}
          className="unit-select"
          allowClear
          placeholder={t('plan.allAssigners')}
          value={assignerId ?? null}
          onChange={(chosen: string | undefined) => {
            setAssigner(chosen);
            setPage(1);
          }}
          options={plan.proposers.map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
        />
        {writable && (
          <Button type="primary" onClick={() => setWriting(writable)}>
            {t('plan.write')}
          </Button>
        )}
        {plan.can.manage && plan.status === 'assigned' && (
          <Button onClick={() => setAdding(true)}>{t('plan.addAdHoc')}</Button>
        )}
      </Flex>
      <Loaded query={content}>
        {({ items, reports, totals }) => (
          <>
            <p className="quiet">
              {t('plan.sum', {
                items: formatInteger(items.length, locale),
                reports: formatInteger(reports, locale),
              })}
              {totals.length > 0 &&
                ` · ${t('plan.sumPoints', { points: rangeOf(totals.map(({ points }) => points)) })}`}
            </p>
            <RecordList
              label={t('plan.items')}
              columns={columns}
              records={items.slice((page - 1) * pageSize, page * pageSize)}
              keyOf={({ id }) => id}
              empty={t('plan.noItems')}
              paging={{ page, pageSize, total: items.length, onChange: setPage }}
            />
          </>
        )}
      </Loaded>
      {adding && <AdHocDialog plan={plan} onClose={() => setAdding(false)} />}
      {writing && <ItemsDialog plan={plan} unit={writing} onClose={() => setWriting(null)} />}
    </div>
  );
}

/** The least and the most, or one number where they are the same. */
function rangeOf(values: number[]): string {
  const [least, most] = [Math.min(...values), Math.max(...values)].map((value) =>
    formatInteger(value, currentLocale()),
  );
  return least === most ? `${least}` : `${least} – ${most}`;
}

function Points({ points }: Pick<PlanItem, 'points'>) {
  const { t } = useTranslation();
  const values = Object.values(points);
  return (
    <div>
      {rangeOf(values)}
      <div className="quiet">{t('plan.units', { total: values.length })}</div>
    </div>
  );
}
