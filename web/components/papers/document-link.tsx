import { DownloadOutlined, EyeOutlined } from '@ant-design/icons';
import { Button, Flex } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { PdfDialog } from './pdf-dialog.tsx';

/** A document by its name: a PDF opens over the page, any other file is downloaded. */
export function DocumentLink({
  document,
}: {
  document: { id: string; fileName: string; mediaType: string };
}) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const readable = document.mediaType === 'application/pdf';
  return (
    <Flex align="center" gap={4} wrap>
      {readable ? (
        <>
          <Button
            type="link"
            className="document-link"
            icon={<EyeOutlined aria-hidden />}
            onClick={() => setOpen(true)}
            aria-label={t('papers.read', { name: document.fileName })}
          >
            {document.fileName}
          </Button>
          <PdfDialog document={open ? document : null} onClose={() => setOpen(false)} />
        </>
      ) : (
        <Button
          type="link"
          className="document-link"
          icon={<DownloadOutlined aria-hidden />}
          href={`/api/documents/${document.id}/content`}
          download={document.fileName}
        >
          {document.fileName}
        </Button>
      )}
    </Flex>
  );
}
