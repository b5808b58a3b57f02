import type { UseQueryResult } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import type { Listing } from '../queries/catalogue.ts';
import { Loaded } from './loaded.tsx';
import { RecordList, type RecordListProps } from './record-list.tsx';

const pageSize = 50;

export interface SearchedListProps<T extends object>
  extends Pick<RecordListProps<T>, 'label' | 'columns' | 'keyOf' | 'empty'> {
  /** What may be looked for, e.g. "Name or code". */
  search: string;
  /** Hook that asks for a page of what the words find; always the same one. */
  useFound: (q: string, page: number, pageSize: number) => UseQueryResult<Listing<T>>;
}

/** A list that is looked through by words, page by page; other words begin at the first page. */
export function SearchedList<T extends object>({ search, useFound, ...list }: SearchedListProps<T>) {
  const [sought, setSought] = useState({ q: '', page: 1 });
  const found = useFound(sought.q, sought.page, pageSize);
  return (
    <>
      <Input.Search
        className="lone-search list-filter"
        allowClear
        aria-label={search}
        placeholder={search}
        onSearch={(words) => setSought({ q: words.trim(), page: 1 })}
      />
      <Loaded query={found}>
        {({ items, total }) => (
          <RecordList
            {...list}
            records={items}
            loading={found.isPlaceholderData}
            paging={{
              page: sought.page,
              pageSize,
              total,
              onChange: (page) => setSought({ ...sought, page }),
            }}
          />
        )}
      </Loaded>
    </>
  );
}
