import { App, Form, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BlocYearDetail } from '../../../api/contract/index.ts';
import { useBlocYearCommands } from '../../queries/blocs.ts';
import { DateField } from '../plans/date-field.tsx';
import { ProblemAlert } from '../problem-alert.tsx';

/** Writes what the members will pledge: one commitment a line, where and when it is signed. */
export function PledgeDialog({ year, onClose }: { year: BlocYearDetail; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { writePledge } = useBlocYearCommands(year.id);
  const [place, setPlace] = useState(year.pledge.place ?? '');
  const [on, setDay] = useState(year.pledge.on);
  const [text, setText] = useState(year.pledge.commitments.join('\n'));
  const commitments = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const isReady = place.trim() !== '' && on !== null && commitments.length > 0;
  const save = () =>
    on !== null &&
    writePledge.mutate(
      { version: year.version, place: place.trim(), on, commitments },
      {
        onSuccess: () => {
          void message.success(t('bloc.pledge.saved'));
          onClose();
        },
      },
    );
  return (
    <Modal
      open
      width={720}
      title={t('bloc.pledge.write')}
      okText={t('bloc.pledge.save')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: !isReady, loading: writePledge.isPending }}
      onOk={save}
      onCancel={onClose}
    >
      <Form layout="vertical" component="div">
        <div className="form-columns">
          <Form.Item label={t('bloc.pledge.place')} htmlFor="pledge-place">
            <Input
              id="pledge-place"
              maxLength={200}
              value={place}
              onChange={({ target }) => setPlace(target.value)}
            />
          </Form.Item>
          <DateField label={t('bloc.pledge.day')} value={on} onChange={setDay} />
        </div>
        <Form.Item label={t('bloc.pledge.commitments')} htmlFor="pledge-commitments">
          <Input.TextArea
            id="pledge-commitments"
            rows={10}
            value={text}
            onChange={({ target }) => setText(target.value)}
          />
        </Form.Item>
      </Form>
      {writePledge.error !== null && <ProblemAlert error={writePledge.error} />}
    </Modal>
  );
}
