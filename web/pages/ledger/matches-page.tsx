import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Empty, Pagination, Segmented } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import type { MatchStatus, PersonMatch } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { ledgerPageSize, useMatchCommands, usePersonLedger, usePersonMatches } from '../../queries/ledger.ts';
import { MatchCard } from './match-card.tsx';
import { ProposeDialog } from './propose-dialog.tsx';

const statuses: MatchStatus[] = ['proposed', 'confirmed', 'rejected'];

interface Decision {
  match: PersonMatch;
  status: 'confirmed' | 'rejected';
}

function DecideDialog({ decision, onClose }: { decision: Decision; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { decide } = useMatchCommands();
  const { match, status } = decision;
  const act = status === 'confirmed' ? 'confirm' : match.status === 'confirmed' ? 'split' : 'reject';
  return (
    <ReasonDialog
      open
      title={t(`ledger.match.${act}`)}
      explanation={t(`ledger.match.${act}Help`, {
        one: match.personA.fullName,
        other: match.personB.fullName,
      })}
      confirm={t(`ledger.match.${act}`)}
      onConfirm={async (reason) => {
        await decide.mutateAsync({ id: match.id, status, reason });
        void message.success(t('ledger.match.decided'));
      }}
      onClose={onClose}
    />
  );
}

/** Pairs of persons that may be one human being: proposed by the system or by people, decided by people, split again. */
export function MatchesPage() {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const [search, setSearch] = useSearchParams();
  const status = statuses.find((known) => known === search.get('status')) ?? 'proposed';
  const personId = search.get('person');
  const page = Number(search.get('page') ?? 1);
  const matches = usePersonMatches({ status, page, ...(personId !== null && { personId }) });
  const person = usePersonLedger(personId ?? '', personId !== null);
  const [decision, setDecision] = useState<Decision | null>(null);
  const [proposing, setProposing] = useState(false);
  const show = (next: MatchStatus, nextPage = 1) =>
    setSearch({
      status: next,
      ...(personId !== null && { person: personId }),
      ...(nextPage > 1 && { page: String(nextPage) }),
    });
  return (
    <Page
      title={t('ledger.matches')}
      {...(person.data && { subtitle: person.data.person.fullName })}
      trail={[{ title: t('nav.ledger'), to: '/ledger' }]}
      actions={
        <Button icon={<PlusOutlined aria-hidden />} onClick={() => setProposing(true)}>
          {t('ledger.match.propose')}
        </Button>
      }
    >
      <p className="quiet">{t('ledger.matchesWords')}</p>
      <Segmented<MatchStatus>
        className="list-filter"
        orientation={narrow ? 'vertical' : 'horizontal'}
        aria-label={t('field.status')}
        value={status}
        onChange={(next) => show(next)}
        options={statuses.map((value) => ({ value, label: t(`ledger.match.status.${value}`) }))}
      />
      <Loaded query={matches}>
        {({ items, total }) => (
          <div className="stack">
            {items.length === 0 && (
              <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t(`ledger.match.none.${status}`)} />
            )}
            {items.map((match) => (
              <MatchCard
                key={match.id}
                match={match}
                onDecide={(next) => setDecision({ match, status: next })}
              />
            ))}
            <Pagination
              current={page}
              pageSize={ledgerPageSize}
              total={total}
              hideOnSinglePage
              showSizeChanger={false}
              simple={narrow}
              onChange={(next) => show(status, next)}
            />
          </div>
        )}
      </Loaded>
      {decision !== null && <DecideDialog decision={decision} onClose={() => setDecision(null)} />}
      {proposing && (
        <ProposeDialog
          personId={personId}
          onProposed={() => show('proposed')}
          onClose={() => setProposing(false)}
        />
      )}
    </Page>
  );
}
