import { Alert, Card, Spin } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BonusRow, DossierDetail } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { formatDong, formatTenths } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useAwards } from '../../queries/catalogue.ts';
import { useBonuses } from '../../queries/dossiers.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { GradeTag } from './grade-tag.tsx';

const rowsShown = 50;

/** What is paid for the dossier: a line for each nominee, the total, who pays, and where it is written. */
export function DossierBonuses({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const { data, error } = useBonuses(dossier.id);
  const awards = useAwards();
  const locale = currentLocale();
  const [page, setPage] = useState(1);
  const nameOf = (code: string) => {
    const award = awards.data?.items.find((one) => one.code === code);
    return award ? (locale === 'en' ? award.nameEn : award.nameVi) : code;
  };
  const noteOf = ({ replacedBy, replaces }: BonusRow) =>
    replacedBy === null
      ? replaces.map((code) => t('bonus.replaces', { award: nameOf(code) })).join('; ')
      : t('bonus.replacedBy', { award: nameOf(replacedBy) });
  const columns: RecordColumn<BonusRow>[] = [
    {
      key: 'seq',
      title: t('bonus.seq'),
      width: 60,
      align: 'right',
      card: 'hidden',
      render: ({ seq }) => seq,
    },
    { key: 'name', title: t('bonus.name'), card: 'heading', render: ({ name }) => name },
    {
      key: 'multiple',
      title: t('bonus.multiple'),
      width: 190,
      render: ({ tenths, baseSalary }) =>
        `${formatTenths(tenths, locale)} × ${formatDong(baseSalary, locale)}`,
    },
    {
      key: 'amount',
      title: t('bonus.amount'),
      width: 150,
      align: 'right',
      render: ({ amount, replacedBy }) => (replacedBy === null ? formatDong(amount, locale) : '–'),
    },
    { key: 'note', title: t('bonus.note'), render: noteOf },
  ];
  if (error) return <ProblemAlert error={error} />;
  if (!data) return <Spin />;
  if (data.problem !== null) return <Alert type="info" showIcon title={data.problem} />;
  return (
    <div className="stack">
      <Card size="small">
        <p>
          <span className="strong">
            {t('bonus.total')}: {formatDong(data.total, locale)}
          </span>
          {data.payer !== null && ` · ${t('bonus.paidBy')}: ${t(`payer.${data.payer}`)}`}
        </p>
        <p className="quiet">
          {t(data.provisional ? 'bonus.provisional' : 'bonus.decided', { date: formatDate(data.decidedOn) })}
        </p>
        <ul className="plain">
          {data.sources.map(({ citation, grade }) => (
            <li key={citation}>
              <span className="citation">{citation}</span> <GradeTag grade={grade} />
            </li>
          ))}
        </ul>
      </Card>
      <RecordList
        label={t('bonus.title')}
        columns={columns}
        records={data.rows.slice((page - 1) * rowsShown, page * rowsShown)}
        keyOf={({ nominationId }) => nominationId}
        empty={t('bonus.none')}
        paging={{ page, pageSize: rowsShown, total: data.rows.length, onChange: setPage }}
      />
    </div>
  );
}
