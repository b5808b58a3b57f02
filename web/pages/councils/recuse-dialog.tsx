import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { AgendaItem, SessionDetail } from '../../../api/contract/index.ts';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useSessionCommands } from '../../queries/councils.ts';

export interface RecuseDialogProps {
  session: SessionDetail;
  /** The item; null closes the dialog. */
  item: AgendaItem | null;
  /** The member declares a conflict of their own; otherwise the chair chooses a member. */
  own: boolean;
  onClose: () => void;
}

/** Keeps a member from the vote on one nomination, with the reason. */
export function RecuseDialog({ session, item, own, onClose }: RecuseDialogProps) {
  const { t } = useTranslation();
  const { recuse } = useSessionCommands(session.id);
  const [personId, setPersonId] = useState<string | undefined>();
  const title = t(own ? 'recusal.declare' : 'recusal.order');
  const kept = new Set(item?.recusals.map(({ person }) => person.id));
  return (
    <ReasonDialog
      open={item !== null}
      title={title}
      explanation={t(own ? 'recusal.declareHelp' : 'recusal.orderHelp', { name: item?.matter.title ?? '' })}
      ready={own || personId !== undefined}
      confirm={title}
      onConfirm={async (reason) => {
        if (item === null) return;
        await recuse.mutateAsync({ itemId: item.id, reason, ...(!own && personId && { personId }) });
      }}
      onClose={() => {
        setPersonId(undefined);
        onClose();
      }}
    >
      {!own && (
        <Select
          className="full"
          aria-label={t('recusal.member')}
          placeholder={t('recusal.member')}
          value={personId ?? null}
          onChange={(id) => setPersonId(id ?? undefined)}
          options={session.members
            .filter(({ person }) => !kept.has(person.id))
            .map(({ person }) => ({ value: person.id, label: person.fullName }))}
        />
      )}
    </ReasonDialog>
  );
}
