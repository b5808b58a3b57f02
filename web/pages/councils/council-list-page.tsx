import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CouncilSummary } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { useCouncils, useSessionsAhead } from '../../queries/councils.ts';
import { holds, useMe } from '../../queries/session.ts';
import { NewCouncilDialog } from './new-council-dialog.tsx';
import { SessionTable } from './session-table.tsx';

/** Councils the account sits on, keeps the papers of, or oversees. */
export function CouncilListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const me = useMe();
  const [establishing, setEstablishing] = useState(false);
  const columns: RecordColumn<CouncilSummary>[] = [
    {
      key: 'name',
      title: t('field.council'),
      card: 'heading',
      render: (council) => (
        <div>
          <Link to={`/councils/${council.id}`} className="strong">
            {council.name}
          </Link>
          <div className="quiet">
            {t(`level.${council.level}`)} · {names.unit(council.unit)}
          </div>
        </div>
      ),
    },
    {
      key: 'capacity',
      title: t('council.myCapacity'),
      width: 160,
      render: ({ myCapacity }) => (myCapacity === null ? '–' : t(`capacity.${myCapacity}`)),
    },
    {
      key: 'members',
      title: t('council.members'),
      width: 110,
      align: 'right',
      render: ({ members }) => members,
    },
    {
      key: 'waiting',
      title: t('council.waiting'),
      width: 160,
      align: 'right',
      render: ({ waitingItems }) => (waitingItems > 0 ? <strong>{waitingItems}</strong> : waitingItems),
    },
  ];
  return (
    <Page
      title={t('nav.councils')}
      actions={
        holds(me, 'admin') && <Button onClick={() => setEstablishing(true)}>{t('council.establish')}</Button>
      }
    >
      <NewCouncilDialog open={establishing} onClose={() => setEstablishing(false)} />
      <Loaded query={useSessionsAhead()}>
        {(sessions) =>
          sessions.length > 0 && (
            <Card size="small" title={t('session.ahead')} className="sessions-ahead">
              <SessionTable sessions={sessions} />
            </Card>
          )
        }
      </Loaded>
      <Loaded query={useCouncils()}>
        {({ items }) => (
          <RecordList
            label={t('nav.councils')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('council.none')}
          />
        )}
      </Loaded>
    </Page>
  );
}
