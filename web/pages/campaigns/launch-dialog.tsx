import { Form, Input, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Campaign, Me } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { DateField } from '../../components/plans/date-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCampaignCommands } from '../../queries/campaigns.ts';
import { useCampaigns } from '../../queries/catalogue.ts';

interface Fields {
  unitId: string;
  kind: Campaign['kind'];
  name: string;
  theme?: string;
  criteria?: string;
  parentId?: string;
}

const kinds: Campaign['kind'][] = ['regular', 'wave', 'theme'];

/** Launches a movement of one of the account's units, or a part of another. */
export function LaunchDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const campaigns = useCampaigns();
  const { create } = useCampaignCommands();
  const [form] = Form.useForm<Fields>();
  const [startsOn, setStart] = useState<string | null>(dayjs().format('YYYY-MM-DD'));
  const [endsOn, setEnd] = useState<string | null>(null);
  const [error, setError] = useState<unknown>(null);
  const own = me.roles.flatMap(({ role, unit }) =>
    unit && ['clerk', 'appraiser', 'head'].includes(role) ? [unit] : [],
  );
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({ criteria = '', theme, parentId, ...fields }: Fields) => {
    if (startsOn === null) return;
    setError(null);
    create.mutate(
      {
        ...fields,
        startsOn,
        endsOn,
        theme: theme?.trim() ? theme.trim() : null,
        parentId: parentId ?? null,
        criteria: criteria
          .split('\n')
          .map((line) => line.trim())
          .filter((line) => line !== ''),
      },
      {
        onSuccess: ({ id }) => void navigate(`/campaigns/${id}`),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open
      width={680}
      title={t('campaign.launch')}
      okText={t('campaign.launch')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: create.isPending, disabled: startsOn === null }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ unitId: own[0]?.id, kind: 'regular' }}
      >
        <Form.Item name="unitId" label={t('campaign.launchedBy')} rules={required}>
          <Select options={own.map((unit) => ({ value: unit.id, label: names.unit(unit) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('campaign.campaign')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="kind" label={t('campaign.kindLabel')} rules={required}>
          <Select options={kinds.map((kind) => ({ value: kind, label: t(`campaign.kind.${kind}`) }))} />
        </Form.Item>
        <Form.Item name="parentId" label={t('campaign.parent')}>
          <Select
            allowClear
            showSearch
            optionFilterProp="label"
            options={(campaigns.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
          />
        </Form.Item>
        <Form.Item name="theme" label={t('campaign.theme')}>
          <Input maxLength={500} />
        </Form.Item>
        <Form.Item name="criteria" label={t('campaign.criteriaHelp')}>
          <Input.TextArea rows={4} />
        </Form.Item>
        <div className="form-columns">
          <DateField label={t('campaign.startsOn')} value={startsOn} onChange={setStart} />
          <DateField label={t('campaign.endsOn')} value={endsOn} onChange={setEnd} />
        </div>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
