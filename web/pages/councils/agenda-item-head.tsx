import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaItem } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';

/** What is to be known before voting: who, for which award, with which achievement, score and papers. */
export function AgendaItemHead({ item }: { item: AgendaItem }) {
  const { t } = useTranslation();
  const names = useNames();
  return (
    <div className="agenda-head">
      <div>
        <span className="strong">{item.nominee}</span>
        {item.post !== '' && <span className="quiet"> – {item.post}</span>}
      </div>
      <div className="quiet">
        {names.award(item)} · {names.unit(item.unit)} ·{' '}
        <Link to={`/dossiers/${item.dossierId}`}>{item.dossierCode}</Link>
        {item.scoreBasisPoints !== null &&
          ` · ${t('field.score')} ${formatScore(item.scoreBasisPoints, currentLocale())}`}
      </div>
      {item.achievement !== '' && <div className="pre">{item.achievement}</div>}
      {item.documents.map((document) => (
        <DocumentLink key={document.id} document={document} />
      ))}
    </div>
  );
}
