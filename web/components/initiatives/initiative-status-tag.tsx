import { useTranslation } from 'react-i18next';
import type { InitiativeStatus } from '../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../tone-tag.tsx';

const tones: Record<InitiativeStatus, Tone> = {
  draft: 'plain',
  running: 'blue',
  returned: 'amber',
  recognised: 'green',
  refused: 'red',
  withdrawn: 'plain',
};

export function InitiativeStatusTag({ status }: { status: InitiativeStatus }) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[status]}>{t(`initiatives.status.${status}`)}</ToneTag>;
}
