import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { BlocDetail, BlocYearSummary } from '../../../api/contract/index.ts';
import { BlocYearStatusTag } from '../../components/blocs/bloc-year-status-tag.tsx';
import { HandoverList } from '../../components/blocs/handover-list.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useBloc } from '../../queries/blocs.ts';
import { OpenYearDialog } from './open-year-dialog.tsx';

/** One bloc: its years with leaders, who holds the rotating flag, what was handed over. */
export function BlocPage() {
  const { blocId = '' } = useParams();
  return <LoadedPage query={useBloc(blocId)}>{(bloc) => <Details bloc={bloc} />}</LoadedPage>;
}

function Details({ bloc }: { bloc: BlocDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [opening, setOpening] = useState(false);
  const columns: RecordColumn<BlocYearSummary>[] = [
    {
      key: 'year',
      title: t('bloc.year'),
      card: 'heading',
      width: 160,
      render: ({ id, year, code }) => (
        <div>
          <Link to={`/bloc-years/${id}`} className="strong">
            {t('bloc.yearNamed', { year })}
          </Link>
          <div className="quiet">{code}</div>
        </div>
      ),
    },
    { key: 'leader', title: t('bloc.leader'), render: ({ leader }) => names.unit(leader) },
    { key: 'members', title: t('bloc.memberCount'), width: 130, render: ({ members }) => members },
    {
      key: 'named',
      title: t('bloc.namedMembers'),
      render: ({ named }) => named.map((unit) => names.unit(unit)).join(', '),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 150,
      render: ({ status }) => <BlocYearStatusTag status={status} />,
    },
  ];
  return (
    <Page
      title={bloc.name}
      status={<ToneTag>{t(`bloc.kind.${bloc.kind}`)}</ToneTag>}
      subtitle={`${names.unit(bloc.organiser)} · ${names.award({ awardNameVi: bloc.flagNameVi, awardNameEn: bloc.flagNameEn })}`}
      trail={[{ title: t('nav.blocs'), to: '/blocs' }]}
      actions={
        bloc.can.organise ? (
          <Button type="primary" onClick={() => setOpening(true)}>
            {t('bloc.openYear')}
          </Button>
        ) : undefined
      }
    >
      <div className="stack">
        <p>
          {t('bloc.council')}: <Link to={`/councils/${bloc.council.id}`}>{bloc.council.name}</Link>
        </p>
        {bloc.flagHolder !== null && (
          <p className="strong">{t('bloc.flagHolder', { unit: names.unit(bloc.flagHolder) })}</p>
        )}
        <h2>{t('bloc.years')}</h2>
        <RecordList
          label={t('bloc.years')}
          columns={columns}
          records={bloc.years}
          keyOf={({ id }) => id}
          empty={t('bloc.noYears')}
        />
        <h2>{t('bloc.handovers')}</h2>
        <HandoverList handovers={bloc.handovers} />
      </div>
      {opening && <OpenYearDialog bloc={bloc} onClose={() => setOpening(false)} />}
    </Page>
  );
}
