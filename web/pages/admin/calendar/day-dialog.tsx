import { Checkbox, Form, Input, Modal, Radio, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { CalendarDay } from '../../../../api/contract/index.ts';
import { formatDate } from '../../../format/dates.ts';

interface Fields extends Omit<CalendarDay, 'date' | 'kind'> {
  kind: CalendarDay['kind'] | 'ordinary';
}

const isWeekend = (date: string) => [0, 6].includes(new Date(`${date}T00:00:00Z`).getUTCDay());

/** One day of the calendar: what it is, why, and how sure that is. Kept in the draft, not saved. */
export function DayDialog({
  date,
  day,
  onChange,
  onClose,
}: {
  date: string;
  day: CalendarDay | undefined;
  onChange: (day: CalendarDay | null) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const [form] = Form.useForm<Fields>();
  const ordinary = Form.useWatch('kind', form) === 'ordinary';
  const initial: Fields = day ?? {
    kind: isWeekend(date) ? 'make_up' : 'holiday',
    name: '',
    tentative: false,
    citation: '',
    grade: 'B',
  };
  const kinds = isWeekend(date)
    ? (['ordinary', 'make_up', 'holiday'] as const)
    : (['ordinary', 'holiday', 'compensatory'] as const);
  const submit = ({ kind, ...fields }: Fields) => {
    onChange(kind === 'ordinary' ? null : { date, kind, ...fields });
    onClose();
  };
  return (
    <Modal
      open
      title={formatDate(date)}
      okText={t('calendar.keep')}
      cancelText={t('action.cancel')}
      onOk={form.submit}
      onCancel={onClose}
    >
      <Form form={form} layout="vertical" initialValues={initial} onFinish={submit}>
        <Form.Item name="kind" label={t('calendar.kindOf')}>
          <Radio.Group
            options={kinds.map((kind) => ({
              value: kind,
              label: t(`calendar.kind.${kind === 'ordinary' && isWeekend(date) ? 'weekend' : kind}`),
            }))}
          />
        </Form.Item>
        {!ordinary && (
          <>
            <Form.Item
              name="name"
              label={t('calendar.name')}
              rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
            >
              <Input maxLength={300} />
            </Form.Item>
            <Form.Item
              name="citation"
              label={t('calendar.citation')}
              rules={[{ required: true, whitespace: true, message: t('validation.required') }]}
            >
              <Input maxLength={500} />
            </Form.Item>
            <Form.Item name="grade" label={t('calendar.grade')}>
              <Select
                options={(['A', 'B', 'C', 'U'] as const).map((grade) => ({
                  value: grade,
                  label: t(`calendar.grades.${grade}`),
                }))}
              />
            </Form.Item>
            <Form.Item name="tentative" valuePropName="checked">
              <Checkbox>{t('calendar.tentativeHelp')}</Checkbox>
            </Form.Item>
          </>
        )}
      </Form>
    </Modal>
  );
}
