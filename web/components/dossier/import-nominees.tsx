import { DownloadOutlined, FileExcelOutlined } from '@ant-design/icons';
import { App, Modal, Upload } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiProblem } from '../../api.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { useDossierCommands } from '../../queries/dossiers.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { RowReport } from '../row-report.tsx';

/** Imports nominees from a spreadsheet: all rows or none, with a report per row when something is wrong. */
export function ImportNominees({
  dossierId,
  open,
  onClose,
}: {
  dossierId: string;
  open: boolean;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { importNominations } = useDossierCommands(dossierId);
  const [file, setFile] = useState<File | null>(null);
  const error = importNominations.error;
  const rows = error instanceof ApiProblem ? error.rows : [];

  const start = () => {
    if (file === null) return;
    importNominations.mutate(file, {
      onSuccess: ({ imported }) => {
        void message.success(t('import.done', { total: formatInteger(imported, currentLocale()) }));
        onClose();
      },
    });
  };

  return (
    <Modal
      open={open}
      width={640}
      title={t('import.title')}
      okText={t('import.start')}
      cancelText={t('action.cancel')}
      okButtonProps={{ disabled: file === null, loading: importNominations.isPending }}
      onOk={start}
      onCancel={onClose}
      afterClose={() => {
        setFile(null);
        importNominations.reset();
      }}
      destroyOnHidden
    >
      <div className="stack">
        <p>
          {t('import.help')}{' '}
          <a href="/api/dossiers/nominations-template.xlsx" download>
            <DownloadOutlined aria-hidden /> {t('import.template')}
          </a>
        </p>
        <Upload.Dragger
          accept=".xlsx,.csv"
          maxCount={1}
          fileList={file === null ? [] : [{ uid: file.name, name: file.name }]}
          beforeUpload={(chosen) => {
            importNominations.reset();
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
