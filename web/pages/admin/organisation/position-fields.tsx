import { Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { UnitRef } from '../../../../api/contract/index.ts';
import { UnitSelect } from '../../../components/unit-select.tsx';
import { DateItem } from '../../../form/date-item.tsx';

export interface PositionFieldValues {
  unitId: string;
  title: string;
  /** `unknown` where nobody has said. */
  directWork: 'yes' | 'no' | 'unknown';
  from: string;
  to?: string | null;
}

/** The fields as the API takes them. */
export const positionOf = ({ unitId, title, directWork, from, to }: PositionFieldValues) => ({
  ...{ unitId, title, from },
  isDirectWorker: directWork === 'unknown' ? null : directWork === 'yes',
  to: to ?? null,
});

export const directWorkOf = (isDirectWorker: boolean | null): PositionFieldValues['directWork'] =>
  isDirectWorker === null ? 'unknown' : isDirectWorker ? 'yes' : 'no';

/** A post: where, as what, from when to when. */
export function PositionFields({ unit }: { unit: UnitRef | null }) {
  const { t } = useTranslation();
  const required = [{ required: true, message: t('validation.required') }];
  return (
    <>
      <Form.Item name="unitId" label={t('organisation.unit')} rules={required}>
        <UnitSelect chosen={unit} />
      </Form.Item>
      <Form.Item
        name="title"
        label={t('staff.post')}
        rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
      >
        <Input maxLength={200} />
      </Form.Item>
      <Form.Item name="directWork" label={t('staff.directWork')}>
        <Select
          options={(['yes', 'no', 'unknown'] as const).map((value) => ({
            value,
            label: t(`staff.directWorkIs.${value}`),
          }))}
        />
      </Form.Item>
      <DateItem name="from" label={t('staff.from')} required />
      <DateItem name="to" label={t('staff.to')} help={t('staff.toHelp')} />
    </>
  );
}
