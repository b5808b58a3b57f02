import { Pagination } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { AgendaItem } from '../../../api/contract/index.ts';
import { VerdictOfLawTag } from '../../components/eligibility/verdict-tag.tsx';
import { useNames } from '../../components/names.ts';
import { DocumentLink } from '../../components/papers/document-link.tsx';
import { subjectPath } from '../../components/subject-path.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatScore } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useVoteWords } from './vote-words.ts';

/** A bulk dossier brings more than a thousand nominations before one session; a page of them can still be scanned. */
const pageSize = 50;

/** What the matters of one dossier or other subject have in common: award, unit, papers, and the share they need. */
function SubjectHead({ item }: { item: AgendaItem }) {
  const names = useNames();
  const words = useVoteWords();
  return (
    <div className="agenda-dossier">
      <h2>
        {names.proposal(item)} <Link to={subjectPath(item.subject)}>{item.subject.code}</Link>
      </h2>
      <div className="quiet">
        {names.unit(item.unit)} · {words.rule(item)} <span className="citation">{item.citation}</span>
      </div>
      {/* What absent members wrote is their vote, not a paper of the dossier. */}
      {item.documents
        .filter(({ kind }) => kind !== 'written_opinion')
        .map((document) => (
          <DocumentLink key={document.id} document={document} />
        ))}
    </div>
  );
}

/** One matter: a nominee with post, score and achievement, an initiative with authors and summary. */
function MatterLine({ item, number }: { item: AgendaItem; number: number }) {
  const { t } = useTranslation();
  return (
    <div>
      <div>
        <span className="strong">
          {number}. {item.matter.title}
        </span>
        <span className="quiet">
          {item.matter.subtitle !== '' && ` – ${item.matter.subtitle}`}
          {item.scoreBasisPoints !== null &&
            ` · ${t('field.score')} ${formatScore(item.scoreBasisPoints, currentLocale())}`}
        </span>{' '}
        {item.eligibility !== null && (
          <Link to={`${subjectPath(item.subject)}?tab=eligibility`}>
            <VerdictOfLawTag verdict={item.eligibility} />
          </Link>
        )}
      </div>
      {item.sentFrom !== null && (
        <div className="quiet">
          <Link to={`/sessions/${item.sentFrom.id}`}>
            {t('session.sentFrom', {
              title: item.sentFrom.title,
              at: formatInstant(item.sentFrom.scheduledAt),
            })}
          </Link>
          {item.sentFrom.reason !== null && `: ${item.sentFrom.reason}`}
        </div>
      )}
      {item.summary !== '' && <div className="pre">{item.summary}</div>}
    </div>
  );
}

/** The agenda, subject by subject; `children` adds to each matter what can be done with it. */
export function AgendaList({
  items,
  children,
}: {
  items: AgendaItem[];
  children: (item: AgendaItem) => ReactNode;
}) {
  const { t } = useTranslation();
  const [page, setPage] = useState(1);
  const first = (page - 1) * pageSize;
  const shown = items.slice(first, first + pageSize);
  return (
    <>
      <ol className="agenda">
        {shown.map((item, index) => (
          <li key={item.id} className="agenda-item">
            {shown[index - 1]?.subject.id !== item.subject.id && <SubjectHead item={item} />}
            <MatterLine item={item} number={first + index + 1} />
            {children(item)}
          </li>
        ))}
      </ol>
      <Pagination
        current={page}
        pageSize={pageSize}
        total={items.length}
        hideOnSinglePage
        showSizeChanger={false}
        onChange={setPage}
        showTotal={(total, [from, to]) => t('list.range', { from, to, total })}
      />
    </>
  );
}
