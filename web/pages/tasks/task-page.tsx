import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Task } from '../../../api/contract/index.ts';
import { DossierView } from '../../components/dossier/dossier-view.tsx';
import { Loaded, LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { DossierStatusTag, TaskStatusTag } from '../../components/status-tags.tsx';
import { useDossier } from '../../queries/dossiers.ts';
import { useTask } from '../../queries/tasks.ts';
import { DecisionPanel } from './decision-panel.tsx';

function TaskBesideDossier({ task }: { task: Task }) {
  const { t } = useTranslation();
  const names = useNames();
  const dossier = useDossier(task.dossier.id);
  return (
    <Page
      title={task.name}
      status={<TaskStatusTag status={task.status} />}
      subtitle={`${t(`level.${task.level}`)} · ${task.dossier.code} · ${names.unit(task.dossier.unit)}`}
      trail={[{ title: t('nav.tasks'), to: '/tasks' }]}
    >
      <div className="split">
        <section className="split-dossier" aria-label={t('field.dossier')}>
          <h2>
            {task.dossier.title} {dossier.data && <DossierStatusTag status={dossier.data.status} />}
          </h2>
          <Loaded query={dossier}>{(loaded) => <DossierView dossier={loaded} />}</Loaded>
        </section>
        <aside className="split-decision" aria-label={t('field.decision')}>
          <DecisionPanel key={task.id} task={task} />
        </aside>
      </div>
    </Page>
  );
}

/** One task: the dossier on the left, the decision on the right; on a phone the decision comes first. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  return <LoadedPage query={useTask(taskId)}>{(task) => <TaskBesideDossier task={task} />}</LoadedPage>;
}
