import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { InitiativeSummary } from '../../../api/contract/index.ts';
import { InitiativeStatusTag } from '../../components/initiatives/initiative-status-tag.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import type { RecordColumn } from '../../components/record-list.tsx';
import { SearchedList } from '../../components/searched-list.tsx';
import { useInitiatives } from '../../queries/initiatives.ts';
import { holds, useMe } from '../../queries/session.ts';
import { InitiativeDialog } from './initiative-dialog.tsx';

/** Applications for the recognition of initiatives and research projects. */
export function InitiativeListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const me = useMe();
  const [registering, setRegistering] = useState(false);
  const columns: RecordColumn<InitiativeSummary>[] = [
    {
      key: 'name',
      title: t('initiatives.name'),
      card: 'heading',
      render: ({ id, name, code }) => (
        <div>
          <Link to={`/initiatives/${id}`} className="strong">
            {name}
          </Link>
          <div className="quiet">{code}</div>
        </div>
      ),
    },
    {
      key: 'authors',
      title: t('initiatives.authors'),
      render: ({ authors }) => authors.map(({ person }) => person.fullName).join(', '),
    },
    { key: 'unit', title: t('initiatives.unit'), render: ({ unit }) => names.unit(unit) },
    {
      key: 'scope',
      title: t('initiatives.requestedScope'),
      width: 170,
      render: ({ requestedScope }) => t(`ledger.scope.${requestedScope}`),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 150,
      render: ({ status }) => <InitiativeStatusTag status={status} />,
    },
  ];
  return (
    <Page
      title={t('nav.initiatives')}
      actions={
        <>
          <LinkButton to="/initiatives/register">{t('initiatives.usesTitle')}</LinkButton>
          {holds(me, 'clerk') && (
            <Button type="primary" onClick={() => setRegistering(true)}>
              {t('initiatives.register')}
            </Button>
          )}
        </>
      }
    >
      <SearchedList
        label={t('nav.initiatives')}
        search={t('initiatives.search')}
        useFound={useInitiatives}
        columns={columns}
        keyOf={({ id }) => id}
        empty={t('initiatives.none')}
      />
      {registering && <InitiativeDialog me={me} onClose={() => setRegistering(false)} />}
    </Page>
  );
}
