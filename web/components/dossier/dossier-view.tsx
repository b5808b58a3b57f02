import { Spin, Tabs } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { DossierDetail } from '../../../api/contract/index.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { EligibilityPanel } from '../eligibility/eligibility-panel.tsx';
import { useNarrow } from '../use-narrow.ts';
import { DossierBonuses } from './dossier-bonuses.tsx';
import { DossierNominations } from './dossier-nominations.tsx';
import { DossierOverview } from './dossier-overview.tsx';
import { DossierPapers } from './dossier-papers.tsx';
import { DossierProgress } from './dossier-progress.tsx';

const DossierDiagram = lazy(async () => ({
  default: (await import('../diagram/dossier-diagram.tsx')).DossierDiagram,
}));

/**
 * Everything about a dossier, in tabs that the address remembers: overview with the rule, nominees, papers, progress and,
 * once it runs, its BPMN diagram. The same view stands alone and beside a decision.
 */
export function DossierView({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const narrow = useNarrow();
  // On a phone the counts would push the last tabs out of sight.
  const counted = (label: string, total: number) =>
    narrow ? label : `${label} (${formatInteger(total, currentLocale())})`;
  const started = dossier.instanceId !== null;
  const tabs = [
    { key: 'overview', label: t('tab.overview'), children: <DossierOverview dossier={dossier} /> },
    {
      key: 'nominees',
      label: counted(t('tab.nominees'), dossier.nominations),
      children: <DossierNominations dossier={dossier} />,
    },
    ...(dossier.rule !== null && dossier.nominations > 0
      ? [
          {
            key: 'eligibility',
            label: t('tab.eligibility'),
            children: <EligibilityPanel dossier={dossier} />,
          },
        ]
      : []),
    {
      key: 'papers',
      label: counted(t('tab.papers'), dossier.documents.length),
      children: <DossierPapers dossier={dossier} />,
    },
    ...(dossier.rule !== null && dossier.nominations > 0
      ? [{ key: 'bonuses', label: t('tab.bonuses'), children: <DossierBonuses dossier={dossier} /> }]
      : []),
    ...(started
      ? [
          { key: 'progress', label: t('tab.progress'), children: <DossierProgress dossier={dossier} /> },
          {
            key: 'diagram',
            label: t('tab.diagram'),
            children: (
              <Suspense fallback={<Spin />}>
                <DossierDiagram dossierId={dossier.id} />
              </Suspense>
            ),
          },
        ]
      : []),
  ];
  const wanted = search.get('tab');
  return (
    <Tabs
      {...(narrow && { tabBarGutter: 16 })}
      destroyOnHidden
      activeKey={tabs.some(({ key }) => key === wanted) ? (wanted ?? 'overview') : 'overview'}
      onChange={(tab) =>
        setSearch(
          (current) => {
            const next = new URLSearchParams(current);
            next.set('tab', tab);
            return next;
          },
          { replace: true },
        )
      }
      items={tabs}
    />
  );
}
