import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BlocCriterion, BlocYearDetail } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { CriteriaDialog } from './criteria-dialog.tsx';
import { LinkCampaignsDialog } from './link-campaigns-dialog.tsx';

/** What the bloc's regulation says for the year: how the vote is counted, the score sheet, the campaigns it launches. */
export function BlocRules({ year }: { year: BlocYearDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const locale = currentLocale();
  const [dialog, setDialog] = useState<'criteria' | 'campaigns' | null>(null);
  const columns: RecordColumn<BlocCriterion>[] = [
    { key: 'name', title: t('bloc.criterion'), card: 'heading', render: ({ name }) => name },
    { key: 'section', title: t('bloc.section'), width: 240, render: ({ section }) => section },
    {
      key: 'max',
      title: t('bloc.maxPoints'),
      width: 130,
      align: 'right',
      render: ({ maxPoints }) => formatInteger(maxPoints, locale),
    },
  ];
  return (
    <div className="stack">
      <p className="strong">{year.regulation}</p>
      <ul className="plain-list">
        <li>
          {t(year.shareStrict ? 'bloc.shareStrict' : 'bloc.share', { percent: year.sharePercent })}
          {'; '}
          {t('bloc.quorumIs', { quorum: `${year.quorum.numerator}/${year.quorum.denominator}` })}
        </li>
        <li>
          {t('bloc.flagsAre', {
            flags: year.flags,
            award: names.award({ awardNameVi: year.flagNameVi, awardNameEn: year.flagNameEn }),
          })}
        </li>
        <li>
          {t('bloc.council')}: <Link to={`/councils/${year.bloc.council.id}`}>{year.bloc.council.name}</Link>
        </li>
      </ul>
      <Flex justify="space-between" align="center" gap={8} wrap>
        <h2>{t('bloc.sheetOf', { total: formatInteger(year.maxPoints, locale) })}</h2>
        {year.can.write && <Button onClick={() => setDialog('criteria')}>{t('bloc.writeCriteria')}</Button>}
      </Flex>
      <RecordList
        label={t('bloc.criteria')}
        columns={columns}
        records={year.criteria}
        keyOf={({ id }) => id}
        empty={t('bloc.noCriteria')}
      />
      <Flex justify="space-between" align="center" gap={8} wrap>
        <h2>{t('bloc.campaigns')}</h2>
        {year.can.write && <Button onClick={() => setDialog('campaigns')}>{t('bloc.linkCampaigns')}</Button>}
      </Flex>
      {year.campaigns.length === 0 ? (
        <p className="quiet">{t('bloc.noCampaigns')}</p>
      ) : (
        <ul className="plain-list">
          {year.campaigns.map(({ id, name, launchedBy }) => (
            <li key={id}>
              <Link to={`/campaigns/${id}`}>{name}</Link>{' '}
              <span className="quiet">{names.unit(launchedBy)}</span>
            </li>
          ))}
        </ul>
      )}
      {dialog === 'criteria' && <CriteriaDialog year={year} onClose={() => setDialog(null)} />}
      {dialog === 'campaigns' && <LinkCampaignsDialog year={year} onClose={() => setDialog(null)} />}
    </div>
  );
}
