import { DatePicker, Form } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';

/** A day in a form, kept as the API takes it: `2026-12-31`, null where none is chosen. */
export function DateItem({
  name,
  label,
  required = false,
  help,
}: {
  name: string | string[];
  label: string;
  required?: boolean;
  help?: string;
}) {
  const { t } = useTranslation();
  return (
    <Form.Item
      name={name}
      label={label}
      {...(help !== undefined && { extra: help })}
      getValueProps={(day: string | null | undefined) => ({ value: day ? dayjs(day) : null })}
      normalize={(day: dayjs.Dayjs | null) => day?.format('YYYY-MM-DD') ?? null}
      rules={required ? [{ required: true, message: t('validation.required') }] : []}
    >
      <DatePicker format={['DD/MM/YYYY', 'YYYY-MM-DD']} className="full" />
    </Form.Item>
  );
}
