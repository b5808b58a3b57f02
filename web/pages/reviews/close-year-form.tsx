import { Button, Card, Flex, Form, Input, InputNumber, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CloseYearRequest } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useUnits } from '../../queries/catalogue.ts';
import { useCloseYear } from '../../queries/reviews.ts';

/** Closes the year of one of the clerk's units; the current year wants a reason. */
export function CloseYearForm() {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const units = useUnits({ mine: true });
  const close = useCloseYear();
  const [form] = Form.useForm<CloseYearRequest>();
  const [error, setError] = useState<unknown>(null);
  const year = Form.useWatch('year', form);
  const thisYear = new Date().getFullYear();
  const required = [{ required: true, message: t('validation.required') }];
  const submit = (request: CloseYearRequest) => {
    setError(null);
    close.mutate(request, {
      onSuccess: ({ id }) => void navigate(`/reviews/${id}`),
      onError: (problem) => setError(showOnFields(form, problem)),
    });
  };
  return (
    <Card size="small" title={t('review.close')}>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        disabled={close.isPending}
        initialValues={{ year: thisYear - 1 }}
      >
        <Flex gap={12} wrap>
          <Form.Item name="unitId" label={t('dossier.unit')} rules={required} className="grow">
            <Select
              showSearch={{ optionFilterProp: 'label' }}
              loading={units.isLoading}
              options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
            />
          </Form.Item>
          <Form.Item name="year" label={t('review.year')} rules={required}>
            <InputNumber min={1945} max={thisYear} />
          </Form.Item>
        </Flex>
        {year === thisYear && (
          <Form.Item name="earlyReason" label={t('review.earlyReason')} rules={required}>
            <Input.TextArea maxLength={2000} rows={2} />
          </Form.Item>
        )}
        {error !== null && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit" loading={close.isPending}>
          {t('review.closeAction')}
        </Button>
      </Form>
    </Card>
  );
}
