import { Alert, App, Button, Empty, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, Choice, SessionDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { useMe } from '../../queries/session.ts';
import { AgendaList } from './agenda-list.tsx';
import { ChoiceButtons } from './choice-buttons.tsx';
import { RecuseDialog } from './recuse-dialog.tsx';
import { VoteAlike } from './vote-alike.tsx';
import { useVoteWords } from './vote-words.ts';

/**
 * Ballots of one member. A choice is marked first and cast with the button below, so that a slip of the finger is no
 * vote; until the session closes it may be changed and cast again.
 */
export function BallotForm({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useVoteWords();
  const { cast } = useSessionCommands(session.id);
  const [receipt, setReceipt] = useState<string | null>(null);
  const [marked, setMarked] = useState<Record<string, Choice>>({});
  const me = useMe();
  const voteFor = session.members.find(({ proxy }) => proxy !== null && proxy.id === me.person.id);
  const [declaring, setDeclaring] = useState<AgendaItem | null>(null);
  const open = session.items.filter(({ result }) => result === null);
  const items = open.filter(({ myRecusal, held }) => !myRecusal && !held);
  const notCast = items.filter(({ myChoice }) => myChoice === null).length;
  const isUnsaved = ({ id, myChoice }: AgendaItem) => marked[id] !== undefined && marked[id] !== myChoice;
  const ballots = items.filter(isUnsaved).flatMap(({ id, myVersion }) => {
    const choice = marked[id];
    return choice === undefined ? [] : [{ agendaItemId: id, choice, replaces: myVersion }];
  });

  if (open.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ballot.nothing')} />;

  const submit = () =>
    cast.mutate(
      { ballots },
      {
        onSuccess: ({ recorded, receipt: given }) => {
          setMarked({});
          setReceipt(given);
          void message.success(t('ballot.recorded', { total: recorded }));
        },
      },
    );
  const markAll = () => setMarked(Object.fromEntries(items.map(({ id }) => [id, 'for'])));

  return (
    <div className="stack">
      {voteFor !== undefined && (
        <Alert type="info" showIcon title={t('ballot.instead', { name: voteFor.person.fullName })} />
      )}
      <Flex justify="space-between" align="center" gap={8} wrap>
        {notCast === 0 ? (
          <ToneTag tone="green">{t('ballot.allCast')}</ToneTag>
        ) : (
          <span>{t('ballot.left', { left: notCast, total: items.length })}</span>
        )}
        <Button onClick={markAll} disabled={cast.isPending}>
          {t('ballot.markAll')}
        </Button>
      </Flex>
      <VoteAlike session={session} items={open} />
      <AgendaList items={open}>
        {(item) =>
          item.held ? (
            <ToneTag tone="amber">{t('session.held')}</ToneTag>
          ) : item.myRecusal ? (
            <ToneTag>{t('recusal.own')}</ToneTag>
          ) : (
            <div className="ballot">
              <ChoiceButtons
                item={item}
                value={marked[item.id] ?? item.myChoice}
                unsaved={isUnsaved(item)}
                disabled={cast.isPending}
                onChange={(choice) => setMarked({ ...marked, [item.id]: choice })}
              />
              {item.running !== null && <span className="quiet">{words.running(item.running)}</span>}
              <span className="quiet">
                {item.myChoice === null
                  ? t('ballot.notCast')
                  : t('ballot.cast', { choice: t(`choice.${item.myChoice}`) })}
              </span>
              <Button
                size="small"
                type="text"
                aria-label={`${t('recusal.declare')}: ${item.matter.title}`}
                disabled={cast.isPending}
                onClick={() => setDeclaring(item)}
              >
                {t('recusal.declare')}
              </Button>
            </div>
          )
        }
      </AgendaList>
      <RecuseDialog session={session} item={declaring} own onClose={() => setDeclaring(null)} />
      <div className="sticky-bar">
        {receipt !== null && <Alert type="success" showIcon title={t('secret.receiptIs', { receipt })} />}
        {cast.error !== null && <ProblemAlert error={cast.error} />}
        {ballots.length > 0 && !cast.isPending && (
          <Alert type="warning" showIcon title={t('ballot.unsaved', { total: ballots.length })} />
        )}
        <Button
          type="primary"
          size="large"
          block
          disabled={ballots.length === 0}
          loading={cast.isPending}
          onClick={submit}
        >
          {t('ballot.submit', { total: ballots.length })}
        </Button>
      </div>
    </div>
  );
}
