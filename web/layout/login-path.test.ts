import { describe, expect, it } from 'vitest';
import { loginPath, pageAfterLogin } from './login-path.ts';

describe('the login leads back to the page that asked for it', () => {
  it.each(['/', '/tasks', '/dossiers/1?tab=papers'])('%s', (page) => {
    const path = loginPath(page, null);
    expect(pageAfterLogin(new URL(path, 'http://x').searchParams)).toBe(page);
  });

  it('says why when the session has expired', () => {
    expect(loginPath('/tasks', 'expired')).toBe('/login?why=expired&next=%2Ftasks');
  });

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)'])(
    'never leads to another site: %s',
    (next) => expect(pageAfterLogin(new URLSearchParams({ next }))).toBe('/'),
  );
});
