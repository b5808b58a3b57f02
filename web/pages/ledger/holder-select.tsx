import { Select } from 'antd';
import { useState } from 'react';
import type { LedgerHolder } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { type HolderFilter, useHolders } from '../../queries/ledger.ts';

/** Chooses a person or collective whose ledger the account may read, found by typing. */
export function HolderSelect({
  id,
  label,
  filter,
  value,
  onChange,
}: {
  id: string;
  label: string;
  filter: Pick<HolderFilter, 'kind' | 'kept'>;
  value: string | null;
  onChange: (id: string) => void;
}) {
  const names = useNames();
  const [q, setQ] = useState('');
  const holders = useHolders({ ...filter, q });
  const words = (holder: LedgerHolder) =>
    [names.unit(holder), holder.post, holder.unit && names.unit(holder.unit)].filter(Boolean).join(' · ');
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <Select<string>
        id={id}
        className="full"
        showSearch={{ filterOption: false, onSearch: setQ }}
        loading={holders.isFetching}
        value={value}
        onChange={onChange}
        options={(holders.data?.items ?? []).map((holder) => ({ value: holder.id, label: words(holder) }))}
      />
    </div>
  );
}
