import { Button, Flex, Form, Input, Modal, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkResult, Task, Verdict } from '../../../api/contract/index.ts';
import { useBulkDecision } from '../../queries/tasks.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { BulkReport } from './bulk-report.tsx';
import { UndoBar } from './undo-bar.tsx';

const verdictOrder: Verdict[] = ['approve', 'return', 'reject'];

interface Asked {
  verdict: Verdict;
  reason?: string;
}

/**
 * Decides the tasks that were picked alike: first a preview of what would be refused and why, then the act, whose result
 * lists every task and which can be taken back for ten seconds.
 */
export function DecideMany({ tasks, onDone }: { tasks: Task[]; onDone: () => void }) {
  const { t } = useTranslation();
  const { decide, undo } = useBulkDecision();
  const [form] = Form.useForm<Asked>();
  const verdict = Form.useWatch('verdict', form);
  const [open, setOpen] = useState(false);
  /** The tasks as they were picked: once decided they leave the list. */
  const [picked, setPicked] = useState<Task[]>([]);
  const [preview, setPreview] = useState<{ asked: Asked; result: BulkResult } | null>(null);
  const [done, setDone] = useState<BulkResult | null>(null);
  const needsReason = verdict === 'return' || verdict === 'reject';
  const offered = verdictOrder.filter((one) => tasks.some(({ verdicts }) => verdicts.includes(one)));
  const nameOf = (id: string) => {
    const task = picked.find((one) => one.id === id);
    return task ? `${task.subject.code} · ${task.name}` : id;
  };
  const send = (asked: Asked, dry: boolean) => {
    const reason = asked.reason?.trim();
    return decide.mutateAsync({
      tasks: picked.map(({ id, version }) => ({ taskId: id, version })),
      verdict: asked.verdict,
      ...(reason ? { reason } : {}),
      preview: dry,
    });
  };
  const start = () => {
    decide.reset();
    setPicked(tasks);
    setPreview(null);
    setDone(null);
    setOpen(true);
  };
  const close = () => {
    setOpen(false);
    form.resetFields();
    if (done) onDone();
  };

  return (
    <>
      {tasks.length > 0 && (
        <Flex gap={8} align="center" wrap className="bulk-bar">
          <span>{t('bulk.picked', { total: tasks.length })}</span>
          <Button type="primary" onClick={start}>
            {t('bulk.decide')}
          </Button>
        </Flex>
      )}
      <Modal
        open={open}
        title={t('bulk.title', { total: picked.length })}
        footer={null}
        onCancel={close}
        width={680}
      >
        <div className="stack">
          {done === null && preview === null && (
            <Form
              form={form}
              layout="vertical"
              disabled={decide.isPending}
              onFinish={async (asked) => {
                const result = await send(asked, true).catch(() => null);
                if (result) setPreview({ asked, result });
              }}
            >
              <Form.Item
                name="verdict"
                label={t('field.decision')}
                rules={[{ required: true, message: t('validation.required') }]}
              >
                <Radio.Group options={offered.map((one) => ({ value: one, label: t(`verdict.${one}`) }))} />
              </Form.Item>
              <Form.Item
                name="reason"
                label={needsReason ? t('bulk.oneReason') : t('field.note')}
                rules={
                  needsReason ? [{ required: true, whitespace: true, message: t('validation.reason') }] : []
                }
              >
                <Input.TextArea rows={3} maxLength={2000} showCount />
              </Form.Item>
              <Button type="primary" htmlType="submit" block loading={decide.isPending}>
                {t('bulk.preview')}
              </Button>
            </Form>
          )}
          {preview !== null && done === null && (
            <>
              <BulkReport result={preview.result} preview nameOf={nameOf} />
              <Flex gap={8} justify="end" wrap>
                <Button onClick={() => setPreview(null)}>{t('bulk.back')}</Button>
                <Button
                  type="primary"
                  disabled={preview.result.accepted === 0}
                  loading={decide.isPending}
                  onClick={() => send(preview.asked, false).then(setDone, () => undefined)}
                >
                  {t('bulk.confirm', {
                    verdict: t(`verdict.${preview.asked.verdict}`),
                    total: preview.result.accepted,
                  })}
                </Button>
              </Flex>
            </>
          )}
          {done !== null && (
            <>
              {done.undoSeconds > 0 && (
                <UndoBar
                  text={t('bulk.heldBack')}
                  seconds={done.undoSeconds}
                  onUndo={() =>
                    undo.mutateAsync(done.items.filter(({ accepted }) => accepted).map(({ id }) => id))
                  }
                  onEnd={() => setDone({ ...done, undoSeconds: 0 })}
                />
              )}
              {undo.data ? (
                <p>{t('bulk.undone', { total: undo.data.accepted, late: undo.data.refused })}</p>
              ) : (
                <BulkReport result={done} preview={false} nameOf={nameOf} />
              )}
              <Flex justify="end">
                <Button onClick={close}>{t('bulk.close')}</Button>
              </Flex>
            </>
          )}
          {(decide.error ?? undo.error) !== null && <ProblemAlert error={decide.error ?? undo.error} />}
        </div>
      </Modal>
    </>
  );
}
