import type { Locale } from '../contract/common.ts';
import { type Html, html } from './html.ts';

/** Addresses of the public pages. */
export const postingsPath = '/cong-khai';
export const roleModelsPath = '/dien-hinh-tien-tien';

const sections = {
  postings: { path: postingsPath, vi: 'Công khai lấy ý kiến', en: 'Public posting' },
  roleModels: { path: roleModelsPath, vi: 'Điển hình tiên tiến', en: 'Role models' },
} as const;
export type Section = keyof typeof sections;

export interface Framed {
  locale: Locale;
  title: string;
  /** Address of this page, for the other language. */
  path: string;
  section: Section;
  body: Html;
}

/** A whole public page: no scripts, so that any telephone shows it at once. */
export function frame({ locale, title, path, section, body }: Framed): string {
  const other = locale === 'vi' ? 'en' : 'vi';
  const name = sections[section][locale];
  const links = Object.entries(sections).map(([key, { path: address, [locale]: words }]) =>
    key === section
      ? html`<span aria-current="page">${words}</span>`
      : html`<a href="${withLocale(address, locale)}">${words}</a>`,
  );
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#b01e23">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${title} · ${name}</title>
<style>${{ markup: styles }}</style>
</head>
<body>
<header><b>Vinh Danh</b> ${links} <a class="language" href="${withLocale(path, other)}" hreflang="${other}" lang="${other}">${other === 'vi' ? 'Tiếng Việt' : 'English'}</a></header>
<main>${body}</main>
</body>
</html>`.markup;
}

/** `2026-12-04` as `04/12/2026`. */
export const dateOf = (date: string): string => date.split('-').reverse().join('/');

export function withLocale(path: string, locale: Locale, query: Record<string, string> = {}): string {
  const search = new URLSearchParams({ ...query, ...(locale === 'en' ? { lang: 'en' } : {}) }).toString();
  return search === '' ? path : `${path}?${search}`;
}

const styles = `
body { margin: 0; font: 17px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1d1d1f; background: #fff; }
header { display: flex; flex-wrap: wrap; gap: .2em .9em; align-items: baseline; padding: .7rem 1rem; background: #b01e23; color: #fff; }
header a { color: #fff; } header .language { margin-left: auto; }
main { max-width: 46rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.45rem; line-height: 1.25; } h2 { font-size: 1.15rem; margin-top: 2rem; }
a { color: #8f1a1f; } nav a, .people a { display: inline-block; padding: .35rem 0; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .3rem 1rem; } dt { color: #5c5c60; } dd { margin: 0; }
.postings { list-style: none; padding: 0; } .postings li { padding: .8rem 0; border-bottom: 1px solid #ddd; }
.postings span, .people span { display: block; } .until { color: #8f1a1f; }
.people { padding-left: 1.6rem; } .people li { padding: .6rem 0; border-bottom: 1px solid #eee; } .people p { margin: .3rem 0; }
label { display: block; margin: .9rem 0; font-weight: 600; } small { display: block; font-weight: 400; color: #5c5c60; font-size: .85rem; }
input, textarea { box-sizing: border-box; width: 100%; margin-top: .25rem; padding: .55rem; font: inherit; border: 1px solid #8a8a8e; border-radius: 4px; }
button { padding: .7rem 1.4rem; font: inherit; font-weight: 600; color: #fff; background: #b01e23; border: 0; border-radius: 4px; }
.unseen { position: absolute; left: -100vw; width: 1px; height: 1px; overflow: hidden; }
.thanks, .problem { padding: .7rem 1rem; border-left: 4px solid #17623b; background: #eef7f1; } .problem { border-color: #b01e23; background: #fbeeee; }
@media (max-width: 30rem) { dl { grid-template-columns: 1fr; gap: 0; } dd { margin-bottom: .6rem; } button { width: 100%; } }`;
