import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { HeldPost, LedgerLine, LineKind } from '../../../api/contract/index.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { formatDate } from '../../format/dates.ts';
import { useCollectiveLedger, useLineCommands, usePersonLedger } from '../../queries/ledger.ts';
import { LineDialog } from './line-dialog.tsx';
import { type LineAct, LineList } from './line-list.tsx';
import { collectiveKinds, lineKinds, useLineWords } from './line-words.ts';
import { RevokeDialog } from './revoke-dialog.tsx';

type Dialog = { act: LineAct; line: LedgerLine } | { act: 'enter'; kind: LineKind };

/** The lines of a holder by kind, with what the account may do with them; `path` is where lines are entered. */
function Lines({
  path,
  ofPerson,
  canKeep,
  lines,
}: {
  path: string;
  ofPerson: boolean;
  canKeep: boolean;
  lines: LedgerLine[];
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const wordsOf = useLineWords();
  const commands = useLineCommands(path);
  const [dialog, setDialog] = useState<Dialog | null>(null);
  const close = () => setDialog(null);
  const byKind = Map.groupBy(lines, ({ kind }) => kind);
  const kinds = (ofPerson ? lineKinds : collectiveKinds).filter(
    (kind) => kind === 'award' || canKeep || byKind.has(kind),
  );
  return (
    <div className="stack">
      {kinds.map((kind) => (
        <Card
          key={kind}
          size="small"
          title={t(`ledger.kind.${kind}`)}
          extra={
            canKeep && (
              <Button
                size="small"
                icon={<PlusOutlined aria-hidden />}
                aria-label={`${t('ledger.enter')}: ${t(`ledger.kind.${kind}`)}`}
                onClick={() => setDialog({ act: 'enter', kind })}
              >
                {t('ledger.enter')}
              </Button>
            )
          }
        >
          <LineList
            label={t(`ledger.kind.${kind}`)}
            lines={byKind.get(kind) ?? []}
            canKeep={canKeep}
            onAct={(act, line) => setDialog({ act, line })}
          />
        </Card>
      ))}
      {dialog?.act === 'enter' && (
        <LineDialog line={null} kind={dialog.kind} ofPerson={ofPerson} commands={commands} onClose={close} />
      )}
      {dialog?.act === 'correct' && (
        <LineDialog
          line={dialog.line}
          kind={dialog.line.kind}
          ofPerson={ofPerson}
          commands={commands}
          onClose={close}
        />
      )}
      {dialog?.act === 'strike' && (
        <ReasonDialog
          open
          danger
          title={t('ledger.strikeTitle')}
          explanation={t('ledger.strikeHelp', { line: wordsOf(dialog.line).main })}
          confirm={t('ledger.act.strike')}
          onConfirm={async (reason) => {
            const { kind, id } = dialog.line;
            await commands.strike.mutateAsync({ kind, id, reason });
            void message.success(t('ledger.strikeDone'));
          }}
          onClose={close}
        />
      )}
      {dialog?.act === 'revoke' && <RevokeDialog line={dialog.line} commands={commands} onClose={close} />}
    </div>
  );
}

function Posts({ posts }: { posts: HeldPost[] }) {
  const { t } = useTranslation();
  const names = useNames();
  if (posts.length === 0) return t('ledger.noPost');
  return posts.map(({ title, unit, validFrom, validTo }) => (
    <div key={`${unit.id} ${title} ${validFrom}`}>
      {title}, {names.unit(unit)}
      {validTo !== null && ` (${formatDate(validFrom)} – ${formatDate(validTo)})`}
    </div>
  ));
}

/** What the ledger says of a person: all that eligibility rests on, what was struck out and revoked too. */
export function PersonLedgerPage() {
  const { t } = useTranslation();
  const { personId = '' } = useParams();
  return (
    <LoadedPage query={usePersonLedger(personId)}>
      {({ person, posts, canKeep, lines }) => (
        <Page
          title={person.fullName}
          subtitle={<Posts posts={posts} />}
          trail={[{ title: t('nav.ledger'), to: '/ledger' }]}
          actions={<LinkButton to={`/ledger/matches?person=${personId}`}>{t('ledger.matchesOf')}</LinkButton>}
        >
          <Lines path={`/api/people/${personId}/ledger`} ofPerson canKeep={canKeep} lines={lines} />
        </Page>
      )}
    </LoadedPage>
  );
}

/** What the ledger says of a collective. */
export function CollectiveLedgerPage() {
  const { t } = useTranslation();
  const names = useNames();
  const { unitId = '' } = useParams();
  return (
    <LoadedPage query={useCollectiveLedger(unitId)}>
      {({ unit, canKeep, lines }) => (
        <Page
          title={names.unit(unit)}
          subtitle={unit.code}
          trail={[
            { title: t('nav.ledger'), to: '/ledger' },
            { title: t('subject.collective'), to: '/ledger?kind=collective' },
          ]}
        >
          <Lines path={`/api/units/${unitId}/ledger`} ofPerson={false} canKeep={canKeep} lines={lines} />
        </Page>
      )}
    </LoadedPage>
  );
}
