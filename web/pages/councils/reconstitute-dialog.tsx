import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CouncilDetail } from '../../../api/contract/index.ts';
import { ConstitutionDialog, standingSeats } from './constitution-dialog.tsx';
import { type SeatDraft, SeatsField } from './seats-field.tsx';

export interface ReconstituteDialogProps {
  council: CouncilDetail;
  open: boolean;
  onClose: () => void;
}

/** Re-constitutes a council: all its members anew. */
export function ReconstituteDialog({ council, open, onClose }: ReconstituteDialogProps) {
  const { t } = useTranslation();
  const [chosen, setChosen] = useState<SeatDraft[] | null>(null);
  const seats =
    chosen ??
    standingSeats(council).map(({ person, capacity }) => ({
      personId: person.id,
      name: person.fullName,
      capacity,
    }));
  return (
    <ConstitutionDialog
      council={council}
      open={open}
      title={t('council.reconstitute')}
      help={t('council.reconstituteHelp')}
      seats={seats.map(({ personId, capacity }) => ({ personId, capacity }))}
      onClose={() => {
        setChosen(null);
        onClose();
      }}
    >
      <SeatsField seats={seats} onChange={setChosen} />
    </ConstitutionDialog>
  );
}
