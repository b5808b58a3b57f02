import { Card, Steps } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { Due } from '../../components/due.tsx';
import { useNarrow } from '../../components/use-narrow.ts';
import { formatInstant } from '../../format/dates.ts';

const stages = ['planned', 'convened', 'held', 'written', 'signed', 'filed'] as const;

/** How many stages of a session are behind it: planned, convened, held, written up, signed, filed. */
export function stagesDone({
  status,
  step,
  papers,
}: Pick<SessionDetail, 'status' | 'papers'> & { step: { element: string } | null }): number {
  if (status === 'minuted') return stages.length;
  if (status === 'closed') {
    if (step?.element.startsWith('sign-')) return 4;
    return 3;
  }
  const isConvened =
    status === 'open' || papers.some(({ kind }) => kind === 'invitation' || kind === 'circulation_letter');
  return isConvened || (step !== null && step.element !== 'convene') ? 2 : 1;
}

/** Where the session stands, what it waits for, and what the reader can do now. */
export function SessionGuide({ session, children }: { session: SessionDetail; children: ReactNode }) {
  const { t } = useTranslation();
  const narrow = useNarrow();
  const done = stagesDone(session);
  const { step } = session;
  return (
    <Card size="small" className="session-guide" aria-label={t('guide.title')}>
      {narrow ? (
        <div className="quiet">
          {t('guide.stageOf', {
            stage: t(`guide.stage.${stages[Math.min(done, stages.length - 1)] ?? 'filed'}`),
            number: Math.min(done + 1, stages.length),
            total: stages.length,
          })}
        </div>
      ) : (
        <Steps
          size="small"
          current={done}
          items={stages.map((stage) => ({ title: t(`guide.stage.${stage}`) }))}
        />
      )}
      <div className="guide-now">
        {step !== null && !step.canAct && (
          <div>
            {t('guide.waitsFor', { step: step.name, role: t(`role.${step.role}`) })}{' '}
            <Due at={step.dueAt} paused={false} />
          </div>
        )}
        {session.closesAt !== null && session.status === 'open' && (
          <div>{t('guide.closesAt', { at: formatInstant(session.closesAt) })}</div>
        )}
        {session.changeReason !== null && <div>{t('guide.changed', { reason: session.changeReason })}</div>}
        {children}
      </div>
    </Card>
  );
}
