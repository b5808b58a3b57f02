import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ScoreSheet, ScoringDetail } from '../../../api/contract/index.ts';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { formatInteger, formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { SheetDialog } from './sheet-dialog.tsx';

type Result = ScoringDetail['results'][number];

/** The sheets of a scoring, what every unit earned, and how often the deadline was put off. */
export function ScoringView({ scoring }: { scoring: ScoringDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [opened, setOpened] = useState<ScoreSheet | null>(null);
  const locale = currentLocale();
  const sheets: RecordColumn<ScoreSheet>[] = [
    {
      key: 'unit',
      title: t('plan.assigner'),
      card: 'heading',
      render: ({ assigner }) => names.unit(assigner),
    },
    {
      key: 'scored',
      title: t('plan.sheet.scored'),
      width: 150,
      align: 'right',
      render: ({ scored, expected }) =>
        `${formatInteger(scored, locale)} / ${formatInteger(expected, locale)}`,
    },
    {
      key: 'points',
      title: t('plan.sheet.points'),
      width: 170,
      align: 'right',
      render: ({ earned, due }) => `${formatInteger(earned, locale)} / ${formatInteger(due, locale)}`,
    },
    {
      key: 'handedIn',
      title: t('plan.sheet.handedIn'),
      width: 170,
      render: ({ handedInAt }) =>
        handedInAt === null ? <ToneTag>{t('plan.sheet.awaited')}</ToneTag> : formatInstant(handedInAt),
    },
    {
      key: 'actions',
      card: 'bare',
      title: t('field.actions'),
      width: 120,
      render: (sheet) => (
        <Button size="small" type={sheet.canWrite ? 'primary' : 'default'} onClick={() => setOpened(sheet)}>
          {t(sheet.canWrite ? 'plan.sheet.write' : 'plan.sheet.read')}
        </Button>
      ),
    },
  ];
  const results: RecordColumn<Result>[] = [
    { key: 'unit', title: t('plan.unit'), card: 'heading', render: ({ unit }) => names.unit(unit) },
    {
      key: 'points',
      title: t('plan.sheet.points'),
      align: 'right',
      width: 170,
      render: ({ earned, due }) => `${formatInteger(earned, locale)} / ${formatInteger(due, locale)}`,
    },
    {
      key: 'share',
      title: t('plan.sheet.share'),
      align: 'right',
      width: 120,
      render: ({ basisPoints }) => (basisPoints === null ? '–' : formatScore(basisPoints, locale)),
    },
  ];
  return (
    <div className="stack">
      {scoring.extensions.map(({ from, to, reason, at }) => (
        <p key={at}>{t('plan.scoring.extended', { from: formatDate(from), to: formatDate(to), reason })}</p>
      ))}
      <h2>{t('plan.sheets')}</h2>
      <RecordList
        label={t('plan.sheets')}
        columns={sheets}
        records={scoring.sheets}
        keyOf={({ assigner }) => assigner.id}
        empty=""
      />
      <h2>{t('plan.results')}</h2>
      <RecordList
        label={t('plan.results')}
        columns={results}
        records={scoring.results}
        keyOf={({ unit }) => unit.id}
        empty={t('plan.noItems')}
      />
      {opened !== null && (
        <SheetDialog scoringId={scoring.id} unit={opened.assigner} onClose={() => setOpened(null)} />
      )}
    </div>
  );
}
