import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../api/contract/index.ts';
import { Due } from '../../components/due.tsx';
import { useNames } from '../../components/names.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';

/** Tasks past their deadline, with the place that should have acted. */
export function LateTasks({ tasks, actions }: { tasks: Task[]; actions: (task: Task) => ReactNode }) {
  const { t } = useTranslation();
  const names = useNames();
  const columns: RecordColumn<Task>[] = [
    {
      key: 'task',
      title: t('field.task'),
      card: 'heading',
      render: (task) => (
        <div>
          <Link to={`/tasks/${task.id}`} className="strong">
            {task.name}
          </Link>
          <div className="quiet">
            {task.dossier.code} · {task.dossier.title}
          </div>
        </div>
      ),
    },
    { key: 'due', title: t('field.due'), width: 190, render: ({ dueAt }) => <Due at={dueAt} /> },
    {
      key: 'place',
      title: t('field.candidates'),
      render: (task) => (
        <div>
          {t(`role.${task.candidateRole}`)}
          <div className="quiet">
            {task.candidateCouncil?.name ?? (task.candidateUnit && names.unit(task.candidateUnit))}
          </div>
        </div>
      ),
    },
    {
      key: 'holder',
      title: t('field.holder'),
      width: 160,
      render: ({ assignee }) => assignee?.fullName ?? t('task.free'),
    },
    { key: 'actions', card: 'bare', title: t('field.actions'), width: 130, render: actions },
  ];
  return (
    <RecordList
      label={t('admin.lateTitle')}
      columns={columns}
      records={tasks}
      keyOf={({ id }) => id}
      empty={t('admin.noneLate')}
      rowClass={() => 'row-late'}
    />
  );
}
