import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CalendarChange, CalendarReport, MovedDeadline } from '../../../../api/contract/index.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { subjectPath } from '../../../components/subject-path.ts';
import { formatInstant } from '../../../format/dates.ts';
import { useCalendarReport } from '../../../queries/calendar.ts';

/** Which open deadlines a change moves, and from when to when: seen before anything is saved. */
export function MovedDeadlines({ change }: { change: CalendarChange }) {
  return <Loaded query={useCalendarReport(change, true)}>{(report) => <Report report={report} />}</Loaded>;
}

function Report({ report }: { report: CalendarReport }) {
  const { t } = useTranslation();
  const columns: RecordColumn<MovedDeadline>[] = [
    {
      key: 'task',
      title: t('field.task'),
      card: 'heading',
      render: (moved) => (
        <div>
          <Link to={`${subjectPath(moved.subject)}?tab=progress`}>{moved.subject.code}</Link>
          <div className="quiet">{moved.taskName}</div>
        </div>
      ),
    },
    { key: 'from', title: t('calendar.from'), width: 150, render: ({ from }) => formatInstant(from) },
    { key: 'to', title: t('calendar.to'), width: 150, render: ({ to }) => formatInstant(to) },
  ];
  return (
    <div className="stack">
      <p>{t('calendar.moved', { moved: report.moved, open: report.open })}</p>
      {report.overdue > 0 && (
        <Alert type="warning" showIcon title={t('calendar.overdue', { total: report.overdue })} />
      )}
      {report.moved > 0 && (
        <RecordList
          label={t('calendar.movedList')}
          columns={columns}
          records={report.deadlines}
          keyOf={({ taskId }) => taskId}
          empty={t('calendar.movedElsewhere')}
        />
      )}
    </div>
  );
}
