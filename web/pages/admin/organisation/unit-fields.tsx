import { Checkbox, Form, Input, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Level, UnitKind, UnitRef } from '../../../../api/contract/index.ts';
import { UnitSelect } from '../../../components/unit-select.tsx';

export interface UnitFieldValues {
  parentId: string | null;
  name: string;
  nameEn: string;
  kind: UnitKind;
  level: Level;
  isStandingBody: boolean;
  paperSymbol: string | null;
}

export const unitKinds: UnitKind[] = [
  'state_office',
  'central_body',
  'ministry',
  'general_department',
  'department',
  'provincial_office',
  'service_unit',
  'division',
];
const levels: Level[] = ['unit', 'department', 'ministry', 'central', 'state'];

/** An empty field as the API takes it. */
export const orNull = (text: string | null | undefined): string | null => text?.trim() || null;

/** What a unit is: for a new one, and for one that changes. */
export function UnitFields({ parent, parentHelp }: { parent: UnitRef | null; parentHelp: string }) {
  const { t } = useTranslation();
  const required = [{ required: true, whitespace: true, message: t('validation.required') }];
  return (
    <>
      <Form.Item name="parentId" label={t('organisation.parent')} extra={parentHelp}>
        <UnitSelect chosen={parent} />
      </Form.Item>
      <Form.Item name="name" label={t('organisation.name')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="nameEn" label={t('organisation.nameEn')} rules={required}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="kind" label={t('organisation.kind')} rules={required}>
        <Select options={unitKinds.map((value) => ({ value, label: t(`unitKind.${value}`) }))} />
      </Form.Item>
      <Form.Item name="level" label={t('organisation.level')} rules={required}>
        <Select options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
      </Form.Item>
      <Form.Item
        name="paperSymbol"
        label={t('organisation.paperSymbol')}
        extra={t('organisation.paperSymbolHelp')}
      >
        <Input maxLength={30} />
      </Form.Item>
      <Form.Item name="isStandingBody" valuePropName="checked">
        <Checkbox>{t('organisation.isStandingBody')}</Checkbox>
      </Form.Item>
    </>
  );
}
