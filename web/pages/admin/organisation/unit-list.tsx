import { Checkbox, Flex, Input, Tag } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AdministeredUnit } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useNames } from '../../../components/names.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { useNarrow } from '../../../components/use-narrow.ts';
import { formatDate } from '../../../format/dates.ts';
import { useAdministeredUnits } from '../../../queries/organisation.ts';
import { found, type Placed, treeOrder } from './tree-order.ts';

/** The tree as a list, each unit after the one above it. */
export function UnitList() {
  const { t } = useTranslation();
  const names = useNames();
  const narrow = useNarrow();
  const [q, setQ] = useState('');
  const [ended, setEnded] = useState(false);
  const units = useAdministeredUnits({ ended });
  const columns: RecordColumn<Placed<AdministeredUnit>>[] = [
    {
      key: 'name',
      title: t('organisation.unit'),
      card: 'heading',
      render: (unit) => (
        <div style={narrow ? {} : { paddingInlineStart: unit.depth * 20 }}>
          <Link to={`/admin/units/${unit.id}`} className="strong">
            {names.unit(unit)}
          </Link>{' '}
          {unit.validTo !== null && <Tag>{t('organisation.until', { date: formatDate(unit.validTo) })}</Tag>}
          <div className="quiet">{unit.code}</div>
        </div>
      ),
    },
    {
      key: 'kind',
      title: t('organisation.kind'),
      width: 240,
      card: 'bare',
      render: ({ kind }) => t(`unitKind.${kind}`),
    },
    {
      key: 'level',
      title: t('organisation.level'),
      width: 180,
      card: 'hidden',
      render: ({ level }) => t(`level.${level}`),
    },
    {
      key: 'symbol',
      title: t('organisation.paperSymbol'),
      width: 120,
      card: 'hidden',
      render: ({ paperSymbol }) => paperSymbol,
    },
    {
      key: 'people',
      title: t('organisation.people'),
      width: 90,
      align: 'right',
      render: ({ people }) => people,
    },
  ];
  return (
    <div className="stack">
      <Flex gap={12} wrap align="center">
        <Input.Search
          className="list-filter"
          allowClear
          aria-label={t('organisation.searchUnit')}
          placeholder={t('organisation.searchUnit')}
          onSearch={setQ}
        />
        <Checkbox checked={ended} onChange={({ target }) => setEnded(target.checked)}>
          {t('organisation.withEnded')}
        </Checkbox>
      </Flex>
      <Loaded query={units}>
        {({ items }) => (
          <RecordList
            label={t('organisation.units')}
            columns={columns}
            records={found(treeOrder(items), q)}
            keyOf={({ id }) => id}
            empty={t('organisation.noUnit')}
            loading={units.isPlaceholderData}
          />
        )}
      </Loaded>
    </div>
  );
}
