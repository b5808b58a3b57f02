import { Form, Input, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showOnFields } from '../form/problems.ts';
import { ProblemAlert } from './problem-alert.tsx';

export interface ReasonDialogProps {
  open: boolean;
  title: string;
  /** What will happen, and to what. */
  explanation: string;
  width?: number;
  confirm: string;
  danger?: boolean;
  /** What must be chosen beside the reason, and whether it has been. */
  children?: ReactNode;
  ready?: boolean;
  /** Does it; what it throws is shown in the dialog, which then stays open. */
  onConfirm: (reason: string) => Promise<unknown>;
  onClose: () => void;
}

/** Asks for the reason of an act that needs one: withdraw, escalate, retry, return, remove. */
export function ReasonDialog({
  open,
  title,
  explanation,
  width = 520,
  confirm,
  danger = false,
  children,
  ready = true,
  onConfirm,
  onClose,
}: ReasonDialogProps) {
  const { t } = useTranslation();
  const [form] = Form.useForm<{ reason: string }>();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const submit = async ({ reason }: { reason: string }) => {
    setRunning(true);
    setError(null);
    try {
      await onConfirm(reason.trim());
      onClose();
    } catch (problem) {
      setError(showOnFields(form, problem));
    } finally {
      setRunning(false);
    }
  };

  return (
    <Modal
      open={open}
      title={title}
      width={width}
      okText={confirm}
      okButtonProps={{ danger, loading: running, disabled: !ready }}
      cancelText={t('action.cancel')}
      onOk={form.submit}
      onCancel={onClose}
      afterClose={() => {
        form.resetFields();
        setError(null);
      }}
    >
      <p>{explanation}</p>
      {children !== undefined && <div className="dialog-choice">{children}</div>}
      <Form form={form} layout="vertical" onFinish={submit} disabled={running}>
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, whitespace: true, message: t('validation.reason') }]}
        >
          <Input.TextArea rows={4} maxLength={2000} showCount autoFocus />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
