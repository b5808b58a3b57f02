import { App, Form, Input, InputNumber, Modal, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PlanDetail, PlanItem } from '../../../api/contract/index.ts';
import { showOnFields } from '../../form/problems.ts';
import { usePlanCommands } from '../../queries/plans.ts';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface Fields {
  assignerId: string;
  code: string;
  name: string;
  kind: PlanItem['kind'];
  dueMonths: number[];
  pointsEach: number;
  reason: string;
}

/** Adds work that came up while the plan runs, for every unit that receives the plan. */
export function AdHocDialog({ plan, onClose }: { plan: PlanDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { addAdHoc } = usePlanCommands(plan.id);
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const required = [{ required: true, message: t('validation.required') }];
  const submit = ({ assignerId, reason, ...item }: Fields) => {
    setError(null);
    addAdHoc.mutate(
      { assignerId, reason, item },
      {
        onSuccess: () => {
          void message.success(t('plan.written'));
          onClose();
        },
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open
      width={640}
      title={t('plan.addAdHoc')}
      okText={t('plan.addAdHoc')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: addAdHoc.isPending }}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" onFinish={submit} initialValues={{ kind: 'task', dueMonths: [] }}>
        <Form.Item name="assignerId" label={t('plan.assigner')} rules={required}>
          <Select options={plan.proposers.map((unit) => ({ value: unit.id, label: names.unit(unit) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('plan.item')} rules={required}>
          <Input maxLength={500} />
        </Form.Item>
        <div className="form-columns">
          <Form.Item name="code" label={t('plan.code')} rules={required}>
            <Input maxLength={60} />
          </Form.Item>
          <Form.Item name="kind" label={t('plan.kind')} rules={required}>
            <Select
              options={(['report', 'task'] as const).map((kind) => ({
                value: kind,
                label: t(`plan.itemKind.${kind}`),
              }))}
            />
          </Form.Item>
          <Form.Item name="pointsEach" label={t('plan.points')} rules={required}>
            <InputNumber min={1} precision={0} />
          </Form.Item>
        </div>
        <Form.Item name="dueMonths" label={t('plan.dueMonths')} rules={required}>
          <Select
            mode="multiple"
            options={Array.from({ length: 12 }, (_, i) => ({ value: i + 1, label: String(i + 1) }))}
          />
        </Form.Item>
        <Form.Item name="reason" label={t('field.reason')} rules={required}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
