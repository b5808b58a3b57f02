import { useTranslation } from 'react-i18next';
import type { Task } from '../../api/contract/index.ts';
import { Due } from './due.tsx';
import { useNames } from './names.ts';
import type { RecordColumn } from './record-list.tsx';

/** Columns that every list of tasks shows alike: when a task is due, whose it is, who holds it. */
export function useTaskColumns(): Record<'due' | 'place' | 'holder', RecordColumn<Task>> {
  const { t } = useTranslation();
  const names = useNames();
  return {
    due: {
      key: 'due',
      title: t('field.due'),
      width: 190,
      render: ({ dueAt, paused }) => <Due at={dueAt} paused={paused} />,
    },
    place: {
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
    holder: {
      key: 'holder',
      title: t('field.holder'),
      width: 170,
      render: (task) => {
        if (task.assignedToMe) return t('task.mine');
        if (task.assignee !== null) return t('task.heldBy', { name: task.assignee.fullName });
        return t('task.free');
      },
    },
  };
}
