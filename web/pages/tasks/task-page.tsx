import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { Task } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { TaskStatusTag } from '../../components/status-tags.tsx';
import { useTask } from '../../queries/tasks.ts';
import { DecisionPanel } from './decision-panel.tsx';
import { SubjectView } from './subject-view.tsx';

function TaskBesideSubject({ task }: { task: Task }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Page
      title={task.name}
      status={<TaskStatusTag status={task.status} />}
      subtitle={`${t(`level.${task.level}`)} · ${task.subject.code} · ${names.unit(task.unit)}`}
      trail={[{ title: t('nav.tasks'), to: '/tasks' }]}
    >
      <div className="split">
        <section className="split-dossier" aria-label={t('field.subject')}>
          <SubjectView subject={task.subject} />
        </section>
        <aside className="split-decision" aria-label={t('field.decision')}>
          <DecisionPanel key={task.id} task={task} />
        </aside>
      </div>
    </Page>
  );
}

/** One task: what it is about on the left, the decision on the right; on a phone the decision comes first. */
export function TaskPage() {
  const { taskId = '' } = useParams();
  return <LoadedPage query={useTask(taskId)}>{(task) => <TaskBesideSubject task={task} />}</LoadedPage>;
}
