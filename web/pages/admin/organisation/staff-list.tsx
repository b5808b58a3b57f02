import { Checkbox, Flex, Input } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { StaffMember } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { useNames } from '../../../components/names.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { staffPageSize, useStaff } from '../../../queries/organisation.ts';
import { AccountStateTag } from './account-state-tag.tsx';

/** People of a unit and below it, or all whom the account administers. */
export function StaffList({ unitId }: { unitId?: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const [former, setFormer] = useState(false);
  const [page, setPage] = useState(1);
  const staff = useStaff({ ...(unitId !== undefined && { unitId }), q, former, page });
  const columns: RecordColumn<StaffMember>[] = [
    {
      key: 'name',
      title: t('field.fullName'),
      card: 'heading',
      render: ({ id, fullName, staffCode }) => (
        <>
          <Link to={`/admin/people/${id}`} className="strong">
            {fullName}
          </Link>
          {staffCode !== null && <div className="quiet">{staffCode}</div>}
        </>
      ),
    },
    {
      key: 'post',
      title: t('staff.post'),
      card: 'bare',
      render: ({ post }) =>
        post === null ? (
          <span className="quiet">{t('staff.noPost')}</span>
        ) : (
          <>
            {post.title}
            <div className="quiet">{names.unit(post.unit)}</div>
          </>
        ),
    },
    { key: 'born', title: t('staff.born'), width: 110, render: ({ birthYear }) => birthYear },
    {
      key: 'account',
      title: t('account.account'),
      width: 240,
      render: ({ login, accountState }) =>
        login !== null &&
        accountState !== null && (
          <>
            {login} <AccountStateTag state={accountState} />
          </>
        ),
    },
  ];
  return (
    <div className="stack">
      <Flex gap={12} wrap align="center">
        <Input.Search
          className="list-filter"
          allowClear
          aria-label={t('staff.search')}
          placeholder={t('staff.search')}
          onSearch={(words) => {
            setQ(words);
            setPage(1);
          }}
        />
        <Checkbox
          checked={former}
          onChange={({ target }) => {
            setFormer(target.checked);
            setPage(1);
          }}
        >
          {t('staff.withFormer')}
        </Checkbox>
      </Flex>
      <Loaded query={staff}>
        {({ items, total }) => (
          <RecordList
            label={t('staff.people')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('staff.none')}
            loading={staff.isPlaceholderData}
            paging={{ page, pageSize: staffPageSize, total, onChange: setPage }}
          />
        )}
      </Loaded>
    </div>
  );
}
