import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { RoleModelSummary } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { RoleModelStatusTag } from '../../components/role-models/role-model-status-tag.tsx';
import { useRoleModels } from '../../queries/role-models.ts';
import { holds, useMe } from '../../queries/session.ts';
import { RoleModelDialog } from './role-model-dialog.tsx';

/** Role models that the account may read; each account reads those about its own person. */
export function RoleModelListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const models = useRoleModels();
  const me = useMe();
  const [proposing, setProposing] = useState(false);
  const columns: RecordColumn<RoleModelSummary>[] = [
    {
      key: 'title',
      title: t('roleModel.roleModel'),
      card: 'heading',
      render: ({ id, title, code }) => (
        <div>
          <Link to={`/role-models/${id}`} className="strong">
            {title}
          </Link>
          <div className="quiet">{code}</div>
        </div>
      ),
    },
    {
      key: 'name',
      title: t('roleModel.who'),
      render: ({ name, post }) => (
        <div>
          {name}
          {post !== '' && <div className="quiet">{post}</div>}
        </div>
      ),
    },
    { key: 'unit', title: t('roleModel.proposedBy'), render: ({ unit }) => names.unit(unit) },
    { key: 'year', title: t('roleModel.year'), width: 90, render: ({ year }) => year },
    {
      key: 'status',
      title: t('field.status'),
      width: 190,
      render: (model) => <RoleModelStatusTag {...model} />,
    },
  ];
  return (
    <Page
      title={t('nav.roleModels')}
      actions={
        <>
          <Button href="/dien-hinh-tien-tien">{t('roleModel.publicPage')}</Button>
          {holds(me, 'clerk') && (
            <Button type="primary" onClick={() => setProposing(true)}>
              {t('roleModel.propose')}
            </Button>
          )}
        </>
      }
    >
      <Loaded query={models}>
        {({ items }) => (
          <RecordList
            label={t('nav.roleModels')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('roleModel.none')}
          />
        )}
      </Loaded>
      {proposing && <RoleModelDialog onClose={() => setProposing(false)} />}
    </Page>
  );
}
