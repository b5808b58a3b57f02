import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { BlocSummary } from '../../../api/contract/index.ts';
import { BlocYearStatusTag } from '../../components/blocs/bloc-year-status-tag.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { useBlocs } from '../../queries/blocs.ts';
import { holds, useMe } from '../../queries/session.ts';
import { NewBlocDialog } from './new-bloc-dialog.tsx';

/** Emulation blocs that the account has part in. */
export function BlocListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const blocs = useBlocs();
  const me = useMe();
  const [creating, setCreating] = useState(false);
  const columns: RecordColumn<BlocSummary>[] = [
    {
      key: 'name',
      title: t('bloc.bloc'),
      card: 'heading',
      render: ({ id, name, kind }) => (
        <div>
          <Link to={`/blocs/${id}`} className="strong">
            {name}
          </Link>
          <div className="quiet">{t(`bloc.kind.${kind}`)}</div>
        </div>
      ),
    },
    { key: 'organiser', title: t('bloc.organiser'), render: ({ organiser }) => names.unit(organiser) },
    {
      key: 'year',
      title: t('bloc.newestYear'),
      width: 220,
      render: ({ newest }) =>
        newest && (
          <>
            <Link to={`/bloc-years/${newest.id}`}>{newest.year}</Link>{' '}
            <BlocYearStatusTag status={newest.status} />
          </>
        ),
    },
    {
      key: 'leader',
      title: t('bloc.leader'),
      render: ({ newest }) => newest && names.unit(newest.leader),
    },
  ];
  return (
    <Page
      title={t('nav.blocs')}
      actions={
        holds(me, 'appraiser') ? (
          <Button type="primary" onClick={() => setCreating(true)}>
            {t('bloc.create')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={blocs}>
        {({ items }) => (
          <RecordList
            label={t('nav.blocs')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('bloc.none')}
          />
        )}
      </Loaded>
      {creating && <NewBlocDialog onClose={() => setCreating(false)} />}
    </Page>
  );
}
