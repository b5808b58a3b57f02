import { DatePicker, Form, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CouncilKind, Level } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { UnitSelect } from '../../components/unit-select.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCreateCouncil } from '../../queries/councils.ts';
import { type CouncilTerms, CouncilTermsFields, termsOf } from './council-terms.tsx';
import { type SeatDraft, SeatsField } from './seats-field.tsx';

interface Fields extends CouncilTerms {
  unitId: string;
  level: Level;
  kind: CouncilKind;
  validFrom: Dayjs;
}

const kinds: CouncilKind[] = ['emulation', 'unit_vote', 'initiative', 'bloc'];
const levels: Level[] = ['unit', 'department', 'ministry', 'central'];

/** Establishes a council with its first members: for administrators of its unit. */
export function NewCouncilDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const create = useCreateCouncil();
  const [form] = Form.useForm<Fields>();
  const [seats, setSeats] = useState<SeatDraft[]>([]);
  const [error, setError] = useState<unknown>(null);
  const needed = [{ required: true, message: t('validation.required') }];
  const submit = (fields: Fields) => {
    setError(null);
    create.mutate(
      {
        unitId: fields.unitId,
        level: fields.level,
        kind: fields.kind,
        ...termsOf(fields),
        validFrom: fields.validFrom.format('YYYY-MM-DD'),
        members: seats.map(({ personId, capacity }) => ({ personId, capacity })),
      },
      {
        onSuccess: ({ id }) => void navigate(`/councils/${id}`),
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open={open}
      width={640}
      title={t('council.establish')}
      okText={t('council.establish')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: create.isPending, disabled: seats.length === 0 }}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ kind: 'emulation', level: 'unit', paperSymbol: 'HĐTĐKT', validFrom: dayjs() }}
      >
        <Form.Item name="unitId" label={t('field.unit')} rules={needed}>
          <UnitSelect />
        </Form.Item>
        <Form.Item name="kind" label={t('council.kindOf')} rules={needed}>
          <Select options={kinds.map((value) => ({ value, label: t(`council.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="level" label={t('council.level')} rules={needed}>
          <Select options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('council.validFrom')} rules={needed}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
        <CouncilTermsFields />
      </Form>
      <SeatsField seats={seats} onChange={setSeats} />
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
