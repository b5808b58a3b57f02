import { PlusOutlined } from '@ant-design/icons';
import { Flex, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DossierStatus } from '../../../api/contract/index.ts';
import { DossierTable } from '../../components/dossier/dossier-table.tsx';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { currentLocale } from '../../i18n.ts';
import { useAwards } from '../../queries/catalogue.ts';
import { type DossierFilter, pageSize, useDossiers } from '../../queries/dossiers.ts';
import { holds, useMe } from '../../queries/session.ts';

const statuses: DossierStatus[] = [
  'draft',
  'running',
  'returned',
  'decided',
  'issued',
  'closed',
  'withdrawn',
  'rejected',
];

/** Dossiers that the account may see, newest first, filtered by words, status and award; the address keeps the filter. */
export function DossierListPage() {
  const { t } = useTranslation();
  const me = useMe();
  const awards = useAwards();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((known) => known === search.get('status'));
  const awardCode = search.get('award') ?? undefined;
  const q = search.get('q') ?? undefined;
  const page = Number(search.get('page') ?? 1);
  const filter: DossierFilter = {
    page,
    ...(status !== undefined && { status }),
    ...(awardCode !== undefined && { awardCode }),
    ...(q !== undefined && { q }),
  };
  const dossiers = useDossiers(filter);

  const change = (name: string, value: string | undefined) => {
    const next = new URLSearchParams(search);
    if (value === undefined || value === '') next.delete(name);
    else next.set(name, value);
    if (name !== 'page') next.delete('page');
    setSearch(next);
  };

  return (
    <Page
      title={t('nav.dossiers')}
      actions={
        holds(me, 'clerk') && (
          <LinkButton to="/dossiers/new" type="primary" icon={<PlusOutlined aria-hidden />}>
            {t('dossier.new')}
          </LinkButton>
        )
      }
    >
      <Flex gap={8} wrap className="list-filter">
        <Input.Search
          allowClear
          className="search"
          defaultValue={q ?? ''}
          placeholder={t('dossier.search')}
          aria-label={t('dossier.search')}
          onSearch={(words) => change('q', words)}
        />
        <Select<DossierStatus>
          allowClear
          className="filter"
          placeholder={t('field.status')}
          aria-label={t('field.status')}
          {...(status !== undefined && { value: status })}
          onChange={(value) => change('status', value)}
          options={statuses.map((value) => ({ value, label: t(`dossierStatus.${value}`) }))}
        />
        <Select<string>
          allowClear
          showSearch={{ optionFilterProp: 'label' }}
          className="filter-wide"
          placeholder={t('field.award')}
          aria-label={t('field.award')}
          loading={awards.isLoading}
          {...(awardCode !== undefined && { value: awardCode })}
          onChange={(value) => change('award', value)}
          options={(awards.data?.items ?? []).map((award) => ({
            value: award.code,
            label: currentLocale() === 'en' ? award.nameEn : award.nameVi,
          }))}
        />
      </Flex>
      <Loaded query={dossiers}>
        {({ items, total }) => (
          <DossierTable
            dossiers={items}
            empty={t('dossier.empty')}
            loading={dossiers.isPlaceholderData}
            paging={{ page, pageSize, total, onChange: (next) => change('page', String(next)) }}
          />
        )}
      </Loaded>
    </Page>
  );
}
