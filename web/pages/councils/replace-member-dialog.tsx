import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail, CouncilMember } from '../../../api/contract/index.ts';
import { PersonSelect } from '../../components/person-select.tsx';
import { ConstitutionDialog, standingSeats } from './constitution-dialog.tsx';

export interface ReplaceMemberDialogProps {
  council: CouncilDetail;
  /** Who leaves; null closes the dialog. */
  member: CouncilMember | null;
  onClose: () => void;
}

/** One member leaves in the middle of a term; another may take the seat. Everybody else stays. */
export function ReplaceMemberDialog({ council, member, onClose }: ReplaceMemberDialogProps) {
  const { t } = useTranslation();
  const [successor, setSuccessor] = useState<string | null>(null);
  const staying = standingSeats(council);
  const seats = staying.flatMap(({ person, capacity }) => {
    if (person.id !== member?.person.id) return [{ personId: person.id, capacity }];
    return successor === null ? [] : [{ personId: successor, capacity }];
  });
  return (
    <ConstitutionDialog
      council={council}
      open={member !== null}
      title={t('council.replace')}
      help={
        member === null
          ? ''
          : t('council.replaceHelp', {
              name: member.person.fullName,
              capacity: t(`capacity.${member.capacity}`),
            })
      }
      seats={seats}
      onClose={() => {
        setSuccessor(null);
        onClose();
      }}
    >
      <PersonSelect
        label={t('council.successor')}
        value={successor}
        allowClear
        without={staying.map(({ person }) => person.id)}
        onChange={setSuccessor}
      />
    </ConstitutionDialog>
  );
}
