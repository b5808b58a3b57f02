import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCouncilCommands } from '../../queries/councils.ts';
import { type SeatDraft, SeatsField } from './seats-field.tsx';

interface Fields {
  from: Dayjs;
  establishedBy: string;
  establishedOn: Dayjs;
}

/** Re-constitutes a council: all its members from a day on, by a decision. */
export function ReconstituteDialog({
  council,
  open,
  onClose,
}: {
  council: CouncilDetail;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reconstitute } = useCouncilCommands(council.id);
  const [form] = Form.useForm<Fields>();
  const present = council.memberList.map(({ person, capacity }) => ({
    personId: person.id,
    name: person.fullName,
    capacity,
  }));
  const [chosen, setChosen] = useState<SeatDraft[] | null>(null);
  const [error, setError] = useState<unknown>(null);
  const seats = chosen ?? present;
  const needed = [{ required: true, message: t('validation.required') }];
  const submit = ({ from, establishedBy, establishedOn }: Fields) => {
    setError(null);
    reconstitute.mutate(
      {
        from: from.format('YYYY-MM-DD'),
        establishedBy: establishedBy.trim(),
        establishedOn: establishedOn.format('YYYY-MM-DD'),
        members: seats.map(({ personId, capacity }) => ({ personId, capacity })),
        version: council.version,
      },
      {
        onSuccess: () => {
          setChosen(null);
          onClose();
        },
        onError: (problem) => setError(showOnFields(form, problem)),
      },
    );
  };
  return (
    <Modal
      open={open}
      width={640}
      title={t('council.reconstitute')}
      okText={t('council.reconstitute')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: reconstitute.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('council.reconstituteHelp')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ from: dayjs(), establishedOn: dayjs() }}
      >
        <Form.Item name="from" label={t('council.from')} rules={needed}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
        <Form.Item
          name="establishedBy"
          label={t('council.establishedBy')}
          rules={[{ ...needed[0], whitespace: true }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="establishedOn" label={t('council.establishedOn')} rules={needed}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
      </Form>
      <SeatsField seats={seats} onChange={setChosen} />
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
