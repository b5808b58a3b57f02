import type { UseQueryResult } from '@tanstack/react-query';
import { Card, Checkbox, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { TimelineEntry } from '../../api/contract/index.ts';
import { formatInstant } from '../format/dates.ts';
import { currentLocale } from '../i18n.ts';
import type { Listing } from '../queries/catalogue.ts';
import { colours } from '../theme.ts';
import { Loaded } from './loaded.tsx';

/** antd's own colour names follow the theme, in which "blue" would come out red; these stay what they are. */
const dots: Record<TimelineEntry['kind'], string> = {
  created: colours.ink,
  submitted: colours.ink,
  split: colours.amber,
  decision: colours.green,
  session: colours.blue,
  paper: colours.gold,
  document: colours.quiet,
  incident: colours.late,
  withdrawn: colours.late,
  held: colours.late,
  resumed: colours.ink,
  escalation: colours.amber,
  notice: colours.line,
  step: colours.line,
};

function Entry({ entry }: { entry: TimelineEntry }) {
  const { t } = useTranslation();
  return (
    <div>
      <div className={entry.kind === 'step' || entry.kind === 'notice' ? '' : 'strong'}>
        {currentLocale() === 'en' ? entry.textEn : entry.textVi}
      </div>
      {entry.reason !== null && <div className="pre">{t('field.reasonIs', { reason: entry.reason })}</div>}
      <div className="quiet">
        <time dateTime={entry.at}>{formatInstant(entry.at)}</time>
        {entry.actor !== null && ` · ${entry.actor.fullName}`}
      </div>
    </div>
  );
}

/** What people did; with `steps` also what the process did in between. */
const shownEntries = (entries: TimelineEntry[], steps: boolean) =>
  entries.filter(({ kind }) => steps || kind !== 'step').reverse();

/** All that has happened, newest first; people's acts alone, or with the steps of the process. */
export function HistoryCard({ query }: { query: UseQueryResult<Listing<TimelineEntry>> }) {
  const { t } = useTranslation();
  const [steps, setSteps] = useState(false);
  return (
    <Card
      size="small"
      title={t('progress.history')}
      extra={
        <Checkbox checked={steps} onChange={(event) => setSteps(event.target.checked)}>
          {t('progress.steps')}
        </Checkbox>
      }
    >
      <Loaded query={query}>
        {({ items }) => (
          <Timeline
            items={shownEntries(items, steps).map((entry, index) => ({
              key: `${entry.at}-${index}`,
              color: dots[entry.kind],
              content: <Entry entry={entry} />,
            }))}
          />
        )}
      </Loaded>
    </Card>
  );
}
