import { Table } from 'antd';
import { useTranslation } from 'react-i18next';
import type { RowError } from '../../api/contract/index.ts';

/** What is wrong in the file, cell by cell, counted as the spreadsheet counts. */
export function RowReport({ rows }: { rows: RowError[] }) {
  const { t } = useTranslation();
  return (
    <Table<RowError>
      size="small"
      aria-label={t('import.report')}
      rowKey={(row) => `${row.row}-${row.column}-${row.code}`}
      dataSource={rows}
      pagination={{ pageSize: 8, showSizeChanger: false, hideOnSinglePage: true }}
      columns={[
        { title: t('import.row'), dataIndex: 'row', width: 70, align: 'right' },
        { title: t('import.column'), dataIndex: 'column', width: 130 },
        { title: t('import.problem'), dataIndex: 'detail' },
      ]}
    />
  );
}
