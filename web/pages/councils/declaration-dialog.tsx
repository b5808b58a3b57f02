import { Checkbox, Input, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

export interface DeclarationDialogProps {
  session: SessionDetail;
  open: boolean;
  onClose: () => void;
}

/** A member goes through the agenda and says with which items there is a conflict of interest, or that there is none. */
export function DeclarationDialog({ session, open, onClose }: DeclarationDialogProps) {
  const { t } = useTranslation();
  const names = useNames();
  const { declare } = useSessionCommands(session.id);
  /** Reasons by agenda item; an item that is not named has no conflict. */
  const [conflicts, setConflicts] = useState<Record<string, string>>({});
  const [error, setError] = useState<unknown>(null);
  const items = session.items.filter(({ result, myRecusal }) => result === null && !myRecusal);
  const named = Object.entries(conflicts);
  const ready = named.every(([, reason]) => reason.trim() !== '');
  const set = (itemId: string, reason: string | undefined) =>
    setConflicts(({ [itemId]: _, ...others }) =>
      reason === undefined ? others : { ...others, [itemId]: reason },
    );
  return (
    <Modal
      open={open}
      title={t('declaration.title')}
      okText={named.length === 0 ? t('declaration.none') : t('declaration.some', { total: named.length })}
      cancelText={t('action.cancel')}
      okButtonProps={{ loading: declare.isPending, disabled: !ready }}
      onOk={() => {
        setError(null);
        const request = {
          conflicts: named.map(([agendaItemId, reason]) => ({ agendaItemId, reason: reason.trim() })),
        };
        declare.mutate(request, { onSuccess: onClose, onError: setError });
      }}
      onCancel={onClose}
      destroyOnHidden
    >
      <p>{t('declaration.ask')}</p>
      <ul className="plain declaration">
        {items.map((item) => (
          <li key={item.id}>
            <Checkbox
              checked={item.id in conflicts}
              onChange={({ target }) => set(item.id, target.checked ? '' : undefined)}
            >
              <span className="strong">{item.matter.title}</span>
              <span className="quiet">
                {item.matter.subtitle !== '' && ` – ${item.matter.subtitle}`} · {names.proposal(item)}
              </span>
            </Checkbox>
            {item.id in conflicts && (
              <Input
                maxLength={2000}
                value={conflicts[item.id]}
                placeholder={t('declaration.reason')}
                aria-label={t('declaration.reasonFor', { name: item.matter.title })}
                onChange={({ target }) => set(item.id, target.value)}
              />
            )}
          </li>
        ))}
      </ul>
      {error !== null && <ProblemAlert error={error} />}
    </Modal>
  );
}
