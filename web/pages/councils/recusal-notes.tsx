import { useTranslation } from 'react-i18next';
import type { AgendaItem } from '../../../api/contract/index.ts';

/** Who does not vote on an item, and why. */
export function RecusalNotes({ item }: { item: AgendaItem }) {
  const { t } = useTranslation();
  return item.recusals.map(({ person, kind, reason }) => (
    <div key={person.id} className="quiet">
      {t(`recusal.${kind}`, { name: person.fullName, reason })}
    </div>
  ));
}
