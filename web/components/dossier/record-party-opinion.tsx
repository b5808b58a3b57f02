import { Button, Checkbox, Form, Input, Modal, Radio, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyOpinionNeed, PartyOutcome } from '../../../api/contract/index.ts';
import { DateItem } from '../../form/date-item.tsx';
import { showOnFields } from '../../form/problems.ts';
import { useRecordPartyOpinion } from '../../queries/party.ts';
import { ProblemAlert } from '../problem-alert.tsx';

interface Filled {
  nominationIds: string[];
  committee: string;
  symbol: string;
  issuedOn: string;
  outcome: PartyOutcome;
  comment?: string;
  file: File;
}

/** Records what a Party committee wrote: one paper, perhaps about several nominees of the dossier. */
export function RecordPartyOpinion({
  dossierId,
  need,
  sameLevel,
  onClose,
}: {
  dossierId: string;
  need: PartyOpinionNeed;
  /** Whom the paper may be about as well. */
  sameLevel: PartyOpinionNeed[];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const record = useRecordPartyOpinion(dossierId);
  const [form] = Form.useForm<Filled>();
  const outcome = Form.useWatch('outcome', form);
  const file = Form.useWatch('file', form);
  const [error, setError] = useState<unknown>(null);
  const required = [{ required: true, message: t('validation.required') }];
  const submit = async ({ nominationIds, ...filled }: Filled) => {
    setError(null);
    try {
      await record.mutateAsync({ ...filled, level: need.level, nominationIds: nominationIds.join(',') });
      onClose();
    } catch (problem) {
      setError(showOnFields(form, problem));
    }
  };
  return (
    <Modal open title={t('party.record')} footer={null} onCancel={onClose}>
      <Form
        form={form}
        layout="vertical"
        disabled={record.isPending}
        onFinish={submit}
        initialValues={{
          nominationIds: [need.nominationId],
          committee: need.committee ?? '',
          outcome: 'agree',
        }}
      >
        <Form.Item name="nominationIds" label={t('party.about')} rules={required}>
          <Checkbox.Group
            className="choices"
            options={sameLevel.map(({ nominationId, name }) => ({ value: nominationId, label: name }))}
          />
        </Form.Item>
        <Form.Item name="committee" label={t('party.committee')} rules={required}>
          <Input maxLength={300} />
        </Form.Item>
        <Form.Item name="symbol" label={t('party.symbol')} rules={required}>
          <Input maxLength={100} />
        </Form.Item>
        <DateItem name="issuedOn" label={t('party.issuedOn')} required />
        <Form.Item name="outcome" label={t('party.opinion')} rules={required}>
          <Radio.Group
            options={(['agree', 'disagree'] as const).map((value) => ({ value, label: t(`party.${value}`) }))}
          />
        </Form.Item>
        <Form.Item
          name="comment"
          label={t('party.comment')}
          rules={[{ required: outcome === 'disagree', whitespace: true, message: t('validation.reason') }]}
        >
          <Input.TextArea rows={3} maxLength={2000} />
        </Form.Item>
        <Form.Item name="file" label={t('party.paper')} rules={required} valuePropName="chosen">
          <Upload
            showUploadList={false}
            beforeUpload={(chosen) => {
              form.setFieldValue('file', chosen);
              return false; // sent with the form
            }}
          >
            <Button>{file?.name ?? t('papers.choose')}</Button>
          </Upload>
        </Form.Item>
        {error !== null && <ProblemAlert error={error} />}
        <Button type="primary" htmlType="submit" block loading={record.isPending}>
          {t('party.save')}
        </Button>
      </Form>
    </Modal>
  );
}
