import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../api/contract/index.ts';
import { usePeople } from '../queries/catalogue.ts';
import { useNames } from './names.ts';

export interface PersonSelectProps {
  /** Given by the form field that it stands in. */
  id?: string;
  value?: string | null;
  onChange?: (personId: string | null, person: Person | null) => void;
  /** Where no label stands above it. */
  label?: string;
  allowClear?: boolean;
  /** Persons who cannot be chosen. */
  without?: readonly string[];
}

/** One person, found by typing the name. */
export function PersonSelect({
  id,
  value = null,
  onChange,
  label,
  allowClear = false,
  without = [],
}: PersonSelectProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const people = usePeople(undefined, q);
  const offered = (people.data?.items ?? []).filter((person) => !without.includes(person.id));
  return (
    <Select<string | null>
      {...(id !== undefined && { id })}
      {...(label !== undefined && { 'aria-label': label, placeholder: label })}
      className="full"
      value={value}
      allowClear={allowClear}
      showSearch={{ filterOption: false, onSearch: setQ }}
      loading={people.isFetching}
      notFoundContent={people.isSuccess ? t('nominations.nobody') : null}
      options={offered.map((person) => ({
        value: person.id,
        label: [person.fullName, person.post, person.unit && names.unit(person.unit)]
          .filter(Boolean)
          .join(' · '),
      }))}
      onChange={(personId) =>
        onChange?.(personId ?? null, offered.find((person) => person.id === personId) ?? null)
      }
    />
  );
}
