import { DatePicker, Form, Input } from 'antd';
import type { Dayjs } from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { UnitRef, UpdateCouncilRequest } from '../../../api/contract/index.ts';
import { UnitSelect } from '../../components/unit-select.tsx';

/** What a form about a council holds of its terms. */
export interface CouncilTerms {
  name: string;
  establishedBy?: string;
  establishedOn?: Dayjs | null;
  standingBodyId?: string | null;
  paperSymbol: string;
  validTo?: Dayjs | null;
}

const dateOf = (day: Dayjs | null | undefined) => day?.format('YYYY-MM-DD') ?? null;

/** The same as the API takes it. */
export const termsOf = (fields: CouncilTerms): Omit<UpdateCouncilRequest, 'version'> => ({
  name: fields.name.trim(),
  establishedBy: fields.establishedBy?.trim() || null,
  establishedOn: dateOf(fields.establishedOn),
  standingBodyId: fields.standingBodyId ?? null,
  paperSymbol: fields.paperSymbol.trim(),
  validTo: dateOf(fields.validTo),
});

/** Name, establishing decision, standing body, symbol and end of term of a council, inside a form. */
export function CouncilTermsFields({ standingBody = null }: { standingBody?: UnitRef | null }) {
  const { t } = useTranslation();
  const needed = { required: true, whitespace: true, message: t('validation.required') };
  const day = <DatePicker format="DD/MM/YYYY" className="full" />;
  return (
    <>
      <Form.Item name="name" label={t('council.name')} rules={[needed]}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="establishedBy" label={t('council.establishedBy')}>
        <Input maxLength={300} />
      </Form.Item>
      <Form.Item name="establishedOn" label={t('council.establishedOn')}>
        {day}
      </Form.Item>
      <Form.Item name="standingBodyId" label={t('council.standingBody')}>
        <UnitSelect chosen={standingBody} />
      </Form.Item>
      <Form.Item name="paperSymbol" label={t('council.paperSymbol')} rules={[needed]}>
        <Input maxLength={80} />
      </Form.Item>
      <Form.Item name="validTo" label={t('council.validTo')}>
        {day}
      </Form.Item>
    </>
  );
}
