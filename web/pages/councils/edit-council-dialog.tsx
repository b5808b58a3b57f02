import { App, Form, Modal } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCouncilCommands } from '../../queries/councils.ts';
import { type CouncilTerms, CouncilTermsFields, termsOf } from './council-terms.tsx';

export interface EditCouncilDialogProps {
  council: CouncilDetail;
  open: boolean;
  onClose: () => void;
}

/** Changes what a council is called, what it rests on and how long it lasts; its members change by re-constitution. */
export function EditCouncilDialog({ council, open, onClose }: EditCouncilDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { update } = useCouncilCommands(council.id);
  const [form] = Form.useForm<CouncilTerms>();
  const [error, setError] = useState<unknown>(null);
  const submit = (fields: CouncilTerms) => {
    setError(null);
    update.mutate(
      { ...termsOf(fields), version: council.version },
      {
        onSuccess: () => {
          void message.success(t('council.saved'));
          onClose();
        },
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open={open}
      width={640}
      title={t('council.edit')}
      okText={t('action.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: update.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          name: council.name,
          establishedBy: council.establishedBy ?? '',
          establishedOn: council.establishedOn === null ? null : dayjs(council.establishedOn),
          standingBodyId: council.standingBody?.id ?? null,
          paperSymbol: council.paperSymbol,
          validTo: council.validTo === null ? null : dayjs(council.validTo),
        }}
      >
        <CouncilTermsFields standingBody={council.standingBody} />
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
