import { Card, Flex, Select, Statistic } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanComparison, PlanDetail } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { usePlanComparison } from '../../queries/plans.ts';
import { Loaded } from '../loaded.tsx';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';

type Assigner = PlanComparison['assigners'][number];
type Receiver = PlanComparison['receivers'][number];

/** A difference with its sign: `−25`, `+100`. */
function signed(value: number): string {
  const text = formatInteger(Math.abs(value), currentLocale());
  return value === 0 ? text : `${value > 0 ? '+' : '−'}${text}`;
}

/** A version of the plan beside last year's, or beside an earlier version. */
export function PlanComparisonView({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const [version, setVersion] = useState(plan.version);
  const [earlier, setEarlier] = useState<number | undefined>(plan.previous ? undefined : 1);
  const comparison = usePlanComparison(plan.id, version, earlier);
  const bases = [
    ...(plan.previous ? [{ value: 0, label: `${plan.previous.code} (${plan.previous.year})` }] : []),
    ...plan.versions
      .filter(({ number }) => number < version)
      .map(({ number }) => ({ value: number, label: t('plan.versionClosed', { number }) })),
  ];
  return (
    <div className="stack">
      <Flex gap={8} wrap align="center">
        <Select
          aria-label={t('plan.version')}
          value={version}
          onChange={(chosen) => {
            setVersion(chosen);
            if (earlier !== undefined && earlier >= chosen) setEarlier(undefined);
          }}
          options={plan.versions.map(({ number }) => ({
            value: number,
            label: t('plan.versionClosed', { number }),
          }))}
        />
        {t('plan.comparedWith')}
        <Select
          aria-label={t('plan.comparedWith')}
          value={earlier ?? 0}
          options={bases}
          onChange={(chosen) => setEarlier(chosen === 0 ? undefined : chosen)}
        />
      </Flex>
      <Loaded query={comparison}>{(found) => <Found found={found} />}</Loaded>
    </div>
  );
}

function Found({ found }: { found: PlanComparison }) {
  const { t } = useTranslation();
  const names = useNames();
  const assigners: RecordColumn<Assigner>[] = [
    { key: 'unit', title: t('plan.assigner'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    {
      key: 'reports',
      title: t('plan.reports'),
      width: 170,
      align: 'right',
      render: ({ reportsBefore, reportsAfter }) =>
        `${reportsBefore} → ${reportsAfter} (${signed(reportsAfter - reportsBefore)})`,
    },
    {
      key: 'changes',
      title: t('plan.changes'),
      render: ({ changes }) =>
        changes.length === 0 ? <ToneTag>{t('plan.unchanged')}</ToneTag> : <Changes changes={changes} />,
    },
  ];
  const receivers: RecordColumn<Receiver>[] = [
    { key: 'unit', title: t('plan.unit'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    {
      key: 'points',
      title: t('plan.points'),
      align: 'right',
      render: ({ pointsBefore, pointsAfter }) =>
        `${formatInteger(pointsBefore, currentLocale())} → ${formatInteger(pointsAfter, currentLocale())} (${signed(pointsAfter - pointsBefore)})`,
    },
  ];
  return (
    <div className="stack">
      <Card size="small">
        <Flex gap={32} wrap>
          {found.asked > 0 && (
            <Statistic title={t('plan.received')} value={found.answered} suffix={`/ ${found.asked}`} />
          )}
          <Statistic title={t('plan.unchanged')} value={found.unchanged} />
          <Statistic title={t('plan.changed')} value={found.changed} />
          <Statistic
            title={t('plan.reports')}
            value={found.reportsAfter}
            suffix={<span className="quiet">({signed(found.reportsDifference)})</span>}
          />
        </Flex>
        {found.unanswered.length > 0 && (
          <p>{t('plan.unanswered', { units: found.unanswered.map(names.unit).join(', ') })}</p>
        )}
      </Card>
      <RecordList
        label={t('plan.byAssigner')}
        columns={assigners}
        records={found.assigners}
        keyOf={({ unit }) => unit.id}
        empty={t('plan.noItems')}
      />
      {found.receivers.length > 0 && (
        <section aria-label={t('plan.pointsDiffer')}>
          <h2>{t('plan.pointsDiffer')}</h2>
          <RecordList
            label={t('plan.pointsDiffer')}
            columns={receivers}
            records={found.receivers}
            keyOf={({ unit }) => unit.id}
            empty=""
          />
        </section>
      )}
    </div>
  );
}

const shown = 5;

function Changes({ changes }: Pick<Assigner, 'changes'>) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  return (
    <ul className="plain-list">
      {(all ? changes : changes.slice(0, shown)).map(({ change, code, name, reason }) => (
        <li key={`${change} ${code}`}>
          <ToneTag tone={change === 'added' ? 'green' : change === 'dropped' ? 'red' : 'amber'}>
            {t(`plan.change.${change}`)}
          </ToneTag>{' '}
          {name} <span className="quiet">{reason === null ? code : `${code} · ${reason}`}</span>
        </li>
      ))}
      {changes.length > shown && (
        <li>
          <button type="button" className="link" onClick={() => setAll(!all)}>
            {t(all ? 'plan.fewer' : 'plan.more', { total: changes.length - shown })}
          </button>
        </li>
      )}
    </ul>
  );
}
