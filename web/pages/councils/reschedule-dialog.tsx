import { DatePicker, Form, Input, Modal } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { clockInVietnam, instantInVietnam } from '../../format/dates.ts';
import { useSessionCommands } from '../../queries/councils.ts';

interface Fields {
  scheduledAt?: Dayjs;
  closesAt?: Dayjs;
  place?: string;
  reason: string;
}

const dayAfter = (instant: string) => dayjs(clockInVietnam(instant)).add(1, 'day');
const asInstant = (moment: Dayjs) => instantInVietnam(moment.format('YYYY-MM-DDTHH:mm'));

/** Puts a planned session off, or extends an open circulation; the members are invited anew. */
export function RescheduleDialog({
  session,
  open,
  onClose,
}: {
  session: SessionDetail;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { reschedule } = useSessionCommands(session.id);
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);
  const isOpen = session.status === 'open';
  const isCirculation = session.mode === 'circulation';
  const title = isOpen ? t('reschedule.extend') : t('reschedule.open');
  const submit = ({ scheduledAt, closesAt, place, reason }: Fields) => {
    setError(null);
    reschedule.mutate(
      {
        scheduledAt: scheduledAt ? asInstant(scheduledAt) : session.scheduledAt,
        ...(closesAt && { closesAt: asInstant(closesAt) }),
        ...(place?.trim() && { place: place.trim() }),
        reason: reason.trim(),
      },
      { onSuccess: onClose, onError: (problem) => setError(showOnFields(form, problem)) },
    );
  };
  const needed = [{ required: true, message: t('validation.required') }];
  const moment = <DatePicker showTime={{ format: 'HH:mm' }} format="DD/MM/YYYY HH:mm" className="full" />;
  return (
    <Modal
      open={open}
      title={title}
      okText={title}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: reschedule.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t(isOpen ? 'reschedule.extendHelp' : 'reschedule.help')}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{
          scheduledAt: dayAfter(session.scheduledAt),
          ...(session.closesAt !== null && { closesAt: dayAfter(session.closesAt) }),
          place: session.place,
        }}
      >
        {!isOpen && (
          <Form.Item name="scheduledAt" label={t('session.scheduledAt')} rules={needed}>
            {moment}
          </Form.Item>
        )}
        {isCirculation && (
          <Form.Item name="closesAt" label={t('session.closesAt')} rules={needed}>
            {moment}
          </Form.Item>
        )}
        {!isOpen && !isCirculation && (
          <Form.Item name="place" label={t('session.place')}>
            <Input maxLength={300} />
          </Form.Item>
        )}
        <Form.Item name="reason" label={t('field.reason')} rules={[{ ...needed[0], whitespace: true }]}>
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
