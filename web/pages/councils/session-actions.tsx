import { App, Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { DeclarationDialog } from './declaration-dialog.tsx';
import { RescheduleDialog } from './reschedule-dialog.tsx';
import { SessionPaperLink } from './session-papers.tsx';

interface Props {
  session: SessionDetail;
  onError: (error: unknown) => void;
}

/** A member declares before the papers open. */
function Declare({ session }: Props) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  if (!session.can.declare) return null;
  return (
    <div className="guide-act">
      <p>{t('declaration.help')}</p>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('declaration.open')}
      </Button>
      <DeclarationDialog session={session} open={open} onClose={() => setOpen(false)} />
    </div>
  );
}

/** Before the session: convene, open, put off, call off. */
function Prepare({ session, onError }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { open, convene, cancel } = useSessionCommands(session.id);
  const [dialog, setDialog] = useState<'reschedule' | 'cancel' | null>(null);
  if (session.status !== 'planned' || !session.can.manage) return null;
  const undecided = session.items.filter(({ result }) => result === null);
  const mayConvene = session.step?.element === 'convene' && session.step.canAct;
  return (
    <div className="guide-act">
      {mayConvene && <p>{t(`guide.convene.${session.mode}`)}</p>}
      <Flex gap={8} wrap>
        {mayConvene && (
          <Button
            type="primary"
            loading={convene.isPending}
            onClick={() => {
              onError(null);
              convene.mutate(undefined, {
                onSuccess: () => void message.success(t('guide.convened')),
                onError,
              });
            }}
          >
            {t('guide.conveneNow')}
          </Button>
        )}
        {undecided.length > 0 && (
          <Button
            type={mayConvene ? 'default' : 'primary'}
            loading={open.isPending}
            onClick={() => {
              onError(null);
              open.mutate(undefined, { onError });
            }}
          >
            {t('session.open')}
          </Button>
        )}
        <Button onClick={() => setDialog('reschedule')}>{t('reschedule.open')}</Button>
        <Button danger onClick={() => setDialog('cancel')}>
          {t('session.callOff')}
        </Button>
      </Flex>
      <RescheduleDialog session={session} open={dialog === 'reschedule'} onClose={() => setDialog(null)} />
      <ReasonDialog
        open={dialog === 'cancel'}
        title={t('session.callOff')}
        explanation={t('session.callOffHelp', { total: undecided.length })}
        confirm={t('session.callOff')}
        danger
        onConfirm={(reason) => cancel.mutateAsync(reason)}
        onClose={() => setDialog(null)}
      />
    </div>
  );
}

/** While it is open: close it, or extend a circulation. */
function Close({ session, onError }: Props) {
  const { t } = useTranslation();
  const { modal, message } = App.useApp();
  const { close } = useSessionCommands(session.id);
  const [extending, setExtending] = useState(false);
  if (session.status !== 'open' || !session.can.manage) return null;
  const undecided = session.items.filter(({ result }) => result === null);
  const withoutBallot = undecided.reduce((sum, { running }) => sum + (running?.left ?? 0), 0);
  const ask = () => {
    onError(null);
    modal.confirm({
      title: t('session.closeAsk'),
      content: (
        <>
          <p>
            {t('session.closeHelp', {
              items: undecided.length,
              present: session.present,
              total: session.members.length,
            })}
          </p>
          {withoutBallot > 0 && (
            <p className="due-late">{t('session.closeMissing', { total: withoutBallot })}</p>
          )}
        </>
      ),
      okText: t('session.close'),
      cancelText: t('action.cancel'),
      onOk: () =>
        close.mutateAsync().then(
          () => void message.success(t('session.closed')),
          (problem: unknown) => onError(problem),
        ),
    });
  };
  return (
    <Flex gap={8} wrap className="guide-act">
      <Button type="primary" loading={close.isPending} onClick={ask}>
        {t('session.close')}
      </Button>
      {session.mode === 'circulation' && (
        <>
          <Button onClick={() => setExtending(true)}>{t('reschedule.extend')}</Button>
          <RescheduleDialog session={session} open={extending} onClose={() => setExtending(false)} />
        </>
      )}
    </Flex>
  );
}

/** After the close: have the minutes made. */
function Write({ session, onError }: Props) {
  const { t } = useTranslation();
  const { makeMinutes } = useSessionCommands(session.id);
  if (session.step?.element !== 'write-minutes' || !session.step.canAct) return null;
  return (
    <div className="guide-act">
      <p>{t('guide.writeHelp')}</p>
      <Button
        type="primary"
        loading={makeMinutes.isPending}
        onClick={() => {
          onError(null);
          makeMinutes.mutate(undefined, { onError });
        }}
      >
        {t('guide.write')}
      </Button>
    </div>
  );
}

/** Sign minutes and record as they were read, or send them back. */
function Sign({ session, onError }: Props) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { sign, returnMinutes } = useSessionCommands(session.id);
  const [returning, setReturning] = useState(false);
  if (!session.step?.element.startsWith('sign-') || !session.step.canAct) return null;
  const papers = session.papers.filter(({ kind }) => kind === 'minutes' || kind === 'ballot_record');
  return (
    <div className="guide-act">
      <p>{t('guide.signHelp')}</p>
      {papers.map((paper) => (
        <SessionPaperLink key={paper.id} paper={paper} />
      ))}
      <Flex gap={8} wrap>
        <Button
          type="primary"
          loading={sign.isPending}
          onClick={() => {
            onError(null);
            sign
              .mutateAsync(papers.map(({ id, contentHash }) => ({ id, contentHash })))
              .then(() => void message.success(t('guide.signed')), onError);
          }}
        >
          {t('guide.sign')}
        </Button>
        <Button danger onClick={() => setReturning(true)}>
          {t('guide.return')}
        </Button>
      </Flex>
      <ReasonDialog
        open={returning}
        title={t('guide.return')}
        explanation={t('guide.returnHelp')}
        confirm={t('guide.return')}
        danger
        onConfirm={(reason) => returnMinutes.mutateAsync(reason)}
        onClose={() => setReturning(false)}
      />
    </div>
  );
}

/** What the reader can do in the session now; nothing is shown where it is another's turn. */
export function SessionActions(props: Props) {
  return (
    <>
      <Declare {...props} />
      <Prepare {...props} />
      <Close {...props} />
      <Write {...props} />
      <Sign {...props} />
    </>
  );
}
