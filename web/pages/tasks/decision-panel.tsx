import { App, Button, Card, Descriptions, Form, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Task, Verdict } from '../../../api/contract/index.ts';
import { ApiProblem } from '../../api.ts';
import { Due } from '../../components/due.tsx';
import { useNames } from '../../components/names.ts';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { VerdictTag } from '../../components/status-tags.tsx';
import { useVerdictWords } from '../../components/verdict-words.ts';
import { showOnFields } from '../../form/problems.ts';
import { formatInstant } from '../../format/dates.ts';
import { useTaskCommands } from '../../queries/tasks.ts';
import { FilledForm, FormFields } from './form-fields.tsx';
import { OpinionAsked } from './opinion-asked.tsx';
import { OverruleCouncil, type OverruledLine, overrulings, useAdvised } from './overrule-council.tsx';

interface Decision {
  verdict: Verdict;
  reason?: string;
  form?: Record<string, unknown>;
  overruled?: OverruledLine[];
}

/** From the mildest to the one that ends the dossier. */
const verdictOrder: Verdict[] = ['approve', 'return', 'reject'];

/** What was decided, by whom, when and why. */
function Decided({ task }: { task: Task }) {
  const { t } = useTranslation();
  return (
    <Card title={t('decision.made')}>
      <Descriptions column={1} size="small">
        {task.verdict !== null && (
          <Descriptions.Item label={t('field.decision')}>
            <VerdictTag task={task} verdict={task.verdict} />
          </Descriptions.Item>
        )}
        {task.decidedBy !== null && (
          <Descriptions.Item label={t('field.decidedBy')}>
            {task.decidedFor === null
              ? task.decidedBy.fullName
              : t('substitution.by', { by: task.decidedBy.fullName, holder: task.decidedFor.fullName })}
          </Descriptions.Item>
        )}
        {task.authority !== null && (
          <Descriptions.Item label={t('substitution.under')}>
            <div>
              {task.authority.paper}
              {task.authority.document !== null && <DocumentLink document={task.authority.document} />}
            </div>
          </Descriptions.Item>
        )}
        {task.decidedAt !== null && (
          <Descriptions.Item label={t('field.at')}>{formatInstant(task.decidedAt)}</Descriptions.Item>
        )}
        {task.reason !== null && (
          <Descriptions.Item label={t('field.reason')}>
            <span className="pre">{task.reason}</span>
          </Descriptions.Item>
        )}
      </Descriptions>
      {task.hasForm && task.verdict !== null && <FilledForm task={task} />}
      {task.status === 'overtaken' && <p className="quiet">{t('decision.overtaken')}</p>}
      {task.status === 'cancelled' && <p className="quiet">{t('decision.cancelled')}</p>}
    </Card>
  );
}

function Claim({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { claim, release } = useTaskCommands(task);
  const error = claim.error ?? release.error;
  if (!task.canAct) {
    return (
      <p className="quiet">
        {task.assignee === null ? t('decision.notYours') : t('task.heldBy', { name: task.assignee.fullName })}
      </p>
    );
  }
  return (
    <div className="claim">
      {task.assignedToMe ? (
        <Button size="small" loading={release.isPending} onClick={() => release.mutate()}>
          {t('action.release')}
        </Button>
      ) : (
        <Button size="small" loading={claim.isPending} onClick={() => claim.mutate()}>
          {t('action.claim')}
        </Button>
      )}
      <span className="quiet">{task.assignedToMe ? t('decision.held') : t('decision.claimHelp')}</span>
      {error !== null && <ProblemAlert error={error} />}
    </div>
  );
}

function DecisionForm({ task }: { task: Task }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { complete } = useTaskCommands(task);
  const [form] = Form.useForm<Decision>();
  const [error, setError] = useState<unknown>(null);
  const words = useVerdictWords(task);
  const advised = useAdvised(task);
  const verdict = Form.useWatch('verdict', form);
  const needsReason = verdict === 'reject' || verdict === 'return';
  const only = task.verdicts.length === 1 ? task.verdicts[0] : undefined;

  // Not by the callbacks of `mutate`: once decided, the task is read again and takes this form off the page with them.
  const submit = async ({ verdict: chosen, reason: typed = '', form: filled, overruled = [] }: Decision) => {
    if (complete.isPending) return;
    setError(null);
    const reason = typed.trim();
    try {
      await complete.mutateAsync({
        verdict: chosen,
        ...(reason !== '' && { reason }),
        ...(task.hasForm && { form: filled ?? {} }),
        ...(chosen === 'approve' && { overruled: overrulings(overruled, advised) }),
      });
      void message.success(t('decision.recorded', { verdict: words.name(chosen), code: task.subject.code }));
      void navigate('/tasks');
    } catch (problem) {
      if (problem instanceof ApiProblem && problem.status === 409) void message.warning(problem.detail);
      setError(showOnFields(form, problem));
    }
  };

  return (
    <Form
      form={form}
      layout="vertical"
      onFinish={submit}
      disabled={complete.isPending}
      {...(only && { initialValues: { verdict: only } })}
    >
      {task.hasForm && <FormFields task={task} />}
      {only ? (
        <Form.Item name="verdict" hidden>
          <Input />
        </Form.Item>
      ) : (
        <Form.Item
          name="verdict"
          label={t('field.decision')}
          rules={[{ required: true, message: t('validation.verdict') }]}
        >
          <Radio.Group className="verdicts">
            {verdictOrder
              .filter((option) => task.verdicts.includes(option))
              .map((option) => (
                <Radio key={option} value={option} className={`verdict verdict-${option}`}>
                  <span className="strong">{words.name(option)}</span>
                  <span className="quiet">{words.help(option)}</span>
                </Radio>
              ))}
          </Radio.Group>
        </Form.Item>
      )}
      {verdict === 'approve' && advised.length > 0 && <OverruleCouncil advised={advised} />}
      <Form.Item
        name="reason"
        label={needsReason ? t('field.reason') : t('field.note')}
        required={needsReason}
        rules={needsReason ? [{ required: true, whitespace: true, message: t('validation.reason') }] : []}
      >
        <Input.TextArea rows={4} maxLength={2000} showCount />
      </Form.Item>
      {error !== null && <ProblemAlert error={error} />}
      <Button type="primary" htmlType="submit" block size="large" loading={complete.isPending}>
        {only ? t('decision.finish') : t('decision.submit')}
      </Button>
    </Form>
  );
}

/**
 * Decision of a task. While it runs the form is shut, so that a second click does nothing; a task that somebody else
 * has decided in the meantime shows who, when and why.
 */
export function DecisionPanel({ task }: { task: Task }) {
  const { t } = useTranslation();
  const names = useNames();
  if (task.status !== 'open' && task.status !== 'claimed') return <Decided task={task} />;
  const place = task.candidateCouncil?.name ?? (task.candidateUnit && names.unit(task.candidateUnit)) ?? '';
  return (
    <Card title={t('decision.title')}>
      <Descriptions column={1} size="small">
        <Descriptions.Item label={t('field.due')}>
          <Due at={task.dueAt} paused={task.paused} />
        </Descriptions.Item>
        <Descriptions.Item label={t('field.candidates')}>
          {t(`role.${task.candidateRole}`)} · {place}
        </Descriptions.Item>
        {task.assignee !== null && (
          <Descriptions.Item label={t('field.holder')}>{task.assignee.fullName}</Descriptions.Item>
        )}
      </Descriptions>
      {task.about !== null && <OpinionAsked dossierId={task.subject.id} requestId={task.about} />}
      <Claim task={task} />
      {task.canAct && <DecisionForm task={task} />}
    </Card>
  );
}
