import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import type { SessionDetail, SessionPaper } from '../../../api/contract/index.ts';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { formatInstant } from '../../format/dates.ts';

/** A paper of a session by its name and number; one that is not printed yet cannot be opened. */
export function SessionPaperLink({ paper }: { paper: SessionPaper }) {
  const { t } = useTranslation();
  const name = `${t(`sessionPaper.${paper.kind}`)} ${paper.symbol}`;
  return (
    <div>
      {paper.documentId === null ? (
        <span>
          {name} <span className="quiet">({t('sessionPaper.notPrinted')})</span>
        </span>
      ) : (
        <DocumentLink
          key={paper.documentId}
          document={{ id: paper.documentId, fileName: name, mediaType: 'application/pdf' }}
        />
      )}
      {paper.signatures.map(({ capacity, person, signedFor, signedAt }) => (
        <div key={capacity} className="quiet">
          {t(`sessionPaper.signedBy.${capacity}`, {
            name:
              signedFor === null
                ? person.fullName
                : t('substitution.by', { by: person.fullName, holder: signedFor.fullName }),
            at: formatInstant(signedAt),
          })}
        </div>
      ))}
    </div>
  );
}

/** Invitation, minutes, ballot-count record and extracts of a session, with who signed them. */
export function SessionPapers({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  if (session.papers.length === 0) {
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={t('sessionPaper.empty')} />;
  }
  return (
    <ul className="plain session-papers">
      {session.papers.map((paper) => (
        <li key={paper.id}>
          <SessionPaperLink paper={paper} />
        </li>
      ))}
    </ul>
  );
}
