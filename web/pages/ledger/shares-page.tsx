import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Flex, InputNumber, Segmented } from 'antd';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { AwardShare, AwardShares, AwardSharesQuery } from '../../../api/contract/index.ts';
import { ImportSheet } from '../../components/import-sheet.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatDate } from '../../format/dates.ts';
import { formatInteger, formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useAwardShares, useDirectWorkImport } from '../../queries/award-shares.ts';
import { useAwards } from '../../queries/catalogue.ts';
import { holds, useMe } from '../../queries/session.ts';
import { HolderSelect } from './holder-select.tsx';

const groupings = ['award', 'campaign', 'decision'] as const satisfies AwardSharesQuery['by'][];
/** The row of everything together, which no group has. */
type Row = Omit<AwardShare, 'awardCode' | 'campaign' | 'decision'> & { key: string; label: string };

/** A share with what it is taken of: `41,18 % (7/17)`. */
function ShareWords({ of }: { of: AwardShares['overall']['women'] }) {
  const { t } = useTranslation();
  if (of.share === null) return <span className="quiet">{t('shares.notKnown')}</span>;
  return (
    <>
      {formatScore(of.share, currentLocale())}{' '}
      <span className="quiet">
        ({of.count}/{of.known})
      </span>
    </>
  );
}

function useRows(): (by: AwardSharesQuery['by'], shares: AwardShares) => Row[] {
  const { t } = useTranslation();
  const awards = useAwards();
  const english = currentLocale() === 'en';
  const names = new Map(
    (awards.data?.items ?? []).map(({ code, nameVi, nameEn }) => [code, english ? nameEn : nameVi]),
  );
  const label = (by: AwardSharesQuery['by'], { awardCode, campaign, decision }: AwardShare): string => {
    if (by === 'award') return names.get(awardCode ?? '') ?? awardCode ?? '';
    if (by === 'campaign') return campaign?.name ?? t('shares.noCampaign');
    const day = decision?.decidedOn;
    return `${decision?.symbol ?? ''}${day ? ` (${formatDate(day)})` : ''}`;
  };
  return (by, { overall, items }) => [
    { key: 'overall', label: t('shares.overall'), ...overall },
    ...items.map((item) => ({
      ...item,
      key: JSON.stringify([item.awardCode, item.campaign?.id, item.decision]),
      label: label(by, item),
    })),
  ];
}

function DirectWorkDialog({ unitId, onClose }: { unitId: string; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const command = useDirectWorkImport();
  return (
    <ImportSheet
      open
      title={t('shares.importTitle')}
      help={t('shares.importHelp')}
      template="/api/direct-work/template.xlsx"
      command={command}
      onSend={(file) =>
        command.mutate(
          { unitId, file },
          {
            onSuccess: ({ changed, unchanged }) => {
              void message.success(t('shares.imported', { changed, unchanged }));
              onClose();
            },
          },
        )
      }
      onClose={onClose}
    />
  );
}

/** What is looked at: a unit, years and a grouping. */
interface View {
  unit: string | null;
  from: number;
  to: number;
  by: AwardSharesQuery['by'];
}

function viewOf(search: URLSearchParams): View {
  const year = (key: string) => Number(search.get(key) ?? new Date().getFullYear() - 1);
  const by = groupings.find((one) => one === search.get('by')) ?? 'award';
  return { unit: search.get('unit'), from: year('from'), to: year('to'), by };
}

/** Awards of some years in a unit, with the shares of women and direct workers; the address keeps what is looked at. */
export function SharesPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const [importing, setImporting] = useState(false);
  // What is chosen is kept here and written to the address after: fields changed one right after the other all count.
  const [view, setView] = useState(() => viewOf(search));
  const { unit: unitId, from, to, by } = view;
  const show = (change: Partial<View>) => setView((now) => ({ ...now, ...change }));
  useEffect(() => {
    const { unit, ...rest } = view;
    const words = Object.entries({ ...rest, ...(unit !== null && { unit }) }).map(([key, value]) => [
      key,
      String(value),
    ]);
    setSearch(Object.fromEntries(words), { replace: true });
  }, [view, setSearch]);
  const shares = useAwardShares(unitId, { fromYear: from, toYear: to, by });
  const rowsOf = useRows();
  const columns: RecordColumn<Row>[] = [
    { key: 'label', title: t(`shares.by.${by}`), card: 'heading', render: ({ label }) => label },
    {
      key: 'persons',
      title: t('shares.persons'),
      width: 110,
      align: 'right',
      render: ({ persons }) => formatInteger(persons, currentLocale()),
    },
    {
      key: 'collectives',
      title: t('shares.collectives'),
      width: 110,
      align: 'right',
      render: ({ collectives }) => formatInteger(collectives, currentLocale()),
    },
    {
      key: 'women',
      title: t('shares.women'),
      width: 170,
      align: 'right',
      render: ({ women }) => <ShareWords of={women} />,
    },
    {
      key: 'direct',
      title: t('shares.directWorkers'),
      width: 190,
      align: 'right',
      render: ({ directWorkers }) => <ShareWords of={directWorkers} />,
    },
  ];
  const yearField = (key: 'from' | 'to', value: number) => (
    <label htmlFor={`shares-${key}`}>
      {t(`shares.${key}`)}{' '}
      <InputNumber
        id={`shares-${key}`}
        min={1945}
        max={2100}
        value={value}
        onChange={(year) => year !== null && show({ [key]: year })}
      />
    </label>
  );
  return (
    <Page
      title={t('shares.title')}
      trail={[{ title: t('nav.ledger'), to: '/ledger' }]}
      actions={
        unitId !== null &&
        holds(me, 'registrar', 'admin') && (
          <Button icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
            {t('shares.import')}
          </Button>
        )
      }
    >
      <p className="quiet">{t('shares.words')}</p>
      <div className="stack">
        <HolderSelect
          id="shares-unit"
          label={t('ledger.unit')}
          filter={{ kind: 'collective' }}
          value={unitId}
          onChange={(unit) => show({ unit })}
        />
        <Flex gap={12} wrap align="center" className="list-filter">
          {yearField('from', from)}
          {yearField('to', to)}
          <Segmented<AwardSharesQuery['by']>
            aria-label={t('shares.grouping')}
            value={by}
            onChange={(chosen) => show({ by: chosen })}
            options={groupings.map((value) => ({ value, label: t(`shares.by.${value}`) }))}
          />
        </Flex>
        {unitId !== null && (
          <Loaded query={shares}>
            {(found) => (
              <RecordList
                label={t('shares.title')}
                columns={columns}
                records={rowsOf(by, found)}
                keyOf={({ key }) => key}
                empty=""
                rowClass={({ key }) => (key === 'overall' ? 'strong' : '')}
              />
            )}
          </Loaded>
        )}
      </div>
      {importing && unitId !== null && (
        <DirectWorkDialog unitId={unitId} onClose={() => setImporting(false)} />
      )}
    </Page>
  );
}
