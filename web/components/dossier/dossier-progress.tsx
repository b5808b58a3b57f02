import { Card, Checkbox, Timeline } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { DossierDetail, TimelineEntry } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { currentLocale } from '../../i18n.ts';
import { useTimeline } from '../../queries/dossiers.ts';
import { colours } from '../../theme.ts';
import { Loaded } from '../loaded.tsx';
import { TaskList } from '../task-list.tsx';

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

/** What is to be done now, and all that has happened, newest first. */
export function DossierProgress({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const [steps, setSteps] = useState(false);
  const timeline = useTimeline(dossier.id);
  const active = dossier.tasks.filter(({ status }) => status === 'open' || status === 'claimed');
  return (
    <div className="stack">
      {active.length > 0 && (
        <Card size="small" title={t('progress.now')}>
          <TaskList tasks={active} empty={t('inbox.empty')} within="dossier" />
        </Card>
      )}
      <Card
        size="small"
        title={t('progress.history')}
        extra={
          <Checkbox checked={steps} onChange={(event) => setSteps(event.target.checked)}>
            {t('progress.steps')}
          </Checkbox>
        }
      >
        <Loaded query={timeline}>
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
    </div>
  );
}
