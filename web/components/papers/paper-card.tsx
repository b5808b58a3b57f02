import { DownloadOutlined } from '@ant-design/icons';
import { Button, Card, Descriptions, Spin } from 'antd';
import { lazy, type ReactNode, Suspense } from 'react';
import { useTranslation } from 'react-i18next';
import type { Paper } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { currentLocale } from '../../i18n.ts';
import { useNames } from '../names.ts';
import { PaperStatusTag } from '../status-tags.tsx';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

/** What a paper is called: its kind, and its number once it has one. */
export function usePaperTitle() {
  const { t } = useTranslation();
  return ({ kind, symbol }: Pick<Paper, 'kind' | 'symbol'>) =>
    symbol === null ? t(`papers.${kind}`) : t(`papers.${kind}Number`, { symbol });
}

/** A submission or decision: who issues it to whom, and its PDF once it is printed. */
export function PaperCard({ paper, title }: { paper: Paper; title: ReactNode }) {
  const { t } = useTranslation();
  const names = useNames();
  const label = usePaperTitle()(paper);
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
        <Descriptions.Item label={t('field.award')}>
          {paper.award[currentLocale() === 'vi' ? 'nameVi' : 'nameEn']}
        </Descriptions.Item>
        <Descriptions.Item label={t('papers.issuer')}>{names.unit(paper.issuer)}</Descriptions.Item>
        {paper.recipient !== null && (
          <Descriptions.Item label={t('papers.recipient')}>{names.unit(paper.recipient)}</Descriptions.Item>
        )}
        {paper.signer !== null && (
          <Descriptions.Item label={t('papers.signer')}>
            {[paper.signerTitle, paper.signer.fullName].filter(Boolean).join(' ')}
          </Descriptions.Item>
        )}
        <Descriptions.Item label={t('papers.dossiers')}>{paper.dossiers}</Descriptions.Item>
        {paper.issuedOn !== null && (
          <Descriptions.Item label={t('papers.issuedOn')}>{formatDate(paper.issuedOn)}</Descriptions.Item>
        )}
      </Descriptions>
      {paper.documentId === null ? (
        <p className="quiet">{t('papers.notPrinted')}</p>
      ) : (
        <Suspense fallback={<Spin />}>
          <PdfView documentId={paper.documentId} label={label} />
        </Suspense>
      )}
    </Card>
  );
}
