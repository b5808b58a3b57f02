import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Form, Modal, Radio, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Choice, SessionDetail, SessionMember } from '../../../api/contract/index.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';
import { choices } from './ballot-form.tsx';

export interface WrittenOpinionDialogProps {
  session: SessionDetail;
  /** The absent member whose opinion is recorded; null closes the dialog. */
  member: SessionMember | null;
  onClose: () => void;
}

/** Records what an absent member wrote, with the signed paper that says it. */
export function WrittenOpinionDialog({ session, member, onClose }: WrittenOpinionDialogProps) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { writtenOpinion } = useSessionCommands(session.id);
  const [file, setFile] = useState<File | null>(null);
  const [form] = Form.useForm<Record<string, Choice>>();
  const items = session.items.filter(({ result }) => result === null);

  const submit = (chosen: Record<string, Choice>) => {
    const first = items[0];
    if (file === null || member === null || first === undefined) return;
    const ballots = items.flatMap(({ id }) => {
      const choice = chosen[id];
      return choice === undefined ? [] : [{ agendaItemId: id, choice }];
    });
    writtenOpinion.mutate(
      { personId: member.person.id, dossierId: first.dossierId, file, ballots },
      {
        onSuccess: () => {
          void message.success(t('session.opinionRecorded', { name: member.person.fullName }));
          onClose();
        },
      },
    );
  };

  return (
    <Modal
      open={member !== null}
      width={640}
      title={member === null ? '' : t('session.opinionOf', { name: member.person.fullName })}
      okText={t('session.opinionSubmit')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: file === null, loading: writtenOpinion.isPending }}
      onOk={form.submit}
      onCancel={onClose}
      afterClose={() => {
        setFile(null);
        form.resetFields();
        writtenOpinion.reset();
      }}
      destroyOnHidden
    >
      <Form form={form} layout="vertical" onFinish={submit} disabled={writtenOpinion.isPending}>
        <Form.Item label={t('session.opinionPaper')} required>
          <Upload
            maxCount={1}
            fileList={file === null ? [] : [{ uid: file.name, name: file.name }]}
            beforeUpload={(chosen) => {
              setFile(chosen);
              return false; // sent with the ballots
            }}
            onRemove={() => setFile(null)}
          >
            <Button icon={<UploadOutlined aria-hidden />}>{t('papers.choose')}</Button>
          </Upload>
        </Form.Item>
        <Button
          className="list-filter"
          onClick={() => form.setFieldsValue(Object.fromEntries(items.map(({ id }) => [id, 'for'])))}
        >
          {t('ballot.markAll')}
        </Button>
        {items.map((item) => (
          <Form.Item
            key={item.id}
            name={item.id}
            label={item.nominee}
            rules={[{ required: true, message: t('validation.choice') }]}
          >
            <Radio.Group
              optionType="button"
              options={choices.map((choice) => ({
                value: choice,
                label: t(`choice.${choice}`),
                className: `choice-${choice}`,
              }))}
            />
          </Form.Item>
        ))}
      </Form>
      {writtenOpinion.error !== null && <ProblemAlert error={writtenOpinion.error} />}
    </Modal>
  );
}
