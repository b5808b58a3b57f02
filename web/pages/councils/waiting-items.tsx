import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { WaitingItem } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { subjectPath } from '../../components/subject-path.ts';
import { formatInstant } from '../../format/dates.ts';

const pageSize = 50;

export interface WaitingItemsProps {
  items: WaitingItem[];
  /** Which of them come on the agenda; absent for those who may not plan a session. */
  selection?: { selected: string[]; onChange: (ids: string[]) => void };
}

/** Matters that wait for a session of the council. */
export function WaitingItems({ items, selection }: WaitingItemsProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [page, setPage] = useState(1);
  const shown = items.slice((page - 1) * pageSize, page * pageSize);
  const columns: RecordColumn<WaitingItem>[] = [
    {
      key: 'matter',
      title: t('field.matter'),
      card: 'heading',
      render: ({ matter }) => (
        <div>
          <span className="strong">{matter.title}</span>
          {matter.subtitle !== '' && <div className="quiet">{matter.subtitle}</div>}
        </div>
      ),
    },
    { key: 'proposal', title: t('field.proposal'), render: (item) => names.proposal(item) },
    {
      key: 'subject',
      title: t('field.dossier'),
      render: (item) => (
        <div>
          <Link to={subjectPath(item.subject)}>{item.subject.code}</Link>
          <div className="quiet">{names.unit(item.unit)}</div>
        </div>
      ),
    },
    {
      key: 'since',
      title: t('council.since'),
      width: 160,
      render: ({ referredAt }) => formatInstant(referredAt),
    },
  ];
  const onThisPage = shown.map(({ id }) => id);
  return (
    <RecordList
      label={t('council.waiting')}
      columns={columns}
      records={shown}
      keyOf={({ id }) => id}
      empty={t('council.noneWaiting')}
      paging={{ page, pageSize, total: items.length, onChange: setPage }}
      {...(selection && {
        selection: {
          selected: selection.selected.filter((id) => onThisPage.includes(id)),
          // What is selected on other pages stays selected.
          onChange: (ids) =>
            selection.onChange([...selection.selected.filter((id) => !onThisPage.includes(id)), ...ids]),
          labelOf: ({ matter }: WaitingItem) => t('council.select', { name: matter.title }),
        },
      })}
    />
  );
}
