import { Select } from 'antd';
import { useState } from 'react';
import type { UnitRef } from '../../api/contract/index.ts';
import { useUnits } from '../queries/catalogue.ts';
import { useNames } from './names.ts';

export interface UnitSelectProps {
  /** Given by the form field that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (unitId: string | null) => void;
  /** The unit that was chosen before, which a search may not find. */
  chosen?: UnitRef | null;
}

/** One unit, found by typing its name or code. */
export function UnitSelect({ id, value = null, onChange, chosen = null }: UnitSelectProps) {
  const names = useNames();
  const [q, setQ] = useState('');
  const units = useUnits({ q });
  const found = units.data?.items ?? [];
  const offered = chosen === null || found.some((unit) => unit.id === chosen.id) ? found : [chosen, ...found];
  return (
    <Select<string | null>
      {...(id !== undefined && { id })}
      className="full"
      value={value}
      allowClear
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={units.isFetching}
      options={offered.map((unit) => ({ value: unit.id, label: names.unit(unit) }))}
      onChange={(unitId) => onChange?.(unitId ?? null)}
    />
  );
}
