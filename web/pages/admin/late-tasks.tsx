import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { useTaskColumns } from '../../components/task-columns.tsx';

/** Tasks past their deadline, with the place that should have acted. */
export function LateTasks({ tasks, actions }: { tasks: Task[]; actions: (task: Task) => ReactNode }) {
  const { t } = useTranslation();
  const { due, place, holder } = useTaskColumns();
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
            {task.subject.code} · {task.subject.title}
          </div>
        </div>
      ),
    },
    due,
    place,
    holder,
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
