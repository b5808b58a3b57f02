import { DatePicker, Form, Input, Modal, Radio } from 'antd';
import dayjs, { type Dayjs } from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import type {
  BallotKind,
  CouncilDetail,
  PlanSessionRequest,
  SessionMode,
} from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { showOnFields } from '../../form/problems.ts';
import { clockInVietnam, instantInVietnam } from '../../format/dates.ts';
import { usePlanSession } from '../../queries/councils.ts';

interface Fields {
  mode: SessionMode;
  ballotKind: BallotKind;
  scheduledAt: Dayjs;
  closesAt?: Dayjs;
  title?: string;
  place?: string;
}

export interface PlanSessionProps {
  council: CouncilDetail;
  /** Waiting items that come on the agenda. */
  itemIds: string[];
  open: boolean;
  onClose: () => void;
}

/** The hour that a session is proposed for: tomorrow morning. */
const tomorrowMorning = () => dayjs(clockInVietnam(new Date().toISOString())).add(1, 'day').hour(8).minute(0);

/** Plans a session of the council over the chosen nominations. */
export function PlanSession({ council, itemIds, open, onClose }: PlanSessionProps) {
  const { t } = useTranslation();
  const navigate = useNavigate();
  const plan = usePlanSession(council.id);
  const [form] = Form.useForm<Fields>();
  const [error, setError] = useState<unknown>(null);

  const mode = Form.useWatch('mode', form);

  const submit = ({ mode, ballotKind, scheduledAt, closesAt, title, place }: Fields) => {
    setError(null);
    const request: PlanSessionRequest = {
      mode,
      ballotKind,
      scheduledAt: instantInVietnam(scheduledAt.format('YYYY-MM-DDTHH:mm')),
      ...(closesAt && { closesAt: instantInVietnam(closesAt.format('YYYY-MM-DDTHH:mm')) }),
      agendaItemIds: itemIds,
      ...(title?.trim() && { title: title.trim() }),
      ...(place?.trim() && { place: place.trim() }),
    };
    plan.mutate(request, {
      onSuccess: ({ id }) => void navigate(`/sessions/${id}`),
      onError: (problem) => setError(showOnFields(form, problem)),
    });
  };

  return (
    <Modal
      open={open}
      title={t('session.plan')}
      okText={t('session.planSubmit')}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: plan.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('session.planHelp', { total: itemIds.length })}</p>
      <Form
        form={form}
        layout="vertical"
        onFinish={submit}
        initialValues={{ mode: 'meeting', ballotKind: 'open', scheduledAt: tomorrowMorning() }}
      >
        <Form.Item name="mode" label={t('session.mode')}>
          <Radio.Group
            options={(['meeting', 'circulation'] as const).map((mode) => ({
              value: mode,
              label: t(`sessionMode.${mode}`),
            }))}
          />
        </Form.Item>
        <Form.Item name="ballotKind" label={t('session.ballotKind')}>
          <Radio.Group
            options={(['open', 'secret'] as const).map((kind) => ({
              value: kind,
              label: t(`ballotKind.${kind}`),
            }))}
          />
        </Form.Item>
        <Form.Item
          name="scheduledAt"
          label={t('session.scheduledAt')}
          rules={[{ required: true, message: t('validation.required') }]}
        >
          <DatePicker showTime={{ format: 'HH:mm' }} format="DD/MM/YYYY HH:mm" className="full" />
        </Form.Item>
        {mode === 'circulation' && (
          <Form.Item
            name="closesAt"
            label={t('session.closesAt')}
            extra={t('session.closesAtHelp')}
            rules={[{ required: true, message: t('validation.required') }]}
          >
            <DatePicker showTime={{ format: 'HH:mm' }} format="DD/MM/YYYY HH:mm" className="full" />
          </Form.Item>
        )}
        <Form.Item name="place" label={t('session.place')}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="title" label={t('session.title')} extra={t('session.titleHelp')}>
          <Input maxLength={300} />
        </Form.Item>
      </Form>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
