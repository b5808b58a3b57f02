/** Whole number with the separators of the language: `1.125` in Vietnamese, `1,125` in English. */
export function formatInteger(value: number, locale: 'vi' | 'en'): string {
  return value.toLocaleString(locale === 'vi' ? 'vi-VN' : 'en-GB');
}

/** Whole đồng: `2.530.000 đ` in Vietnamese, `2,530,000 đ` in English. */
export function formatDong(amount: number, locale: 'vi' | 'en'): string {
  return `${formatInteger(amount, locale)} đ`;
}

/** Multiple in tenths: 45 is `4,5` in Vietnamese, `4.5` in English. */
export function formatTenths(tenths: number, locale: 'vi' | 'en'): string {
  return `${Math.trunc(tenths / 10)}${locale === 'vi' ? ',' : '.'}${tenths % 10}`;
}

/** Score in hundredths of a percent as a percentage: 9849 is `98,49 %` in Vietnamese, `98.49 %` in English. */
export function formatScore(basisPoints: number, locale: 'vi' | 'en'): string {
  const whole = Math.trunc(basisPoints / 100);
  const fraction = String(basisPoints % 100).padStart(2, '0');
  return `${whole}${locale === 'vi' ? ',' : '.'}${fraction} %`;
}

/** Size of a file in bytes: `812 B`, `47 kB`, `1,2 MB`. */
export function formatSize(bytes: number, locale: 'vi' | 'en'): string {
  if (bytes < 1000) return `${bytes} B`;
  if (bytes < 1_000_000) return `${Math.round(bytes / 1000)} kB`;
  const megabytes = (bytes / 1_000_000).toFixed(1);
  return `${locale === 'vi' ? megabytes.replace('.', ',') : megabytes} MB`;
}
