import { Button, Flex, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { PlanDetail } from '../../../api/contract/index.ts';
import { LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { DateField } from '../../components/plans/date-field.tsx';
import { PlanStatusTag } from '../../components/plans/plan-status-tag.tsx';
import { PlanView } from '../../components/plans/plan-view.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { usePlan, usePlanCommands } from '../../queries/plans.ts';

/** One work plan, with what the standing body does with it as a whole. */
export function PlanPage() {
  const { planId = '' } = useParams();
  return <LoadedPage query={usePlan(planId)}>{(plan) => <Plan plan={plan} />}</LoadedPage>;
}

function Plan({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <Page
      title={plan.title}
      status={<PlanStatusTag status={plan.status} />}
      subtitle={`${plan.code} · ${t('plan.ofYear', { year: plan.year })} · ${names.unit(plan.unit)}`}
      trail={[{ title: t('nav.plans'), to: '/plans' }]}
      actions={plan.can.manage ? <Actions plan={plan} /> : undefined}
    >
      <PlanView plan={plan} />
    </Page>
  );
}

type Dialog = 'start' | 'adopt' | 'close' | null;

function Actions({ plan }: { plan: PlanDetail }) {
  const { t } = useTranslation();
  const [dialog, setDialog] = useState<Dialog>(null);
  const { closeRound } = usePlanCommands(plan.id);
  const gathering = plan.rounds.find(({ open }) => open);
  const close = () => setDialog(null);
  return (
    <>
      {plan.status === 'draft' && (
        <>
          <Button onClick={() => setDialog('adopt')}>{t('plan.adopt')}</Button>
          <Button type="primary" onClick={() => setDialog('start')}>
            {t('plan.start')}
          </Button>
        </>
      )}
      {gathering && <Button onClick={() => setDialog('close')}>{t('plan.closeRound')}</Button>}
      {dialog === 'start' && <StartDialog plan={plan} onClose={close} />}
      {dialog === 'adopt' && <AdoptDialog plan={plan} onClose={close} />}
      <ReasonDialog
        open={dialog === 'close'}
        title={t('plan.closeRound')}
        explanation={t('plan.closeRoundHelp', {
          received: gathering?.received ?? 0,
          sent: gathering?.sent ?? 0,
        })}
        confirm={t('plan.closeRound')}
        onConfirm={(reason) => closeRound.mutateAsync(reason)}
        onClose={close}
      />
    </>
  );
}

interface DialogProps {
  plan: PlanDetail;
  onClose: () => void;
}

function StartDialog({ plan, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { start } = usePlanCommands(plan.id);
  const [proposalsDue, setProposals] = useState<string | null>(null);
  const [opinionsDue, setOpinions] = useState<string | null>(null);
  const isReady = proposalsDue !== null && opinionsDue !== null;
  return (
    <Modal
      open
      title={t('plan.start')}
      okText={t('plan.start')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: start.isPending }}
      onOk={() => isReady && start.mutate({ proposalsDue, opinionsDue }, { onSuccess: onClose })}
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('plan.startHelp', { proposers: plan.proposers.length, advisers: plan.advisers.length })}</p>
        <Flex gap={16} wrap>
          <DateField label={t('plan.proposalsDue')} value={proposalsDue} onChange={setProposals} />
          <DateField label={t('plan.opinionsDue')} value={opinionsDue} onChange={setOpinions} />
        </Flex>
        {start.error !== null && <ProblemAlert error={start.error} />}
      </div>
    </Modal>
  );
}

function AdoptDialog({ plan, onClose }: DialogProps) {
  const { t } = useTranslation();
  const { adopt } = usePlanCommands(plan.id);
  const [paperSymbol, setSymbol] = useState('');
  const [assignedOn, setDay] = useState<string | null>(null);
  const symbol = paperSymbol.trim();
  return (
    <Modal
      open
      title={t('plan.adopt')}
      okText={t('plan.adopt')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: symbol === '' || assignedOn === null, loading: adopt.isPending }}
      onOk={() =>
        assignedOn !== null && adopt.mutate({ paperSymbol: symbol, assignedOn }, { onSuccess: onClose })
      }
      onCancel={onClose}
    >
      <div className="stack">
        <p>{t('plan.adoptHelp')}</p>
        <Input
          aria-label={t('plan.paperSymbol')}
          placeholder={t('plan.paperSymbol')}
          maxLength={100}
          value={paperSymbol}
          onChange={({ target }) => setSymbol(target.value)}
        />
        <DateField label={t('plan.assignedOn')} value={assignedOn} onChange={setDay} />
        {adopt.error !== null && <ProblemAlert error={adopt.error} />}
      </div>
    </Modal>
  );
}
