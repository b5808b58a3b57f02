import { useTranslation } from 'react-i18next';
import type { BlocHandover } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';

/** What was handed over from leader to leader, and by whom. */
export function HandoverList({ handovers }: { handovers: BlocHandover[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<BlocHandover>[] = [
    {
      key: 'what',
      title: t('bloc.handover.what'),
      card: 'heading',
      render: ({ kind, year }) => (
        <span className="strong">{`${t(`bloc.handover.kind.${kind}`)}, ${t('bloc.ofYear', { year })}`}</span>
      ),
    },
    {
      key: 'sides',
      title: t('bloc.handover.sides'),
      render: ({ from, to }) => `${from === null ? '–' : names.unit(from)} → ${names.unit(to)}`,
    },
    {
      key: 'day',
      title: t('bloc.handover.day'),
      width: 160,
      render: ({ handedOn, place }) => [formatDate(handedOn), place].filter(Boolean).join(', '),
    },
    { key: 'given', title: t('bloc.handover.givenBy'), render: ({ givenBy }) => givenBy },
    { key: 'received', title: t('bloc.handover.receivedBy'), render: ({ receivedBy }) => receivedBy },
  ];
  return (
    <RecordList
      label={t('bloc.handovers')}
      columns={columns}
      records={handovers}
      keyOf={({ kind, year }) => `${kind} ${year}`}
      empty={t('bloc.handover.none')}
    />
  );
}
