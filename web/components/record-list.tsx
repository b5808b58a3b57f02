import { Empty, Pagination, Table } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useNarrow } from './use-narrow.ts';

export interface RecordColumn<T> {
  key: string;
  title: string;
  render: (record: T) => ReactNode;
  width?: number | string;
  align?: 'right' | 'center';
  /** On a phone: the card's heading, a line with its title (default) or without it, or left out. */
  card?: 'heading' | 'line' | 'bare' | 'hidden';
}

export interface RecordListProps<T> {
  /** What the rows are, for screen readers. */
  label: string;
  columns: RecordColumn<T>[];
  records: T[];
  keyOf: (record: T) => string;
  /** Sentence shown when there is no row. */
  empty: string;
  loading?: boolean;
  /** Pages that the server cuts; absent when `records` is everything. */
  paging?: { page: number; pageSize: number; total: number; onChange: (page: number) => void };
  /** Class of a row, e.g. to mark what is overdue. */
  rowClass?: (record: T) => string;
  selection?: { selected: string[]; onChange: (keys: string[]) => void; labelOf: (record: T) => string };
}

function Cards<T>({ label, columns, records, keyOf, rowClass, selection }: RecordListProps<T>) {
  const headings = columns.filter((column) => column.card === 'heading');
  const lines = columns.filter(({ card = 'line' }) => card === 'line' || card === 'bare');
  return (
    <ul className="cards" aria-label={label}>
      {records.map((record) => {
        const key = keyOf(record);
        return (
          <li key={key} className={`card ${rowClass?.(record) ?? ''}`}>
            <div className="card-heading">
              {selection && (
                <input
                  type="checkbox"
                  aria-label={selection.labelOf(record)}
                  checked={selection.selected.includes(key)}
                  onChange={(event) =>
                    selection.onChange(
                      event.target.checked
                        ? [...selection.selected, key]
                        : selection.selected.filter((k) => k !== key),
                    )
                  }
                />
              )}
              {headings.map((column) => (
                <div key={column.key}>{column.render(record)}</div>
              ))}
            </div>
            <dl>
              {lines.map((column) => {
                const value = column.render(record);
                if (value === null || value === undefined || value === '' || value === false) return null;
                return (
                  <div key={column.key}>
                    {column.card !== 'bare' && <dt>{column.title}</dt>}
                    <dd>{value}</dd>
                  </div>
                );
              })}
            </dl>
          </li>
        );
      })}
    </ul>
  );
}

/** A list of records: a dense table on a desk, cards on a phone, from one description of the columns. */
export function RecordList<T extends object>(props: RecordListProps<T>) {
  const { label, columns, records, keyOf, empty, loading = false, paging, rowClass, selection } = props;
  const { t } = useTranslation();
  const narrow = useNarrow();
  if (records.length === 0 && !loading)
    return <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={empty} />;
  return (
    <div className="record-list">
      {narrow ? (
        <Cards {...props} />
      ) : (
        <Table<T>
          aria-label={label}
          size="middle"
          columns={columns.map((column) => ({
            key: column.key,
            title: column.title,
            render: (_: unknown, record: T) => column.render(record),
            ...(column.width !== undefined && { width: column.width }),
            ...(column.align !== undefined && { align: column.align }),
          }))}
          dataSource={records}
          rowKey={keyOf}
          loading={loading}
          pagination={false}
          {...(rowClass && { rowClassName: rowClass })}
          {...(selection && {
            rowSelection: {
              selectedRowKeys: selection.selected,
              onChange: (keys) => selection.onChange(keys.map(String)),
              getCheckboxProps: (record) => ({ 'aria-label': selection.labelOf(record) }) as object,
            },
          })}
        />
      )}
      {paging !== undefined && paging.total > paging.pageSize && (
        <Pagination
          className="record-pages"
          current={paging.page}
          pageSize={paging.pageSize}
          total={paging.total}
          onChange={paging.onChange}
          showSizeChanger={false}
          simple={narrow}
          showTotal={(total, [from, to]) => t('list.range', { from, to, total })}
        />
      )}
    </div>
  );
}
