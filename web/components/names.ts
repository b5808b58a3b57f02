import { useTranslation } from 'react-i18next';
import type { AgendaItem, UnitRef } from '../../api/contract/index.ts';
import { currentLocale } from '../i18n.ts';

/** Names that the data hold in both languages, in the language of the page. */
export function useNames() {
  useTranslation(); // draws again when the language changes
  const english = currentLocale() === 'en';
  return {
    unit: (unit: Pick<UnitRef, 'name' | 'nameEn'>) =>
      english && unit.nameEn !== '' ? unit.nameEn : unit.name,
    award: (award: { awardNameVi: string; awardNameEn: string }) =>
      english ? award.awardNameEn : award.awardNameVi,
    /** What a council is asked to pass. */
    proposal: ({ proposal }: Pick<AgendaItem, 'proposal'>) => (english ? proposal.nameEn : proposal.nameVi),
  };
}
