import { Form, Modal } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showOnFields } from '../form/problems.ts';
import { ProblemAlert } from './problem-alert.tsx';

export interface FormDialogProps<Fields extends object> {
  title: string;
  confirm: string;
  danger?: boolean;
  /** What will happen, above the fields. */
  explanation?: ReactNode;
  initial?: { [K in keyof Fields]?: Fields[K] | null };
  /** Does it; what it throws is shown at its fields or above the buttons, and the dialog stays open. */
  onSubmit: (fields: Fields) => Promise<unknown>;
  /** It was done, or is given up. */
  onClose: () => void;
  children: ReactNode;
}

/** Asks for some fields and does one thing with them. Shown while it stands in the page. */
export function FormDialog<Fields extends object>({
  title,
  confirm,
  danger = false,
  explanation,
  initial,
  onSubmit,
  onClose,
  children,
}: FormDialogProps<Fields>) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const [running, setRunning] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const submit = async (fields: Fields) => {
    setRunning(true);
    setError(null);
    try {
      await onSubmit(fields);
      onClose();
    } catch (problem) {
      setError(showOnFields(form, problem));
      setRunning(false);
    }
  };
  return (
    <Modal
      open
      width={600}
      title={title}
      okText={confirm}
      okButtonProps={{ danger, loading: running }}
      cancelText={t('action.cancel')}
      onOk={form.submit}
      onCancel={onClose}
    >
      {explanation !== undefined && <p>{explanation}</p>}
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        disabled={running}
        {...(initial && { initialValues: initial })}
      >
        {children}
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
