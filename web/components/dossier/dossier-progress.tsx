import { Card } from 'antd';
import { useTranslation } from 'react-i18next';
import type { DossierDetail } from '../../../api/contract/index.ts';
import { useTimeline } from '../../queries/dossiers.ts';
import { HistoryCard } from '../history-card.tsx';
import { TaskList } from '../task-list.tsx';

/** What is to be done now, and all that has happened, newest first. */
export function DossierProgress({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const timeline = useTimeline(dossier.id);
  const active = dossier.tasks.filter(({ status }) => status === 'open' || status === 'claimed');
  return (
    <div className="stack">
      {active.length > 0 && (
        <Card size="small" title={t('progress.now')}>
          <TaskList tasks={active} empty={t('inbox.empty')} within="dossier" />
        </Card>
      )}
      <HistoryCard query={timeline} />
    </div>
  );
}
