import { Button, Flex, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, BulkResult, Choice, SessionDetail } from '../../../api/contract/index.ts';
import { BulkReport } from '../../components/bulk/bulk-report.tsx';
import { UndoBar } from '../../components/bulk/undo-bar.tsx';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

const choices: Choice[] = ['for', 'against', 'abstain'];

interface Vote {
  items: AgendaItem[];
  choice: Choice;
}

/** Votes on all matters of one award at once: a preview of what is refused, the act, ten seconds to take it back. */
export function VoteAlike({ session, items }: { session: SessionDetail; items: AgendaItem[] }) {
  const { t } = useTranslation();
  const names = useNames();
  const { castAlike, withdraw, cast } = useSessionCommands(session.id);
  const [proposal, setProposal] = useState<string | undefined>();
  const [asked, setAsked] = useState<{ vote: Vote; result: BulkResult } | null>(null);
  const [done, setDone] = useState<{ vote: Vote; result: BulkResult } | null>(null);
  const titles = [...new Map(items.map((item) => [item.proposal.code, item])).values()];
  const chosen = proposal ?? titles[0]?.proposal.code;
  const nameOf = (id: string) => session.items.find((item) => item.id === id)?.matter.title ?? id;
  const send = (vote: Vote, preview: boolean) =>
    castAlike.mutateAsync({
      ballots: vote.items.map(({ id, myVersion }) => ({ agendaItemId: id, replaces: myVersion })),
      choice: vote.choice,
      preview,
    });
  const ask = async (choice: Choice) => {
    const vote = { items: items.filter(({ proposal }) => proposal.code === chosen), choice };
    const result = await send(vote, true).catch(() => null);
    if (result) setAsked({ vote, result });
  };
  /** Ballots that replaced others become those again; first ones are taken out. */
  const undo = async ({ vote, result }: { vote: Vote; result: BulkResult }) => {
    const accepted = new Set(result.items.filter((item) => item.accepted).map(({ id }) => id));
    const touched = vote.items.filter(({ id }) => accepted.has(id));
    const first = touched.filter(({ myChoice }) => myChoice === null);
    const changed = touched.flatMap(({ id, myChoice, myVersion }) =>
      myChoice === null ? [] : [{ agendaItemId: id, choice: myChoice, replaces: myVersion + 1 }],
    );
    if (first.length > 0)
      await withdraw.mutateAsync({
        ballots: first.map(({ id, myVersion }) => ({ agendaItemId: id, replaces: myVersion + 1 })),
      });
    if (changed.length > 0) await cast.mutateAsync({ ballots: changed });
  };
  if (titles.length === 0) return null;
  const error = castAlike.error ?? withdraw.error ?? cast.error;
  return (
    <div className="stack">
      <Flex gap={8} wrap align="center">
        <span>{t('bulk.voteAll')}</span>
        <Select
          className="filter"
          aria-label={t('field.proposal')}
          {...(chosen !== undefined && { value: chosen })}
          options={titles.map((item) => ({ value: item.proposal.code, label: names.proposal(item) }))}
          onChange={setProposal}
        />
        {choices.map((choice) => (
          <Button key={choice} disabled={castAlike.isPending} onClick={() => void ask(choice)}>
            {t(`choice.${choice}`)}
          </Button>
        ))}
      </Flex>
      {done !== null && done.result.undoSeconds > 0 && (
        <UndoBar
          text={t('bulk.voted', { total: done.result.accepted, refused: done.result.refused })}
          seconds={done.result.undoSeconds}
          onUndo={() => undo(done)}
          onEnd={() => setDone(null)}
        />
      )}
      {error !== null && <ProblemAlert error={error} />}
      <Modal
        open={asked !== null}
        title={asked ? t('bulk.voteTitle', { choice: t(`choice.${asked.vote.choice}`) }) : ''}
        okText={t('ballot.submit', { total: asked?.result.accepted ?? 0 })}
        okButtonProps={{ disabled: asked?.result.accepted === 0, loading: castAlike.isPending }}
        cancelText={t('action.cancel')}
        onCancel={() => setAsked(null)}
        onOk={() => {
          if (!asked) return;
          const { vote } = asked;
          send(vote, false).then(
            (result) => setDone({ vote, result }),
            () => undefined,
          );
          setAsked(null);
        }}
      >
        {asked && <BulkReport result={asked.result} preview nameOf={nameOf} />}
      </Modal>
    </div>
  );
}
