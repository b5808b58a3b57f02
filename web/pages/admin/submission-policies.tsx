import { App, Button, Card, Flex, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SubmissionPolicy, UnitSubmissionPolicy } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useUnits } from '../../queries/catalogue.ts';
import { usePolicyCommands, useSubmissionPolicies } from '../../queries/overlays.ts';

type Ineligible = SubmissionPolicy['ineligible'];

/** How units submit nominees who are not eligible: each its own way, or that of the nearest unit above which has one. */
export function SubmissionPolicies() {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const policies = useSubmissionPolicies();
  const { set, drop } = usePolicyCommands();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const [unitId, setUnitId] = useState<string | null>(null);
  const [ineligible, setIneligible] = useState<Ineligible>('refuse');
  const done = { onSuccess: () => void message.success(t('policy.saved')) };
  const columns: RecordColumn<UnitSubmissionPolicy>[] = [
    { key: 'unit', title: t('ledger.unit'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    {
      key: 'ineligible',
      title: t('policy.rule'),
      render: (row) => (
        <ToneTag tone={row.ineligible === 'refuse' ? 'red' : 'blue'}>{t(`policy.${row.ineligible}`)}</ToneTag>
      ),
    },
    {
      key: 'acts',
      title: t('field.actions'),
      width: 200,
      card: 'bare',
      render: ({ unit }) => (
        <Button
          size="small"
          loading={drop.isPending && drop.variables === unit.id}
          aria-label={`${t('policy.drop')}: ${names.unit(unit)}`}
          onClick={() => drop.mutate(unit.id, done)}
        >
          {t('policy.drop')}
        </Button>
      ),
    },
  ];
  const error = set.error ?? drop.error;
  return (
    <Card size="small" title={t('policy.title')}>
      <div className="stack">
        <p className="quiet">{t('policy.words')}</p>
        <Loaded query={policies}>
          {({ items }) => (
            <RecordList
              label={t('policy.title')}
              columns={columns}
              records={items}
              keyOf={({ unit }) => unit.id}
              empty={t('policy.none')}
            />
          )}
        </Loaded>
        <Flex gap={8} wrap align="center">
          <Select<string>
            className="filter-wide"
            showSearch={{ filterOption: false, onSearch: setQ }}
            aria-label={t('ledger.unit')}
            placeholder={t('ledger.unit')}
            value={unitId}
            onChange={setUnitId}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
          />
          <Radio.Group
            aria-label={t('policy.title')}
            value={ineligible}
            onChange={({ target }) => setIneligible(target.value as Ineligible)}
            options={(['acknowledge', 'refuse'] as const).map((value) => ({
              value,
              label: t(`policy.${value}`),
            }))}
          />
          <Button
            disabled={unitId === null}
            loading={set.isPending}
            onClick={() => unitId && set.mutate({ unitId, ineligible }, done)}
          >
            {t('policy.set')}
          </Button>
        </Flex>
        {error !== null && <ProblemAlert error={error} />}
      </div>
    </Card>
  );
}
