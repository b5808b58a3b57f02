import type { Request } from 'express';
import { ApiError } from '../errors.ts';

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * Refuses a changing request that another site's page sent with our cookie. Browsers say where a request comes from
 * (`Sec-Fetch-Site`, `Origin`); programs send neither and carry no foreign cookies.
 * @throws ApiError cross_site_request
 */
export function refuseCrossSite(request: Request, publicUrl: string | undefined): void {
  if (safeMethods.has(request.method)) return;
  const site = request.headers['sec-fetch-site'];
  if (site !== undefined && site !== 'same-origin' && site !== 'none')
    throw new ApiError('cross_site_request');
  const { origin, host } = request.headers;
  if (origin === undefined) return;
  const ownHosts = [host, publicUrl && new URL(publicUrl).host];
  if (!URL.canParse(origin) || !ownHosts.includes(new URL(origin).host))
    throw new ApiError('cross_site_request');
}
