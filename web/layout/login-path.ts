/** Address of the login that leads back to `page` afterwards and, after `expired`, says why it is asked for. */
export function loginPath(page: string, why: 'expired' | null): string {
  const search = new URLSearchParams();
  if (why !== null) search.set('why', why);
  if (page !== '/') search.set('next', page);
  const text = search.toString();
  return text === '' ? '/login' : `/login?${text}`;
}

/** The page to go to after the login: only ever a page of this site, never an address somebody put into a link. */
export function pageAfterLogin(search: URLSearchParams): string {
  const next = search.get('next') ?? '/';
  return /^\/(?![/\\])/.test(next) ? next : '/';
}
