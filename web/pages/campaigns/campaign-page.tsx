import { Button, Card, Flex, Statistic } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { CampaignDetail, CampaignTarget, TargetAlternative } from '../../../api/contract/index.ts';
import { Loaded, LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../components/tone-tag.tsx';
import { formatInteger, formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useCampaign } from '../../queries/campaigns.ts';
import { useOfficePapers } from '../../queries/office-papers.ts';
import { useMe } from '../../queries/session.ts';
import { NewPaperDialog } from '../office-papers/new-paper-dialog.tsx';
import { PaperList } from '../office-papers/office-paper-list-page.tsx';
import { useCampaignDays } from './campaign-list-page.tsx';
import { ReportDialog } from './report-dialog.tsx';
import { TargetsDialog } from './targets-dialog.tsx';

/** One campaign: what it is about, its parts, and its targets against what was reached. */
export function CampaignPage() {
  const { campaignId = '' } = useParams();
  return (
    <LoadedPage query={useCampaign(campaignId)}>{(campaign) => <Details campaign={campaign} />}</LoadedPage>
  );
}

const tones: Record<CampaignTarget['outcome'], Tone> = { met: 'green', missed: 'red', unknown: 'plain' };

function Details({ campaign }: { campaign: CampaignDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const days = useCampaignDays();
  const [dialog, setDialog] = useState<'targets' | 'report' | 'paper' | null>(null);
  const me = useMe();
  const papers = useOfficePapers({ campaignId: campaign.id });
  const { targets, summary } = campaign;
  const isReported = targets.some(({ alternatives }) =>
    alternatives.some(({ actual }) => actual?.from === 'report'),
  );
  const columns: RecordColumn<CampaignTarget>[] = [
    {
      key: 'name',
      title: t('campaign.target'),
      card: 'heading',
      render: ({ name, track }) => (
        <div>
          <span className="strong">{name}</span>
          <div className="quiet">{t(`campaign.track.${track}`)}</div>
        </div>
      ),
    },
    {
      key: 'aim',
      title: t('campaign.aim'),
      render: ({ alternatives }) => <Ways ways={alternatives} show={(way) => <Aim way={way} />} />,
    },
    {
      key: 'actual',
      title: t('campaign.actual'),
      render: ({ alternatives }) => <Ways ways={alternatives} show={(way) => <Actual way={way} />} />,
    },
    {
      key: 'outcome',
      title: t('campaign.outcomeLabel'),
      width: 130,
      render: ({ outcome }) => <ToneTag tone={tones[outcome]}>{t(`campaign.outcome.${outcome}`)}</ToneTag>,
    },
  ];
  return (
    <Page
      title={campaign.name}
      status={<ToneTag>{t(`campaign.kind.${campaign.kind}`)}</ToneTag>}
      subtitle={`${names.unit(campaign.launchedBy)} · ${days(campaign)}`}
      trail={[
        { title: t('nav.campaigns'), to: '/campaigns' },
        ...(campaign.parent ? [{ title: t('campaign.parent'), to: `/campaigns/${campaign.parent.id}` }] : []),
      ]}
      actions={
        campaign.canWrite ? (
          <>
            <Button onClick={() => setDialog('paper')}>{t('paper.create')}</Button>
            {!isReported && (
              <Button onClick={() => setDialog('targets')}>{t('campaign.writeTargets')}</Button>
            )}
            {targets.length > 0 && (
              <Button type="primary" onClick={() => setDialog('report')}>
                {t('campaign.report')}
              </Button>
            )}
          </>
        ) : undefined
      }
    >
      <div className="stack">
        {campaign.theme !== null && <p className="strong">{campaign.theme}</p>}
        {campaign.criteria.length > 0 && (
          <ul>
            {campaign.criteria.map((criterion) => (
              <li key={criterion}>{criterion}</li>
            ))}
          </ul>
        )}
        {campaign.parts.length > 0 && (
          <section aria-label={t('campaign.parts')}>
            <h2>{t('campaign.parts')}</h2>
            <ul className="plain-list">
              {campaign.parts.map((part) => (
                <li key={part.id}>
                  <ToneTag>{t(`campaign.kind.${part.kind}`)}</ToneTag>{' '}
                  <Link to={`/campaigns/${part.id}`}>{part.name}</Link>{' '}
                  <span className="quiet">{days(part)}</span>
                </li>
              ))}
            </ul>
          </section>
        )}
        <h2>{t('campaign.targets')}</h2>
        {targets.length > 0 && (
          <Card size="small">
            <Flex gap={32} wrap>
              {(['met', 'missed', 'unknown'] as const).map((outcome) => (
                <Statistic key={outcome} title={t(`campaign.outcome.${outcome}`)} value={summary[outcome]} />
              ))}
            </Flex>
          </Card>
        )}
        <RecordList
          label={t('campaign.targets')}
          columns={columns}
          records={targets}
          keyOf={({ id }) => id}
          empty={t('campaign.noTargets')}
        />
        <section aria-label={t('nav.papers')}>
          <h2>{t('nav.papers')}</h2>
          <Loaded query={papers}>{({ items }) => <PaperList papers={items} />}</Loaded>
        </section>
      </div>
      {dialog === 'paper' && (
        <NewPaperDialog
          me={me}
          campaign={{ id: campaign.id, unitId: campaign.launchedBy.id }}
          onClose={() => setDialog(null)}
        />
      )}
      {dialog === 'targets' && <TargetsDialog campaign={campaign} onClose={() => setDialog(null)} />}
      {dialog === 'report' && <ReportDialog campaign={campaign} onClose={() => setDialog(null)} />}
    </Page>
  );
}

/** The alternatives of a target, one below the other, joined by "or". */
function Ways({ ways, show }: { ways: TargetAlternative[]; show: (way: TargetAlternative) => ReactNode }) {
  const { t } = useTranslation();
  return ways.map((way, i) => (
    <div key={way.id}>
      {i > 0 && <span className="quiet">{t('campaign.or')} </span>}
      {show(way)}
    </div>
  ));
}

function Aim({ way: { aim } }: { way: TargetAlternative }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  const sign = aim.strict ? '>' : '≥';
  if (aim.kind === 'share')
    return (
      <>
        {sign} {formatScore(aim.atLeast, locale)} <span className="quiet">{aim.base}</span>
      </>
    );
  if (aim.kind === 'rank') return <>{t('campaign.places', { total: aim.atLeast })}</>;
  return (
    <>
      {sign} {formatInteger(aim.atLeast, locale)}
    </>
  );
}

function Actual({ way: { aim, actual, basisPoints } }: { way: TargetAlternative }) {
  const { t } = useTranslation();
  const locale = currentLocale();
  if (actual === null) return <span className="quiet">{t('campaign.notReported')}</span>;
  const value = formatInteger(actual.value, locale);
  const against = actual.against === null ? null : formatInteger(actual.against, locale);
  return (
    <>
      {aim.kind === 'rank' ? `${against} → ${value}` : against === null ? value : `${value} / ${against}`}
      {basisPoints !== null && ` (${formatScore(basisPoints, locale)})`}
      <div className="quiet">{actual.from === 'ledger' ? t('campaign.fromLedger') : actual.source}</div>
    </>
  );
}
