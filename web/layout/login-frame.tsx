import type { ReactNode } from 'react';
import { Brand } from './brand.tsx';
import { LanguageSwitch } from './language-switch.tsx';

/** What stands before all pages: name and language above, and what has to be done first. */
export function LoginFrame({ children }: { children: ReactNode }) {
  return (
    <div className="login">
      <header className="top">
        <Brand />
        <div className="top-right">
          <LanguageSwitch />
        </div>
      </header>
      <main className="login-main">{children}</main>
    </div>
  );
}
