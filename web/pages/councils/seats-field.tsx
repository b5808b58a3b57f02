import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Capacity } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { usePeople } from '../../queries/catalogue.ts';

export interface SeatDraft {
  personId: string;
  name: string;
  capacity: Capacity;
}

export interface SeatsFieldProps {
  seats: SeatDraft[];
  onChange: (seats: SeatDraft[]) => void;
}

const capacities: Capacity[] = ['chair', 'vice_chair', 'secretary', 'member'];

/** The members of a council with their capacities; a person is found by name and enters as a plain member. */
export function SeatsField({ seats, onChange }: SeatsFieldProps) {
  const { t } = useTranslation();
  const names = useNames();
  const [q, setQ] = useState('');
  const people = usePeople(undefined, q);
  const free = (people.data?.items ?? []).filter(({ id }) => !seats.some(({ personId }) => personId === id));
  return (
    <div className="seats">
      <ul className="plain">
        {seats.map((seat) => (
          <li key={seat.personId}>
            <Flex gap={8} align="center" wrap>
              <span className="seat-name strong">{seat.name}</span>
              <Select<Capacity>
                className="seat-capacity"
                aria-label={t('council.capacityOf', { name: seat.name })}
                value={seat.capacity}
                options={capacities.map((value) => ({ value, label: t(`capacity.${value}`) }))}
                onChange={(capacity) =>
                  onChange(seats.map((each) => (each === seat ? { ...seat, capacity } : each)))
                }
              />
              <Button
                type="text"
                icon={<DeleteOutlined aria-hidden />}
                aria-label={t('council.leaves', { name: seat.name })}
                onClick={() => onChange(seats.filter((each) => each !== seat))}
              />
            </Flex>
          </li>
        ))}
      </ul>
      <Select<string | null>
        className="full"
        aria-label={t('council.addMember')}
        placeholder={t('council.addMember')}
        value={null}
        showSearch={{ filterOption: false, onSearch: setQ }}
        loading={people.isFetching}
        notFoundContent={people.isSuccess ? t('nominations.nobody') : null}
        options={free.map((person) => ({
          value: person.id,
          label: [person.fullName, person.post, person.unit && names.unit(person.unit)]
            .filter(Boolean)
            .join(' · '),
        }))}
        onChange={(personId) => {
          const person = free.find(({ id }) => id === personId);
          if (person)
            onChange([...seats, { personId: person.id, name: person.fullName, capacity: 'member' }]);
        }}
      />
    </div>
  );
}
