import { DeleteOutlined } from '@ant-design/icons';
import { Button, Flex, Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { Capacity } from '../../../api/contract/index.ts';
import { PersonSelect } from '../../components/person-select.tsx';

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
      <PersonSelect
        label={t('council.addMember')}
        without={seats.map(({ personId }) => personId)}
        onChange={(_, person) => {
          if (person)
            onChange([...seats, { personId: person.id, name: person.fullName, capacity: 'member' }]);
        }}
      />
    </div>
  );
}
