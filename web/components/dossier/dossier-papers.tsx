import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { DocumentInfo, DossierDetail, Paper } from '../../../api/contract/index.ts';
import { formatDate, formatInstant } from '../../format/dates.ts';
import { formatSize } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { DocumentLink } from '../papers/document-link.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { PaperStatusTag } from '../status-tags.tsx';
import { AttachPaper } from './attach-paper.tsx';
import { useDocumentKind } from './document-kind.ts';

const PdfView = lazy(async () => ({ default: (await import('../papers/pdf-view.tsx')).PdfView }));

/** Decision paper with its number, and the PDF as it was issued. */
function DecisionPaper({ paper }: { paper: Paper }) {
  const { t } = useTranslation();
  const names = useNames();
  const title =
    paper.symbol === null ? t('papers.decision') : t('papers.decisionNumber', { symbol: paper.symbol });
  return (
    <Card
      size="small"
      className="decision-paper"
      title={
        <>
          {title} <PaperStatusTag status={paper.status} />
        </>
      }
      extra={
        paper.documentId !== null && (
          <Button
            size="small"
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/documents/${paper.documentId}/content`}
            download
          >
            {t('action.download')}
          </Button>
        )
      }
    >
      <Descriptions size="small" column={{ xs: 1, md: 2 }}>
        <Descriptions.Item label={t('papers.issuer')}>{names.unit(paper.issuer)}</Descriptions.Item>
        {paper.signer !== null && (
          <Descriptions.Item label={t('papers.signer')}>
            {[paper.signerTitle, paper.signer.fullName].filter(Boolean).join(' ')}
          </Descriptions.Item>
        )}
        {paper.issuedOn !== null && (
          <Descriptions.Item label={t('papers.issuedOn')}>{formatDate(paper.issuedOn)}</Descriptions.Item>
        )}
      </Descriptions>
      {paper.documentId === null ? (
        <p className="quiet">{t('papers.notPrinted')}</p>
      ) : (
        <Suspense fallback={<Spin />}>
          <PdfView documentId={paper.documentId} label={title} />
        </Suspense>
      )}
    </Card>
  );
}

/** Papers of the dossier: what was attached, and the decision in the page once there is one. */
export function DossierPapers({ dossier }: { dossier: DossierDetail }) {
  const { t } = useTranslation();
  const kindName = useDocumentKind();
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
        <DecisionPaper key={paper.id} paper={paper} />
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
