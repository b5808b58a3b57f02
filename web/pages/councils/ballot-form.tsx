import { Alert, App, Button, Empty, Flex, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, SessionDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { AgendaItemHead } from './agenda-item-head.tsx';
import { useVoteWords } from './vote-words.ts';

export const choices: Choice[] = ['for', 'against', 'abstain'];

/**
 * Ballots of one member. A choice is marked first and cast with the button below, so that a slip of the finger is no
 * vote; until the session closes it may be changed and cast again.
 */
export function BallotForm({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const words = useVoteWords();
  const { cast } = useSessionCommands(session.id);
  const [marked, setMarked] = useState<Record<string, Choice>>({});
  const items = session.items.filter(({ result }) => result === null);
  const notCast = items.filter(({ myChoice }) => myChoice === null).length;
  const ballots = items.flatMap(({ id, myChoice }) => {
    const choice = marked[id];
    return choice === undefined || choice === myChoice ? [] : [{ agendaItemId: id, choice }];
  });

  if (items.length === 0)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('ballot.nothing')} />;

  const submit = () =>
    cast.mutate(
      { ballots },
      {
        onSuccess: ({ recorded }) => {
          setMarked({});
          void message.success(t('ballot.recorded', { total: recorded }));
        },
      },
    );
  const markAll = () => setMarked(Object.fromEntries(items.map(({ id }) => [id, 'for'])));

  return (
    <div className="stack">
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
      <ol className="agenda">
        {items.map((item) => (
          <li key={item.id} className="agenda-item">
            <AgendaItemHead item={item} />
            <Radio.Group
              className={`choices ${marked[item.id] !== undefined && marked[item.id] !== item.myChoice ? 'choices-marked' : ''}`}
              aria-label={t('ballot.for', { name: item.nominee })}
              optionType="button"
              buttonStyle="solid"
              disabled={cast.isPending}
              value={marked[item.id] ?? item.myChoice}
              onChange={(event) => setMarked({ ...marked, [item.id]: event.target.value as Choice })}
              options={choices.map((choice) => ({
                value: choice,
                label: t(`choice.${choice}`),
                className: `choice-${choice}`,
              }))}
            />
            <div className="quiet">
              {item.myChoice === null
                ? t('ballot.notCast')
                : t('ballot.cast', { choice: t(`choice.${item.myChoice}`) })}
              {' · '}
              {words.rule(item)}
            </div>
          </li>
        ))}
      </ol>
      <div className="sticky-bar">
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
