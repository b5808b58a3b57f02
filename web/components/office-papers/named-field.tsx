import type { ReactNode } from 'react';

/** A field of a dialog under its name; the control says the name to screen readers itself. */
export function NamedField({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className="named-field">
      <span className="quiet">{label}</span>
      {children}
    </div>
  );
}
