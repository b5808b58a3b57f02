import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { Task } from '../../api/contract/index.ts';
import { formatInstant } from '../format/dates.ts';
import { useNames } from './names.ts';
import { type RecordColumn, RecordList, type RecordListProps } from './record-list.tsx';
import { VerdictTag } from './status-tags.tsx';
import { useTaskColumns } from './task-columns.tsx';
import { ToneTag } from './tone-tag.tsx';

export interface TaskListProps {
  tasks: Task[];
  empty: string;
  /** Tasks already decided show the decision in place of the deadline. */
  decided?: boolean;
  /** Inside a dossier the tasks say who is to act, instead of which dossier they belong to. */
  within?: 'inbox' | 'dossier';
  loading?: boolean;
  paging?: RecordListProps<Task>['paging'];
  /** Lets tasks be picked, to decide them together. */
  selection?: Pick<NonNullable<RecordListProps<Task>['selection']>, 'selected' | 'onChange'>;
}

/** The priority of tasks whose model names none. */
const usualPriority = 50;

/** Tasks in the order of their deadlines; what is overdue is marked by colour and by word. */
export function TaskList({
  tasks,
  empty,
  decided = false,
  within = 'inbox',
  loading = false,
  paging,
  selection,
}: TaskListProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { due, place, holder } = useTaskColumns();
  const subject: RecordColumn<Task> = {
    key: 'subject',
    title: t('field.subject'),
    render: (task) => (
      <div>
        <div>{task.subject.title}</div>
        <div className="quiet">
          {task.subject.code} · {names.unit(task.unit)}
          {task.dossier && ` · ${t('nominations.count', { total: task.dossier.nominations })}`}
        </div>
      </div>
    ),
  };
  const columns: RecordColumn<Task>[] = [
    {
      key: 'name',
      title: t('field.task'),
      card: 'heading',
      render: (task) => (
        <div>
          <Link to={`/tasks/${task.id}`} className="strong">
            {task.name}
          </Link>
          <div className="quiet">{t(`level.${task.level}`)}</div>
          {!decided && task.priority > usualPriority && <ToneTag tone="amber">{t('task.urgent')}</ToneTag>}
          {!decided && task.followUpAt !== null && (
            <div className="quiet">{t('task.followUp', { at: formatInstant(task.followUpAt) })}</div>
          )}
        </div>
      ),
    },
    within === 'dossier' ? place : subject,
    decided
      ? {
          key: 'decision',
          title: t('field.decision'),
          width: 220,
          render: (task) => (
            <div>
              {task.verdict !== null && <VerdictTag task={task} verdict={task.verdict} />}
              {task.status === 'overtaken' && <ToneTag tone="amber">{t('taskStatus.overtaken')}</ToneTag>}
              {task.decidedAt !== null && <div className="quiet">{formatInstant(task.decidedAt)}</div>}
            </div>
          ),
        }
      : due,
    ...(decided ? [] : [holder]),
  ];
  return (
    <RecordList
      label={t('task.list')}
      columns={columns}
      records={tasks}
      keyOf={(task) => task.id}
      empty={empty}
      loading={loading}
      rowClass={(task) => (task.overdue && !decided ? 'row-late' : '')}
      {...(paging && { paging })}
      {...(selection && {
        selection: {
          ...selection,
          labelOf: (task: Task) => t('bulk.pick', { code: task.subject.code, task: task.name }),
        },
      })}
    />
  );
}
