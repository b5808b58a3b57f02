import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Overlay } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { stretchWords } from '../../format/stretch.ts';
import { useOverlays } from '../../queries/overlays.ts';
import { OverlayDialog } from './overlay-dialog.tsx';
import { SubmissionPolicies } from './submission-policies.tsx';

/** Overlays of the organisation: its own values where the law leaves them to it, by unit and date. */
export function OverlaysPage() {
  const { t } = useTranslation();
  const names = useNames();
  const overlays = useOverlays();
  const [opened, setOpened] = useState<Overlay | 'new' | null>(null);
  const columns: RecordColumn<Overlay>[] = [
    {
      key: 'name',
      title: t('overlay.name'),
      card: 'heading',
      render: (overlay) => (
        <button type="button" className="link strong" onClick={() => setOpened(overlay)}>
          {overlay.name}
        </button>
      ),
    },
    { key: 'unit', title: t('ledger.unit'), render: ({ unit }) => names.unit(unit) },
    {
      key: 'dates',
      title: t('overlay.dates'),
      width: 220,
      render: ({ effectiveFrom, effectiveTo }) => stretchWords(t, effectiveFrom, effectiveTo),
    },
    {
      key: 'paper',
      title: t('overlay.paper'),
      width: 180,
      render: ({ paper }) =>
        paper && (
          <Link to={`/office-papers/${paper.id}`} title={paper.title}>
            {paper.symbol}
          </Link>
        ),
    },
    {
      key: 'inUse',
      title: t('overlay.inUse'),
      width: 160,
      render: ({ inUse }) => t(inUse ? 'overlay.used' : 'overlay.unused'),
    },
  ];
  return (
    <Page
      title={t('nav.overlays')}
      trail={[{ title: t('nav.admin'), to: '/admin' }]}
      actions={
        <Button type="primary" onClick={() => setOpened('new')}>
          {t('overlay.write')}
        </Button>
      }
    >
      <p className="quiet">{t('overlay.words')}</p>
      <div className="stack">
        <Loaded query={overlays}>
          {({ items }) => (
            <RecordList
              label={t('nav.overlays')}
              columns={columns}
              records={items}
              keyOf={({ id }) => id}
              empty={t('overlay.none')}
            />
          )}
        </Loaded>
        <SubmissionPolicies />
      </div>
      {opened !== null && (
        <OverlayDialog
          key={opened === 'new' ? 'new' : opened.id}
          overlay={opened === 'new' ? null : opened}
          onClose={() => setOpened(null)}
        />
      )}
    </Page>
  );
}
