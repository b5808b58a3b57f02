import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail, Seat } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useCouncilCommands } from '../../queries/councils.ts';

interface Fields {
  from: Dayjs;
  establishedBy: string;
  establishedOn: Dayjs;
}

export interface ConstitutionDialogProps {
  council: CouncilDetail;
  open: boolean;
  title: string;
  help: string;
  /** All members from the day on. */
  seats: Seat[];
  /** How the seats are chosen. */
  children: ReactNode;
  onClose: () => void;
}

/** The members whose end is not known: those of the newest constitution. */
export const standingSeats = ({ memberList }: CouncilDetail) =>
  memberList.filter(({ validTo }) => validTo === null);

/** Gives a council its members from a day on, by a decision. */
export function ConstitutionDialog({
  council,
  open,
  title,
  help,
  seats,
  children,
  onClose,
}: ConstitutionDialogProps) {
  const { t } = useTranslation();
  const { reconstitute } = useCouncilCommands(council.id);
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const needed = { required: true, message: t('validation.required') };
  const submit = ({ from, establishedBy, establishedOn }: Fields) => {
    setError(null);
    reconstitute.mutate(
      {
        from: from.format('YYYY-MM-DD'),
        establishedBy: establishedBy.trim(),
        establishedOn: establishedOn.format('YYYY-MM-DD'),
        members: seats,
        version: council.version,
      },
      { onSuccess: onClose, onError: (problem) => setError(showOnFields(form, problem)) },
    );
  };
  return (
    <Modal
      open={open}
      width={640}
      title={title}
      okText={title}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: reconstitute.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      afterClose={() => setError(null)}
      destroyOnHidden
    >
      <p>{help}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ from: dayjs(), establishedOn: dayjs() }}
      >
        <Form.Item name="from" label={t('council.from')} rules={[needed]}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
        <Form.Item
          name="establishedBy"
          label={t('council.changedBy')}
          rules={[{ ...needed, whitespace: true }]}
        >
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="establishedOn" label={t('council.establishedOn')} rules={[needed]}>
          <DatePicker format="DD/MM/YYYY" className="full" />
        </Form.Item>
      </Form>
      {children}
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
