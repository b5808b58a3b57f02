import { DownloadOutlined, LeftOutlined, RightOutlined, UploadOutlined } from '@ant-design/icons';
import { Alert, App, Button, Card, Flex, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { CalendarDay, CalendarYear } from '../../../../api/contract/index.ts';
import { ApiProblem } from '../../../api.ts';
import { Loaded } from '../../../components/loaded.tsx';
import { Page } from '../../../components/page.tsx';
import { ProblemAlert } from '../../../components/problem-alert.tsx';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { RowReport } from '../../../components/row-report.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { formatDate } from '../../../format/dates.ts';
import { useCalendar, useCalendarCommands } from '../../../queries/calendar.ts';
import { DayDialog } from './day-dialog.tsx';
import { changeOf, type Draft, drafted, draftOf, noChange, withDay } from './draft.ts';
import { MovedDeadlines } from './moved-deadlines.tsx';
import { YearGrid } from './year-grid.tsx';

/** Whether what is known of a year has been announced. */
function YearState({ calendar }: { calendar: CalendarYear }) {
  const { t } = useTranslation();
  const known = calendar.years.find(({ year }) => year === calendar.year);
  if (!known) return <ToneTag tone="red">{t('calendar.unknownYear')}</ToneTag>;
  if (known.tentative) return <ToneTag tone="amber">{t('calendar.tentativeYear')}</ToneTag>;
  return <ToneTag tone="green">{t('calendar.announcedYear')}</ToneTag>;
}

/** Changes made here and not saved yet: thrown away, or saved with a reason after a look at what they move. */
function DraftBar({ draft, version, onDone }: { draft: Draft; version: number; onDone: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { save } = useCalendarCommands();
  const [saving, setSaving] = useState(false);
  if (draft.size === 0) return null;
  const change = changeOf(draft);
  return (
    <>
      <Alert
        type="info"
        showIcon
        title={t('calendar.draft', { total: draft.size })}
        description={
          <Flex gap={8} wrap>
            <Button onClick={onDone}>{t('calendar.discard')}</Button>
            <Button type="primary" onClick={() => setSaving(true)}>
              {t('calendar.review')}
            </Button>
          </Flex>
        }
      />
      <ReasonDialog
        open={saving}
        width={720}
        title={t('calendar.save')}
        explanation={t('calendar.saveHelp')}
        confirm={t('calendar.save')}
        onConfirm={async (reason) => {
          const { moved } = await save.mutateAsync({ version, change, reason });
          void message.success(t('calendar.saved', { moved }));
          onDone();
        }}
        onClose={() => setSaving(false)}
      >
        {saving && <MovedDeadlines change={change} />}
      </ReasonDialog>
    </>
  );
}

/** A button that reads a file into a draft, and what is wrong with the file. */
function useImport(onRead: (draft: Draft, version: number) => void) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { read } = useCalendarCommands();
  const start = (file: File) =>
    read.mutate(file, {
      onSuccess: ({ version, change }) => {
        const draft = draftOf(change);
        void message.info(t('calendar.imported', { total: draft.size }));
        onRead(draft, version);
      },
    });
  const button = (
    <Upload
      accept=".xlsx,.csv,.yaml,.yml"
      showUploadList={false}
      beforeUpload={(file) => {
        start(file);
        return false; // becomes a draft; nothing is sent to be stored
      }}
    >
      <Button icon={<UploadOutlined aria-hidden />} loading={read.isPending}>
        {t('calendar.import')}
      </Button>
    </Upload>
  );
  const problems = read.error !== null && (
    <div className="stack">
      <ProblemAlert error={read.error} />
      {read.error instanceof ApiProblem && read.error.rows.length > 0 && <RowReport rows={read.error.rows} />}
    </div>
  );
  return { button, problems };
}

function Opened({ calendar, onYear }: { calendar: CalendarYear; onYear: (year: number) => void }) {
  const { t } = useTranslation();
  // The version a draft was begun on: what somebody else saves meanwhile must not be overwritten unseen.
  const [{ draft, version }, setDraft] = useState({ draft: noChange, version: calendar.version });
  const [chosen, setChosen] = useState<string | null>(null);
  const { year } = calendar;
  const days = drafted(calendar.days, draft);
  const { button, problems } = useImport((read, on) => setDraft({ draft: read, version: on }));
  const listed = [...days.values()]
    .filter(({ date }) => date.startsWith(`${year}-`))
    .sort((a, b) => (a.date < b.date ? -1 : 1));
  const columns: RecordColumn<CalendarDay>[] = [
    {
      key: 'date',
      title: t('calendar.date'),
      width: 130,
      card: 'heading',
      render: ({ date }) => (
        <button type="button" className="link" onClick={() => setChosen(date)}>
          {formatDate(date)}
        </button>
      ),
    },
    {
      key: 'kind',
      title: t('calendar.kindOf'),
      width: 150,
      render: ({ kind }) => t(`calendar.kind.${kind}`),
    },
    {
      key: 'name',
      title: t('calendar.name'),
      render: ({ name, tentative }) => (
        <>
          {name} {tentative && <ToneTag tone="amber">{t('calendar.tentative')}</ToneTag>}
        </>
      ),
    },
    {
      key: 'citation',
      title: t('calendar.citation'),
      render: ({ citation, grade }) => `${citation} (${grade})`,
    },
  ];
  return (
    <div className="stack">
      <Flex gap={8} wrap align="center">
        <Button
          icon={<LeftOutlined aria-hidden />}
          aria-label={t('calendar.previous')}
          onClick={() => onYear(year - 1)}
        />
        <strong className="year">{year}</strong>
        <Button
          icon={<RightOutlined aria-hidden />}
          aria-label={t('calendar.next')}
          onClick={() => onYear(year + 1)}
        />
        <YearState calendar={calendar} />
        <span className="grow" />
        <Button href={`/api/calendar/sheet.xlsx?year=${year}`} icon={<DownloadOutlined aria-hidden />}>
          {t('calendar.download')}
        </Button>
        {button}
      </Flex>
      {problems}
      {calendar.waiting > 0 && (
        <Alert type="info" showIcon title={t('calendar.waiting', { total: calendar.waiting })} />
      )}
      <DraftBar
        draft={draft}
        version={version}
        onDone={() => setDraft({ draft: noChange, version: calendar.version })}
      />
      <YearGrid year={year} days={days} draft={draft} onChoose={setChosen} />
      <ul className="calendar-legend" aria-label={t('calendar.legend')}>
        {(['holiday', 'compensatory', 'make_up'] as const).map((kind) => (
          <li key={kind}>
            <span className={`day day-${kind.replace('_', '-')}`} aria-hidden />
            {t(`calendar.kind.${kind}`)}
          </li>
        ))}
        <li>
          <span className="day day-tentative" aria-hidden />
          {t('calendar.tentative')}
        </li>
      </ul>
      <Card size="small" title={t('calendar.listTitle', { year })}>
        <RecordList
          label={t('calendar.listTitle', { year })}
          columns={columns}
          records={listed}
          keyOf={({ date }) => date}
          empty={t('calendar.none')}
        />
      </Card>
      {chosen !== null && (
        <DayDialog
          key={chosen}
          date={chosen}
          day={days.get(chosen)}
          onChange={(day) =>
            setDraft((before) => ({
              draft: withDay(
                before.draft,
                calendar.days.find(({ date }) => date === chosen),
                chosen,
                day,
              ),
              version: before.draft.size === 0 ? calendar.version : before.version,
            }))
          }
          onClose={() => setChosen(null)}
        />
      )}
    </div>
  );
}

/** The working calendar of a year: days off, compensatory days, Saturdays that are worked; changed by hand or from a file. */
export function CalendarPage() {
  const { t } = useTranslation();
  const [search, setSearch] = useSearchParams();
  const year = Number(search.get('year') ?? new Date().getFullYear());
  return (
    <Page
      title={t('nav.calendar')}
      subtitle={t('calendar.words')}
      trail={[{ title: t('nav.admin'), to: '/admin' }]}
    >
      <Loaded query={useCalendar(year)}>
        {(calendar) => <Opened calendar={calendar} onYear={(next) => setSearch({ year: String(next) })} />}
      </Loaded>
    </Page>
  );
}
