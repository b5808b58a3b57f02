import { DatePicker, Form, Input, Modal, Select } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type { CouncilKind, Level } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useUnits } from '../../queries/catalogue.ts';
import { useCreateCouncil } from '../../queries/councils.ts';
import { type SeatDraft, SeatsField } from './seats-field.tsx';

interface Fields {
  unitId: string;
  level: Level;
  kind: CouncilKind;
  name: string;
  establishedBy?: string;
  establishedOn?: Dayjs;
  standingBodyId?: string;
  paperSymbol: string;
  validFrom: Dayjs;
  validTo?: Dayjs;
}

const kinds: CouncilKind[] = ['emulation', 'unit_vote', 'initiative', 'bloc'];
const levels: Level[] = ['unit', 'department', 'ministry', 'central'];
const dateOf = (day: Dayjs | undefined) => day?.format('YYYY-MM-DD') ?? null;

/** Establishes a council with its first members: for administrators of its unit. */
export function NewCouncilDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const { t } = useTranslation();
  const names = useNames();
  const navigate = useNavigate();
  const create = useCreateCouncil();
  const [form] = Form.useForm<Fields>();
  const [seats, setSeats] = useState<SeatDraft[]>([]);
  const [q, setQ] = useState('');
  const [error, setError] = useState<unknown>(null);
  const units = useUnits({ q });
  const unitField = (
    <Select
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={units.isFetching}
      options={(units.data?.items ?? []).map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
    />
  );
  const needed = [{ required: true, message: t('validation.required') }];
  const submit = (fields: Fields) => {
    setError(null);
    create.mutate(
      {
        unitId: fields.unitId,
        level: fields.level,
        kind: fields.kind,
        name: fields.name.trim(),
        establishedBy: fields.establishedBy?.trim() || null,
        establishedOn: dateOf(fields.establishedOn),
        standingBodyId: fields.standingBodyId ?? null,
        paperSymbol: fields.paperSymbol.trim(),
        validFrom: fields.validFrom.format('YYYY-MM-DD'),
        validTo: dateOf(fields.validTo),
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
          {unitField}
        </Form.Item>
        <Form.Item name="kind" label={t('council.kindOf')} rules={needed}>
          <Select options={kinds.map((value) => ({ value, label: t(`council.kind.${value}`) }))} />
        </Form.Item>
        <Form.Item name="level" label={t('council.level')} rules={needed}>
          <Select options={levels.map((value) => ({ value, label: t(`level.${value}`) }))} />
        </Form.Item>
        <Form.Item name="name" label={t('council.name')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="establishedBy" label={t('council.establishedBy')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="establishedOn" label={t('council.establishedOn')}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
        <Form.Item name="standingBodyId" label={t('council.standingBody')}>
          {unitField}
        </Form.Item>
        <Form.Item name="paperSymbol" label={t('council.paperSymbol')} rules={needed}>
          <Input maxLength={80} />
        </Form.Item>
        <Form.Item name="validFrom" label={t('council.validFrom')} rules={needed}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
        <Form.Item name="validTo" label={t('council.validTo')}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
      </Form>
      <SeatsField seats={seats} onChange={setSeats} />
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
