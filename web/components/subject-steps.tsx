import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/contract/index.ts';
import { TaskList } from './task-list.tsx';

/** The steps of a subject's process: what waits, then what was done, the newest first. */
export function SubjectSteps({ tasks, empty }: { tasks: Task[]; empty: string }) {
  const { t } = useTranslation();
  const waits = tasks.filter(({ status }) => status === 'open' || status === 'claimed');
  const done = tasks.filter(({ status }) => status === 'done').reverse();
  if (waits.length + done.length === 0) return <p className="quiet">{empty}</p>;
  return (
    <div className="stack">
      {waits.length > 0 && <TaskList tasks={waits} within="dossier" empty="" />}
      {done.length > 0 && (
        <>
          <h2>{t('progress.done')}</h2>
          <TaskList tasks={done} within="dossier" decided empty="" />
        </>
      )}
    </div>
  );
}
