import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../../api/contract/index.ts';
import { formatDate } from '../../../format/dates.ts';
import { type Draft, weeksOf } from './draft.ts';

export interface YearGridProps {
  year: number;
  /** Days that differ from the working week, by date, as the draft leaves them. */
  days: Map<string, CalendarDay>;
  draft: Draft;
  onChoose: (date: string) => void;
}

const months = Array.from({ length: 12 }, (_, index) => index + 1);

/** The twelve months of a year. Every day is a button; its kind is said as well as coloured. */
export function YearGrid(props: YearGridProps) {
  return (
    <div className="year-grid">
      {months.map((month) => (
        <Month key={month} month={month} {...props} />
      ))}
    </div>
  );
}

function Month({ year, month, days, draft, onChoose }: YearGridProps & { month: number }) {
  const { t } = useTranslation();
  const weekdays = t('calendar.weekdays').split(' ');
  return (
    <table className="month">
      <caption>{t('calendar.month', { month, year })}</caption>
      <thead>
        <tr>
          {weekdays.map((name) => (
            <th key={name} scope="col">
              {name}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(year, month).map((week) => (
          <tr key={week.find((date) => date !== null)}>
            {week.map((date, weekday) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: the place in the week is what the cell is.
              <td key={weekday}>
                {date !== null && (
                  <button
                    type="button"
                    className={classOf(days.get(date), weekday, draft.has(date))}
                    title={days.get(date)?.name}
                    aria-label={[
                      formatDate(date),
                      t(`calendar.kind.${days.get(date)?.kind ?? (weekday > 4 ? 'weekend' : 'ordinary')}`),
                      days.get(date)?.name,
                      draft.has(date) ? t('calendar.unsaved') : undefined,
                    ]
                      .filter(Boolean)
                      .join(', ')}
                    onClick={() => onChoose(date)}
                  >
                    {Number(date.slice(8))}
                  </button>
                )}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function classOf(day: CalendarDay | undefined, weekday: number, unsaved: boolean): string {
  return [
    'day',
    weekday > 4 && 'day-weekend',
    day && `day-${day.kind.replace('_', '-')}`,
    day?.tentative && 'day-tentative',
    unsaved && 'day-unsaved',
  ]
    .filter(Boolean)
    .join(' ');
}
