import { useTranslation } from 'react-i18next';
import type { StaffAccount } from '../../../../api/contract/index.ts';
import { type Tone, ToneTag } from '../../../components/tone-tag.tsx';

const tones: Record<StaffAccount['state'], Tone> = { active: 'green', locked: 'amber', ended: 'plain' };

/** Whether an account can be used. */
export function AccountStateTag({ state }: { state: StaffAccount['state'] }) {
  const { t } = useTranslation();
  return <ToneTag tone={tones[state]}>{t(`account.state.${state}`)}</ToneTag>;
}
