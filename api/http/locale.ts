import type { IncomingHttpHeaders } from 'node:http';
import type { Locale } from '../contract/common.ts';

/** Language of somebody not logged in, by the order of `Accept-Language`; Vietnamese where it names neither. */
export function acceptedLocale(headers: IncomingHttpHeaders): Locale {
  const ranges = (headers['accept-language'] ?? '').split(',').map((range, position) => {
    const [tag = '', ...parameters] = range.trim().toLowerCase().split(';');
    const quality = parameters
      .map((p) => /^\s*q=([01](?:\.\d{1,3})?)\s*$/.exec(p)?.[1])
      .find((q) => q !== undefined);
    return { language: tag.split('-')[0], quality: Number(quality ?? 1), position };
  });
  const best = ranges
    .filter(({ language, quality }) => (language === 'vi' || language === 'en') && quality > 0)
    .sort((a, b) => b.quality - a.quality || a.position - b.position)[0];
  return best?.language === 'en' ? 'en' : 'vi';
}
