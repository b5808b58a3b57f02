import { Spin } from 'antd';
import { useRef } from 'react';
import { Navigate, useLocation } from 'react-router';
import { ProblemAlert } from '../components/problem-alert.tsx';
import { FirstPasswordPage } from '../pages/password/change-password-page.tsx';
import { useSession } from '../queries/session.ts';
import { loginPath } from './login-path.ts';
import { Shell } from './shell.tsx';

/** Lets only a logged-in account pass. A session that ends while a page is open leads to the login with a word on why. */
export function RequireSession() {
  const session = useSession();
  const location = useLocation();
  const hadSession = useRef(false);
  if (session.data) {
    hadSession.current = true;
    return session.data.mustChangePassword ? <FirstPasswordPage /> : <Shell />;
  }
  if (session.data === null) {
    return (
      <Navigate
        to={loginPath(location.pathname + location.search, hadSession.current ? 'expired' : null)}
        replace
      />
    );
  }
  if (session.error) {
    return (
      <main className="lone">
        <ProblemAlert error={session.error} retry={() => void session.refetch()} />
      </main>
    );
  }
  return <Spin fullscreen />;
}
