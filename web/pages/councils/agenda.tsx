import { App, Button, Empty, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, SessionDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { AgendaList } from './agenda-list.tsx';
import { RecusalNotes } from './recusal-notes.tsx';
import { RecuseDialog } from './recuse-dialog.tsx';
import { useVoteWords } from './vote-words.ts';

type Act = { kind: 'return' | 'remove' | 'verify'; item: AgendaItem };

interface ItemButtonProps {
  words: string;
  item: AgendaItem;
  danger?: boolean;
  onClick: () => void;
}

/** What can be done with a nomination; who hears the page is told which nomination. */
function ItemButton({ words, item, danger = false, onClick }: ItemButtonProps) {
  return (
    <Button size="small" danger={danger} aria-label={`${words}: ${item.matter.title}`} onClick={onClick}>
      {words}
    </Button>
  );
}

/** The agenda as it stands; the chair and the secretary see the sums and may return a nomination, send it to a second session or remove it, with a reason. */
export function Agenda({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const words = useVoteWords();
  const { modal } = App.useApp();
  const { returnItem, removeItem, verifyItem, furtherBallot } = useSessionCommands(session.id);
  const acts = { return: returnItem, remove: removeItem, verify: verifyItem };
  const [act, setAct] = useState<Act | null>(null);
  const [recusing, setRecusing] = useState<AgendaItem | null>(null);
  const voteAgain = (item: AgendaItem) =>
    modal.confirm({
      title: t('session.furtherBallotAsk', { name: item.matter.title }),
      content: t('session.furtherBallotHelp', { round: item.round + 1, rounds: item.ballotRounds }),
      okText: t('session.furtherBallot'),
      cancelText: t('action.cancel'),
      onOk: () => furtherBallot.mutateAsync([item.id]).catch(() => undefined),
    });
  if (session.items.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('session.emptyAgenda')} />;
  }
  return (
    <>
      {furtherBallot.error !== null && <ProblemAlert error={furtherBallot.error} />}
      <AgendaList items={session.items}>
        {(item) => (
          <Flex justify="space-between" gap={8} wrap align="center">
            <div>
              {item.round > 1 && <ToneTag tone="amber">{t('session.round', { round: item.round })}</ToneTag>}{' '}
              {item.held && <ToneTag tone="amber">{t('session.held')}</ToneTag>}{' '}
              {item.result !== null && <ToneTag>{t(`itemResult.${item.result}`)}</ToneTag>}{' '}
              {item.running !== null && <span className="strong">{words.running(item.running)}</span>}
              {item.reason !== null && <span>{t('field.reasonIs', { reason: item.reason })}</span>}
              <RecusalNotes item={item} />
            </div>
            {session.can.manage && item.result === null && (
              <Flex gap={8} wrap>
                <ItemButton words={t('recusal.order')} item={item} onClick={() => setRecusing(item)} />
                {session.status === 'open' && item.round < item.ballotRounds && !item.held && (
                  <ItemButton
                    words={t('session.furtherBallot')}
                    item={item}
                    onClick={() => voteAgain(item)}
                  />
                )}
                {session.status === 'open' && (
                  <ItemButton
                    words={t('session.returnItem')}
                    item={item}
                    onClick={() => setAct({ kind: 'return', item })}
                  />
                )}
                <ItemButton
                  words={t('session.verifyItem')}
                  item={item}
                  onClick={() => setAct({ kind: 'verify', item })}
                />
                <ItemButton
                  words={t('session.removeItem')}
                  item={item}
                  danger
                  onClick={() => setAct({ kind: 'remove', item })}
                />
              </Flex>
            )}
          </Flex>
        )}
      </AgendaList>
      <RecuseDialog session={session} item={recusing} own={false} onClose={() => setRecusing(null)} />
      <ReasonDialog
        open={act !== null}
        title={act === null ? '' : t(`session.${act.kind}Item`)}
        explanation={act === null ? '' : t(`session.${act.kind}Help`, { name: act.item.matter.title })}
        confirm={act === null ? '' : t(`session.${act.kind}Item`)}
        danger={act?.kind === 'remove'}
        onConfirm={async (reason) => {
          if (act === null) return;
          await acts[act.kind].mutateAsync({ itemId: act.item.id, reason });
        }}
        onClose={() => setAct(null)}
      />
    </>
  );
}
