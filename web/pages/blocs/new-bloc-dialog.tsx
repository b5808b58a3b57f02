import { Form, Input, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CreateBlocRequest } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useBlocCommands } from '../../queries/blocs.ts';
import { useAwards } from '../../queries/catalogue.ts';
import { useCouncils } from '../../queries/councils.ts';

/** Sets up a bloc: its kind and name, the council that ranks its members, the flag it proposes for. */
export function NewBlocDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const councils = useCouncils();
  const awards = useAwards();
  const { create } = useBlocCommands();
  const [form] = Form.useForm<CreateBlocRequest>();
  const [error, setError] = useState<unknown>(null);
  const required = [{ required: true, message: t('validation.required') }];
  const ofBlocs = (councils.data?.items ?? []).filter(({ kind }) => kind === 'bloc');
  return (
    <Modal
      open
      width={640}
      title={t('bloc.create')}
      okText={t('bloc.create')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        initialValues={{ kind: 'bloc', flagCode: 'CO_CP' }}
        onFinish={(body) => {
          setError(null);
          create.mutate(body, {
            onSuccess: ({ id }) => void navigate(`/blocs/${id}`),
            onError: (problem) => setError(showOnFields(form, problem)),
          });
        }}
      >
        <Form.Item name="kind" label={t('bloc.kindLabel')} rules={required}>
          <Select
            options={(['bloc', 'cluster'] as const).map((kind) => ({
              value: kind,
              label: t(`bloc.kind.${kind}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="name" label={t('bloc.name')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="councilId" label={t('bloc.council')} extra={t('bloc.councilHelp')} rules={required}>
          <Select
            optionFilterProp="label"
            showSearch
            options={ofBlocs.map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="flagCode" label={t('bloc.flag')} rules={required}>
          <Select
            optionFilterProp="label"
            showSearch
            options={(awards.data?.items ?? []).map(({ code, nameVi }) => ({ value: code, label: nameVi }))}
          />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
