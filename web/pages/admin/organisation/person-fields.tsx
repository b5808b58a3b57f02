import { Form, Input, InputNumber, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CorrectPersonRequest } from '../../../../api/contract/index.ts';
import { DateItem } from '../../../form/date-item.tsx';
import { orNull } from './unit-fields.tsx';

/** What a form holds of a person; an empty field is null or an empty text. */
export interface PersonFieldValues {
  fullName: string;
  sex?: 'female' | 'male' | null;
  birthDate?: string | null;
  birthYear?: number | null;
  staffCode?: string | null;
  nationalId?: string | null;
  email?: string | null;
}

/** The fields as the API takes them. */
export const personOf = (fields: PersonFieldValues) => ({
  fullName: fields.fullName,
  sex: fields.sex ?? null,
  birthDate: fields.birthDate ?? null,
  birthYear: fields.birthYear ?? null,
  staffCode: orNull(fields.staffCode),
  nationalId: orNull(fields.nationalId),
  email: orNull(fields.email),
});

/** The same for a correction: a card number that is not typed again stays what it is. */
export function correctionOf(fields: PersonFieldValues): CorrectPersonRequest {
  const { nationalId, ...person } = personOf(fields);
  return { ...person, ...(nationalId !== null && { nationalId }) };
}

export function PersonFields({ nationalIdHelp }: { nationalIdHelp: string }) {
  const { t } = useTranslation();
  return (
    <>
      <Form.Item
        name="fullName"
        label={t('field.fullName')}
        rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="staffCode" label={t('staff.code')}>
        <Input maxLength={50} />
      </Form.Item>
      <Form.Item name="sex" label={t('staff.sex')}>
        <Select
          allowClear
          options={(['female', 'male'] as const).map((value) => ({
            value,
            label: t(`staff.sexOf.${value}`),
          }))}
        />
      </Form.Item>
      <DateItem name="birthDate" label={t('staff.birthDate')} />
      <Form.Item name="birthYear" label={t('staff.birthYear')} extra={t('staff.birthYearHelp')}>
        <InputNumber min={1900} max={2100} precision={0} className="full" />
      </Form.Item>
      <Form.Item name="email" label={t('staff.email')}>
        <Input type="email" maxLength={200} />
      </Form.Item>
      <Form.Item name="nationalId" label={t('staff.nationalId')} extra={nationalIdHelp}>
        <Input maxLength={12} inputMode="numeric" />
      </Form.Item>
    </>
  );
}
