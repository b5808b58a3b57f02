import { Checkbox, DatePicker, Descriptions, Form, Input, InputNumber, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Task } from '../../../api/contract/index.ts';
import { Loaded } from '../../components/loaded.tsx';
import { fieldsOf, formTitle, type SchemaField, shownValue } from '../../form/schema-fields.ts';
import { currentLocale } from '../../i18n.ts';
import { useTaskForm } from '../../queries/tasks.ts';

function inputFor({ input, options, minimum, maximum, maxLength }: SchemaField): ReactNode {
  switch (input) {
    case 'number':
      return (
        <InputNumber
          {...(minimum !== undefined && { min: minimum })}
          {...(maximum !== undefined && { max: maximum })}
        />
      );
    case 'date':
      return <DatePicker />;
    case 'choice':
      return <Select options={options} allowClear />;
    case 'choices':
      return <Select options={options} mode="multiple" allowClear />;
    case 'paragraph':
      return <Input.TextArea rows={3} maxLength={maxLength} />;
    default:
      return <Input maxLength={maxLength} />;
  }
}

/** The API takes dates as texts; what is emptied again is left out. */
const conversions: Partial<Record<SchemaField['input'], object>> = {
  date: {
    getValueProps: (value?: string) => ({ value: value ? dayjs(value) : null }),
    normalize: (value: Dayjs | null) => value?.format('YYYY-MM-DD'),
  },
  line: { normalize: (value: string) => (value === '' ? undefined : value) },
  paragraph: { normalize: (value: string) => (value === '' ? undefined : value) },
  number: { normalize: (value: number | null) => value ?? undefined },
};

function Field({ field }: { field: SchemaField }) {
  const { t } = useTranslation();
  if (field.input === 'checkbox') {
    return (
      <Form.Item name={['form', field.name]} valuePropName="checked" initialValue={false} help={field.help}>
        <Checkbox>{field.label}</Checkbox>
      </Form.Item>
    );
  }
  return (
    <Form.Item
      name={['form', field.name]}
      label={field.label}
      extra={field.help}
      required={field.required}
      rules={field.required ? [{ required: true, message: t('validation.required') }] : []}
      {...conversions[field.input]}
    >
      {inputFor(field)}
    </Form.Item>
  );
}

/** The fields that a task's form asks for, under its name, inside the form of its decision. */
export function FormFields({ task }: { task: Task }) {
  return (
    <Loaded query={useTaskForm(task.id)}>
      {({ schema }) => {
        const title = formTitle(schema, currentLocale());
        return (
          <>
            {title !== undefined && <h3>{title}</h3>}
            {fieldsOf(schema, currentLocale()).map((field) => (
              <Field key={field.name} field={field} />
            ))}
          </>
        );
      }}
    </Loaded>
  );
}

/** What the form of a decided task was filled in with. */
export function FilledForm({ task }: { task: Task }) {
  const { t } = useTranslation();
  const words = { yes: t('form.yes'), no: t('form.no') };
  return (
    <Loaded query={useTaskForm(task.id)}>
      {({ schema, data }) => (
        <Descriptions column={1} size="small">
          {fieldsOf(schema, currentLocale())
            .filter(({ name }) => data !== null && Object.hasOwn(data, name))
            .map((field) => (
              <Descriptions.Item key={field.name} label={field.label}>
                <span className="pre">{shownValue(field, data?.[field.name], words)}</span>
              </Descriptions.Item>
            ))}
        </Descriptions>
      )}
    </Loaded>
  );
}
