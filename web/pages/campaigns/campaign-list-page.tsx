import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Campaign } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { stretchWords } from '../../format/stretch.ts';
import { useCampaigns } from '../../queries/catalogue.ts';
import { holds, useMe } from '../../queries/session.ts';
import { LaunchDialog } from './launch-dialog.tsx';

/** Days of a campaign; one without an end goes on. */
export function useCampaignDays() {
  const { t } = useTranslation();
  return ({ startsOn, endsOn }: Pick<Campaign, 'startsOn' | 'endsOn'>) => stretchWords(t, startsOn, endsOn);
}

/** Emulation campaigns of all levels, newest first. */
export function CampaignListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const days = useCampaignDays();
  const campaigns = useCampaigns();
  const me = useMe();
  const [launching, setLaunching] = useState(false);
  const columns: RecordColumn<Campaign>[] = [
    {
      key: 'name',
      title: t('campaign.campaign'),
      card: 'heading',
      render: ({ id, name }) => (
        <Link to={`/campaigns/${id}`} className="strong">
          {name}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('campaign.kindLabel'),
      width: 140,
      render: ({ kind }) => t(`campaign.kind.${kind}`),
    },
    {
      key: 'unit',
      title: t('campaign.launchedBy'),
      width: 240,
      render: ({ launchedBy }) => names.unit(launchedBy),
    },
    { key: 'days', title: t('campaign.days'), width: 220, render: days },
  ];
  return (
    <Page
      title={t('nav.campaigns')}
      actions={
        holds(me, 'clerk', 'appraiser', 'head') ? (
          <Button type="primary" onClick={() => setLaunching(true)}>
            {t('campaign.launch')}
          </Button>
        ) : undefined
      }
    >
      <Loaded query={campaigns}>
        {({ items }) => (
          <RecordList
            label={t('nav.campaigns')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('campaign.none')}
          />
        )}
      </Loaded>
      {launching && <LaunchDialog me={me} onClose={() => setLaunching(false)} />}
    </Page>
  );
}
