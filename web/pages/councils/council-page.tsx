import { CalendarOutlined } from '@ant-design/icons';
import { Button, Card, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { CouncilDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useCouncil } from '../../queries/councils.ts';
import { CouncilFacts } from './council-facts.tsx';
import { CouncilMembers } from './council-members.tsx';
import { EditCouncilDialog } from './edit-council-dialog.tsx';
import { PlanSession } from './plan-session.tsx';
import { ReconstituteDialog } from './reconstitute-dialog.tsx';
import { SessionTable } from './session-table.tsx';
import { WaitingItems } from './waiting-items.tsx';

function Opened({ council }: { council: CouncilDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const [planning, setPlanning] = useState(false);
  const [changing, setChanging] = useState<'terms' | 'members' | null>(null);
  const [chosen, setChosen] = useState<string[] | null>(null);
  // Without a choice of its own, a session takes everything that waits.
  const selected = chosen ?? council.waiting.map(({ id }) => id);
  return (
    <Page
      title={council.name}
      subtitle={[
        t(`level.${council.level}`),
        names.unit(council.unit),
        council.myCapacity && t('council.youAre', { capacity: t(`capacity.${council.myCapacity}`) }),
      ]
        .filter(Boolean)
        .join(' · ')}
      trail={[{ title: t('nav.councils'), to: '/councils' }]}
      actions={
        <Flex gap={8} wrap>
          {council.canAdminister && (
            <>
              <Button onClick={() => setChanging('terms')}>{t('council.edit')}</Button>
              <Button onClick={() => setChanging('members')}>{t('council.reconstitute')}</Button>
            </>
          )}
          {council.canManage && (
            <Button
              type="primary"
              icon={<CalendarOutlined aria-hidden />}
              disabled={selected.length === 0}
              onClick={() => setPlanning(true)}
            >
              {t('session.plan')}
            </Button>
          )}
        </Flex>
      }
    >
      <div className="stack">
        <Card size="small" title={t('council.facts')}>
          <CouncilFacts council={council} />
        </Card>
        <Card size="small" title={t('session.list')}>
          <SessionTable sessions={council.sessions} />
        </Card>
        <Card
          size="small"
          title={t('council.waitingTotal', { total: formatInteger(council.waiting.length, currentLocale()) })}
        >
          <WaitingItems
            items={council.waiting}
            {...(council.canManage && { selection: { selected, onChange: setChosen } })}
          />
        </Card>
        <CouncilMembers council={council} />
      </div>
      {council.canAdminister && (
        <>
          <EditCouncilDialog
            council={council}
            open={changing === 'terms'}
            onClose={() => setChanging(null)}
          />
          <ReconstituteDialog
            council={council}
            open={changing === 'members'}
            onClose={() => setChanging(null)}
          />
        </>
      )}
      {council.canManage && (
        <PlanSession
          council={council}
          itemIds={selected}
          open={planning}
          onClose={() => setPlanning(false)}
        />
      )}
    </Page>
  );
}

/** One council: its sessions, the nominations that wait for it, its members; the secretary plans sessions here. */
export function CouncilPage() {
  const { councilId = '' } = useParams();
  return <LoadedPage query={useCouncil(councilId)}>{(council) => <Opened council={council} />}</LoadedPage>;
}
