import { App, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useMatchCommands } from '../../queries/ledger.ts';
import { HolderSelect } from './holder-select.tsx';

/** Puts a pair that the system did not find before those who confirm or reject. */
export function ProposeDialog({
  personId,
  onProposed,
  onClose,
}: {
  /** The first of the two, where it is known. */
  personId: string | null;
  onProposed: () => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { propose } = useMatchCommands();
  const [one, setOne] = useState(personId);
  const [other, setOther] = useState<string | null>(null);
  return (
    <Modal
      open
      title={t('ledger.match.propose')}
      okText={t('ledger.match.propose')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: one === null || other === null, loading: propose.isPending }}
      onOk={() =>
        propose.mutate(
          { personId: one ?? '', otherId: other ?? '' },
          {
            onSuccess: () => {
              void message.success(t('ledger.match.proposed'));
              onProposed();
              onClose();
            },
          },
        )
      }
      onCancel={onClose}
    >
      <div className="stack">
        {personId === null && (
          <HolderSelect
            id="match-one"
            label={t('ledger.match.one')}
            filter={{ kind: 'person' }}
            value={one}
            onChange={setOne}
          />
        )}
        <HolderSelect
          id="match-other"
          label={t('ledger.match.other')}
          filter={{ kind: 'person' }}
          value={other}
          onChange={setOther}
        />
        {propose.error !== null && <ProblemAlert error={propose.error} />}
      </div>
    </Modal>
  );
}
