import { DownloadOutlined } from '@ant-design/icons';
import { Button, Modal, Spin } from 'antd';
import { lazy, Suspense } from 'react';
import { useTranslation } from 'react-i18next';

const PdfView = lazy(async () => ({ default: (await import('./pdf-view.tsx')).PdfView }));

/** A document over the page, to be read without leaving it. */
export function PdfDialog({
  document,
  onClose,
}: {
  document: { id: string; fileName: string } | null;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  return (
    <Modal
      open={document !== null}
      onCancel={onClose}
      width={860}
      title={document?.fileName}
      className="pdf-dialog"
      destroyOnHidden
      footer={
        document && (
          <Button
            icon={<DownloadOutlined aria-hidden />}
            href={`/api/documents/${document.id}/content`}
            download={document.fileName}
          >
            {t('action.download')}
          </Button>
        )
      }
    >
      {document && (
        <Suspense fallback={<Spin />}>
          <PdfView documentId={document.id} label={document.fileName} />
        </Suspense>
      )}
    </Modal>
  );
}
