import { Button, Form, Input, Radio, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { showOnFields } from '../../form/problems.ts';
import { useUnits } from '../../queries/catalogue.ts';
import { useOpinionCommands } from '../../queries/opinions.ts';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface Asked {
  where: 'inside' | 'outside';
  unitId?: string;
  agencyName?: string;
  question: string;
}

/** Notes a request for the opinion of one agency, of the system or another by its name. */
export function AskOpinion({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const names = useNames();
  const { ask } = useOpinionCommands(dossierId);
  const [form] = Form.useForm<Asked>();
  const [error, setError] = useState<unknown>(null);
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const where = Form.useWatch('where', form) ?? 'inside';
  const required = [{ required: true, whitespace: true, message: t('validation.required') }];
  const submit = async ({ unitId, agencyName, question }: Asked) => {
    setError(null);
    try {
      await ask.mutateAsync({
        question,
        ...(where === 'inside' ? unitId && { unitId } : agencyName && { agencyName }),
      });
      form.resetFields();
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Form form={form} layout="vertical" onFinish={submit} initialValues={{ where: 'inside' }}>
      <p className="quiet">{t('opinion.help')}</p>
      <Form.Item name="where" label={t('opinion.agency')}>
        <Radio.Group
          options={[
            { value: 'inside', label: t('opinion.inside') },
            { value: 'outside', label: t('opinion.outside') },
          ]}
        />
      </Form.Item>
      {where === 'inside' ? (
        <Form.Item name="unitId" rules={[{ required: true, message: t('validation.unit') }]}>
          <Select
            showSearch={{ filterOption: false, onSearch: setQ }}
            placeholder={t('opinion.search')}
            aria-label={t('opinion.search')}
            options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
          />
        </Form.Item>
      ) : (
        <Form.Item name="agencyName" rules={required}>
          <Input maxLength={300} aria-label={t('opinion.outside')} />
        </Form.Item>
      )}
      <Form.Item name="question" label={t('opinion.question')} rules={required}>
        <Input.TextArea rows={3} maxLength={2000} />
      </Form.Item>
      {error !== null && <ProblemAlert error={error} />}
      <Button htmlType="submit" loading={ask.isPending}>
        {t('opinion.ask')}
      </Button>
    </Form>
  );
}
