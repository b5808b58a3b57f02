import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LedgerLine } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { DateItem } from '../../form/date-item.tsx';
import { showOnFields } from '../../form/problems.ts';
import type { useLineCommands } from '../../queries/ledger.ts';
import { useLineWords } from './line-words.ts';

interface Fields {
  decisionSymbol: string;
  decidedOn: string;
  reason: string;
}

/** Records that the body which gave an award has revoked it, with its decision and the reason. */
export function RevokeDialog({
  line,
  commands: { revoke },
  onClose,
}: {
  line: LedgerLine;
  commands: ReturnType<typeof useLineCommands>;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const wordsOf = useLineWords();
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const submit = (fields: Fields) => {
    setError(null);
    revoke.mutate(
      { id: line.id, ...fields },
      {
        onSuccess: () => {
          void message.success(t('ledger.revocationRecorded'));
          onClose();
        },
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  const { main, more } = wordsOf(line);
  return (
    <Modal
      open
      title={t('ledger.revokeTitle')}
      okText={t('ledger.act.revoke')}
      okButtonProps={{ danger: true, loading: revoke.isPending }}
      cancelText={t('action.cancel')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <p>
        <span className="strong">{main}</span> · {[...more, line.decisionSymbol].join(' · ')}
      </p>
      <p className="quiet">{t('ledger.revokeHelp')}</p>
      <Form form={form} layout="vertical" onFinish={submit}>
        <Form.Item
          name="decisionSymbol"
          label={t('ledger.field.revocationSymbol')}
          rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
        >
          <Input maxLength={100} />
        </Form.Item>
        <DateItem name="decidedOn" label={t('ledger.field.decidedOn')} required />
        <Form.Item
          name="reason"
          label={t('field.reason')}
          rules={[{ required: true, whitespace: true, message: t('validation.reason') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
