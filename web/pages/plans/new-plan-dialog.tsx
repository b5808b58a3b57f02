import { Form, Input, InputNumber, Modal, Select } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { Me } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { DateField } from '../../components/plans/date-field.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useUnits } from '../../queries/catalogue.ts';
import { usePlanCommands, usePlans } from '../../queries/plans.ts';

interface Fields {
  unitId: string;
  year: number;
  title: string;
  rhythm: 'month' | 'quarter';
  totalPoints: number | null;
  previousId?: string;
  proposers: string[];
  advisers: string[];
  receivers: string[];
}

/** Begins a work plan: whose, for which year, evaluated when, and who has which part in it. */
export function NewPlanDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const { create } = usePlanCommands();
  const plans = usePlans();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const [form] = Form.useForm<Fields>();
  const year = Form.useWatch('year', form) ?? dayjs().year() + 1;
  const [window, setWindow] = useState<{ from: string | null; to: string | null }>({
    from: `${dayjs().year() + 1}-01-01`,
    to: `${dayjs().year() + 1}-09-30`,
  });
  const [error, setError] = useState<unknown>(null);
  const own = me.roles.flatMap(({ role, unit }) => (role === 'appraiser' && unit ? [unit] : []));
  const required = [{ required: true, message: t('validation.required') }];
  const unitOptions = (units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }));

  const submit = ({ previousId, ...fields }: Fields) => {
    if (window.from === null || window.to === null) return;
    setError(null);
    create.mutate(
      {
        ...fields,
        totalPoints: fields.totalPoints ?? null,
        previousId: previousId ?? null,
        evaluationFrom: window.from,
        evaluationTo: window.to,
      },
      {
        onSuccess: ({ id }) => void navigate(`/plans/${id}`),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  const several = (name: 'proposers' | 'advisers' | 'receivers', needed: boolean) => (
    <Form.Item name={name} label={t(`plan.${name}`)} {...(needed && { rules: required })}>
      <Select
        mode="multiple"
        showSearch
        filterOption={false}
        onSearch={setQ}
        options={unitOptions}
        maxTagCount="responsive"
      />
    </Form.Item>
  );
  return (
    <Modal
      open
      width={720}
      title={t('plan.create')}
      okText={t('plan.create')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: create.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          unitId: own[0]?.id,
          year: dayjs().year() + 1,
          rhythm: 'quarter',
          proposers: [],
          advisers: [],
          receivers: [],
        }}
      >
        <Form.Item name="unitId" label={t('plan.unit')} rules={required}>
          <Select options={own.map((unit) => ({ value: unit.id, label: names.unit(unit) }))} />
        </Form.Item>
        <Form.Item name="title" label={t('plan.plan')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="year" label={t('plan.year')} rules={required}>
            <InputNumber min={1945} max={2100} precision={0} />
          </Form.Item>
          <Form.Item name="rhythm" label={t('plan.rhythmLabel')} rules={required}>
            <Select
              options={(['quarter', 'month'] as const).map((rhythm) => ({
                value: rhythm,
                label: t(`plan.rhythm.${rhythm}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="totalPoints" label={t('plan.totalPoints')}>
            <InputNumber min={1} precision={0} />
          </Form.Item>
        </div>
        <div className="form-columns">
          <DateField
            label={t('plan.evaluationFrom')}
            value={window.from}
            onChange={(from) => setWindow({ ...window, from })}
          />
          <DateField
            label={t('plan.evaluationTo')}
            value={window.to}
            onChange={(to) => setWindow({ ...window, to })}
          />
        </div>
        <Form.Item name="previousId" label={t('plan.previous')}>
          <Select
            allowClear
            options={(plans.data?.items ?? [])
              .filter((plan) => plan.status === 'assigned' && plan.year < year)
              .map((plan) => ({ value: plan.id, label: `${plan.code} · ${plan.title}` }))}
          />
        </Form.Item>
        {several('proposers', false)}
        {several('advisers', false)}
        {several('receivers', true)}
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
