import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

type Choice = 'for' | 'against';

/** What the votes left open: the chair decides, the others see what is waited for. */
export function DecidingVote({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  const { decideTies } = useSessionCommands(session.id);
  const [choices, setChoices] = useState<Record<string, Choice>>({});
  const tied = session.items.filter(({ result, tiedFor }) => result === null && tiedFor !== null);
  if (tied.length === 0) return null;
  const isChair = session.myCapacity === 'chair';
  const votes = tied.flatMap(({ id }) => {
    const choice = choices[id];
    return choice === undefined ? [] : [{ agendaItemId: id, choice }];
  });
  return (
    <Alert
      type="warning"
      showIcon
      title={t(isChair ? 'ties.yours' : 'ties.waiting', { total: tied.length })}
      description={
        <div className="stack">
          {tied.map(({ id, matter, counts, rank, tiedFor }) => (
            <div key={id}>
              <span className="strong">{matter.title}</span>{' '}
              <span className="quiet">
                {rank === null
                  ? t('ties.even', { inFavour: counts?.inFavour, against: counts?.against })
                  : t('ties.place', { rank, inFavour: counts?.inFavour, places: tiedFor })}
              </span>
              {isChair && (
                <div>
                  <Radio.Group
                    aria-label={t('ballot.for', { name: matter.title })}
                    optionType="button"
                    value={choices[id] ?? null}
                    onChange={(event) => setChoices({ ...choices, [id]: event.target.value as Choice })}
                    options={(['for', 'against'] as const).map((choice) => ({
                      value: choice,
                      label: t(`choice.${choice}`),
                    }))}
                  />
                </div>
              )}
            </div>
          ))}
          {decideTies.error !== null && <ProblemAlert error={decideTies.error} />}
          {isChair && (
            <div>
              <Button
                type="primary"
                disabled={votes.length === 0}
                loading={decideTies.isPending}
                onClick={() => decideTies.mutate({ votes })}
              >
                {t('ties.submit')}
              </Button>
            </div>
          )}
        </div>
      }
    />
  );
}
