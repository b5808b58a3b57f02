import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { Modal, Upload } from 'antd';
import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../api.ts';
import { ProblemAlert } from './problem-alert.tsx';
import { RowReport } from './row-report.tsx';

export interface ImportSheetProps {
  open: boolean;
  title: string;
  /** What the sheet holds, and that a mistake keeps all of it out. */
  help: string;
  /** Address of the empty sheet. */
  template: string;
  /** What has to be chosen beside the file, and whether it has been. */
  children?: ReactNode;
  ready?: boolean;
  /** What the button says; to import, where nothing else is said. */
  confirm?: string;
  /** The command that sends the file, as react-query gives it. */
  command: { error: unknown; isPending: boolean; reset: () => void };
  onSend: (file: File) => void;
  onClose: () => void;
}

/** Imports a spreadsheet: all rows or none, with a report cell by cell when something is wrong. */
export function ImportSheet({
  open,
  title,
  help,
  template,
  children,
  ready = true,
  confirm,
  command,
  onSend,
  onClose,
}: ImportSheetProps) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const { error } = command;
  const rows = error instanceof ApiProblem ? error.rows : [];
  return (
    <Modal
      open={open}
      width={640}
      title={title}
      okText={confirm ?? t('import.start')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: file === null || !ready, loading: command.isPending }}
      onOk={() => file && onSend(file)}
      onCancel={onClose}
      afterClose={() => {
        setFile(null);
        command.reset();
      }}
      destroyOnHidden
    >
      <div className="stack">
        <p>
          {help}{' '}
          <a href={template} download>
            <DownloadOutlined aria-hidden /> {t('import.template')}
          </a>
        </p>
        {children}
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          fileList={file === null ? [] : [{ uid: file.name, name: file.name }]}
          beforeUpload={(chosen) => {
            command.reset();
            setFile(chosen);
            return false; // sent by the button below, not at once
          }}
          onRemove={() => setFile(null)}
        >
          <p>
            <FileExcelOutlined className="upload-icon" aria-hidden />
          </p>
          <p>{t('import.choose')}</p>
        </Upload.Dragger>
        {error !== null && <ProblemAlert error={error} />}
        {rows.length > 0 && <RowReport rows={rows} />}
      </div>
    </Modal>
  );
}
