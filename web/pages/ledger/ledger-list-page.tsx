import { ImportOutlined, PieChartOutlined, TeamOutlined } from '@ant-design/icons';
import { Flex, Input, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link, useSearchParams } from 'react-router';
import type { LedgerHolder } from '../../../api/contract/index.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { ledgerPageSize, useHolders, usePersonMatches } from '../../queries/ledger.ts';
import { holds, useMe } from '../../queries/session.ts';
import { ledgerPath } from './ledger-path.ts';

function useColumns(): RecordColumn<LedgerHolder>[] {
  const { t } = useTranslation();
  const names = useNames();
  return [
    {
      key: 'name',
      title: t('ledger.holder'),
      card: 'heading',
      render: (holder) => (
        <div>
          <Link to={ledgerPath(holder)} className="strong">
            {names.unit(holder)}
          </Link>
          {holder.post !== '' && <div className="quiet">{holder.post}</div>}
        </div>
      ),
    },
    {
      key: 'unit',
      title: t('ledger.unit'),
      render: ({ unit }) => unit && names.unit(unit),
    },
    {
      key: 'awards',
      title: t('ledger.awardsInForce'),
      width: 190,
      align: 'right',
      render: ({ awards }) => awards,
    },
  ];
}

/** Persons and collectives whose ledger the account may read; the address keeps what is looked for. */
export function LedgerListPage() {
  const { t } = useTranslation();
  const me = useMe();
  const [search, setSearch] = useSearchParams();
  const kind = search.get('kind') === 'collective' ? 'collective' : 'person';
  const q = search.get('q') ?? '';
  const page = Number(search.get('page') ?? 1);
  const holders = useHolders({ kind, q, page });
  const waiting = usePersonMatches({ status: 'proposed' });
  const columns = useColumns().filter(({ key }) => kind === 'person' || key !== 'unit');
  return (
    <Page
      title={t('nav.ledger')}
      actions={
        <>
          <LinkButton to="/ledger/shares" icon={<PieChartOutlined aria-hidden />}>
            {t('shares.title')}
          </LinkButton>
          <LinkButton to="/ledger/matches" icon={<TeamOutlined aria-hidden />}>
            {t('ledger.matchesTotal', { total: waiting.data?.total ?? 0 })}
          </LinkButton>
          {holds(me, 'registrar', 'admin') && (
            <LinkButton to="/ledger/imports" icon={<ImportOutlined aria-hidden />}>
              {t('ledger.imports')}
            </LinkButton>
          )}
        </>
      }
    >
      <p className="quiet">{t('ledger.words')}</p>
      <Flex gap={8} wrap className="list-filter">
        <Segmented<LedgerHolder['kind']>
          aria-label={t('field.kind')}
          value={kind}
          onChange={(chosen) => setSearch({ kind: chosen })}
          options={[
            { value: 'person', label: t('subject.person') },
            { value: 'collective', label: t('subject.collective') },
          ]}
        />
        <Input.Search
          allowClear
          className="search"
          key={kind}
          defaultValue={q}
          placeholder={t('ledger.search')}
          aria-label={t('ledger.search')}
          onSearch={(words) => setSearch(words === '' ? { kind } : { kind, q: words })}
        />
      </Flex>
      <Loaded query={holders}>
        {({ items, total }) => (
          <RecordList
            label={t('nav.ledger')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('ledger.nobody')}
            loading={holders.isPlaceholderData}
            paging={{
              page,
              pageSize: ledgerPageSize,
              total,
              onChange: (next) =>
                setSearch({ kind, ...(q !== '' && { q }), ...(next > 1 && { page: String(next) }) }),
            }}
          />
        )}
      </Loaded>
    </Page>
  );
}
