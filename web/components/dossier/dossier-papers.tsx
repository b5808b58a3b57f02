import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { DocumentInfo, DossierDetail } from '../../../api/contract/index.ts';
import { formatInstant } from '../../format/dates.ts';
import { formatSize } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { DocumentLink } from '../papers/document-link.tsx';
import { PaperCard, usePaperTitle } from '../papers/paper-card.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { AttachPaper } from './attach-paper.tsx';
import { useDocumentKind } from './document-kind.ts';

/** Papers of the dossier: what was attached, and the submissions and the decision that list it. */
export function DossierPapers({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const kindName = useDocumentKind();
  const titleOf = usePaperTitle();
  const columns: RecordColumn<DocumentInfo>[] = [
    {
      key: 'file',
      title: t('papers.file'),
      card: 'heading',
      render: (document) => <DocumentLink document={document} />,
    },
    { key: 'kind', title: t('papers.kind'), width: 210, render: ({ kind }) => kindName(kind) },
    {
      key: 'size',
      title: t('papers.size'),
      width: 90,
      align: 'right',
      render: ({ size }) => formatSize(size, currentLocale()),
    },
    {
      key: 'by',
      title: t('papers.attached'),
      width: 220,
      render: ({ uploadedBy, createdAt }) => (
        <div>
          {uploadedBy?.fullName ?? t('papers.bySystem')}
          <div className="quiet">{formatInstant(createdAt)}</div>
        </div>
      ),
    },
  ];
  return (
    <div className="stack">
      {dossier.papers.map((paper) => (
        <PaperCard
          key={paper.id}
          paper={paper}
          title={<Link to={`/papers/${paper.id}`}>{titleOf(paper)}</Link>}
        />
      ))}
      {dossier.can.attach && <AttachPaper dossier={dossier} />}
      <RecordList
        label={t('papers.list')}
        columns={columns}
        records={dossier.documents}
        keyOf={({ id }) => id}
        empty={t('papers.none')}
      />
    </div>
  );
}
