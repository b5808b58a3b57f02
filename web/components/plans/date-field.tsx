import { DatePicker } from 'antd';
import dayjs from 'dayjs';

export interface DateFieldProps {
  label: string;
  /** ISO date. */
  value: string | null;
  onChange: (date: string | null) => void;
}

/** A day under its name. */
export function DateField({ label, value, onChange }: DateFieldProps) {
  return (
    <div className="date-field">
      <span className="quiet">{label}</span>
      <DatePicker
        format="DD/MM/YYYY"
        aria-label={label}
        value={value === null ? null : dayjs(value)}
        onChange={(day) => onChange(day === null ? null : day.format('YYYY-MM-DD'))}
      />
    </div>
  );
}
