import type { Locale } from '../contract/common.ts';
import type { PublicPosting, PublicPostingDetail } from '../contract/postings.ts';
import { fill } from '../errors.ts';
import { type Html, html } from './html.ts';
import { postingWords } from './posting-words.ts';

/** Address of the public pages. */
export const postingsPath = '/cong-khai';

/** What somebody filled in, and why it was not taken. */
export interface Draft {
  text: string;
  authorName: string;
  authorContact: string;
  problems: string[];
}

const emptyDraft: Draft = { text: '', authorName: '', authorContact: '', problems: [] };

/** The lists that are posted now. */
export function postingListPage(postings: PublicPosting[], locale: Locale): string {
  const w = postingWords[locale];
  const items = postings.map(
    (posting) => html`<li><a href="${addressOf(posting.id, locale)}"><b>${posting.award[locale]}</b></a>
<span>${posting.proposer[locale]} · ${fill(w.nominees, locale, { count: posting.nominees })}</span>
<span class="until">${untilOf(posting, locale)}</span></li>`,
  );
  const list = items.length === 0 ? html`<p>${w.none}</p>` : html`<ul class="postings">${items}</ul>`;
  return page(locale, w.listTitle, postingsPath, html`<h1>${w.listTitle}</h1>${list}`);
}

/** One posted list with the form to comment on it; `aboutId`: the nominee the comment is about. */
export function postingPage(
  posting: PublicPostingDetail,
  {
    locale,
    aboutId,
    sent = false,
    draft = emptyDraft,
  }: { locale: Locale; aboutId?: string; sent?: boolean; draft?: Draft },
): string {
  const w = postingWords[locale];
  const about = posting.list.find(({ id }) => id === aboutId);
  const people = posting.list.map(
    ({ id, name, post, achievement }) => html`<li><b>${name}</b>
${post === '' ? null : html`<span>${post}</span>`}
${achievement === '' ? null : html`<p>${achievement}</p>`}
<a href="${addressOf(posting.id, locale, { ve: id })}#gop-y">${w.comment}</a></li>`,
  );
  const { postedOn, lastDay, workingDays } = posting;
  const window = { from: dateOf(postedOn), to: lastDay === null ? '' : dateOf(lastDay), days: workingDays };
  const facts: [string, string][] = [
    [w.agency, posting.agency[locale]],
    [w.proposer, posting.proposer[locale]],
    [w.window, fill(lastDay === null ? w.still : w.from, locale, window)],
    [w.period, `${posting.periodFrom}–${posting.periodTo}`],
    [w.basis, posting.citation],
  ];
  const body = html`<nav><a href="${withLocale(postingsPath, locale)}">${w.back}</a></nav>
<h1>${posting.award[locale]}</h1>
<p>${w.lead}</p>
<dl>${facts.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
<h2>${fill(w.nominees, locale, { count: posting.nominees })}</h2>
<ol class="people">${people}</ol>
<section id="gop-y"><h2>${w.formTitle}</h2>
${sent ? html`<p class="thanks" role="status">${w.thanks}</p>` : null}
${draft.problems.length === 0 ? null : html`<p class="problem" role="alert"><b>${w.failed}.</b> ${draft.problems.join(' ')}</p>`}
<form method="post" action="${addressOf(posting.id, locale, {}, '/gop-y')}">
<p>${w.about}: <b>${about?.name ?? w.aboutAll}</b>
${about ? html` · <a href="${addressOf(posting.id, locale)}#gop-y">${w.aboutAllInstead}</a>` : null}</p>
${about ? html`<input type="hidden" name="nominationId" value="${about.id}">` : null}
<label>${w.text}<textarea name="text" required maxlength="4000" rows="6">${draft.text}</textarea></label>
<label>${w.name}<input name="authorName" maxlength="200" autocomplete="name" value="${draft.authorName}"></label>
<label>${w.contact}<input name="authorContact" maxlength="200" value="${draft.authorContact}"><small>${w.contactHelp}</small></label>
<label class="unseen" aria-hidden="true">${w.leaveEmpty}<input name="website" tabindex="-1" autocomplete="off"></label>
<p><small>${w.privacy}</small></p>
<button type="submit">${w.send}</button>
</form></section>`;
  return page(locale, posting.award[locale], `${postingsPath}/${posting.id}`, body);
}

/** Says that there is nothing to see, with the error's sentence. */
export function postingOverPage(sentence: string, locale: Locale): string {
  const w = postingWords[locale];
  const body = html`<h1>${w.over}</h1><p>${sentence}</p><p><a href="${withLocale(postingsPath, locale)}">${w.back}</a></p>`;
  return page(locale, w.over, postingsPath, body);
}

function page(locale: Locale, title: string, path: string, body: Html): string {
  const w = postingWords[locale];
  const other = locale === 'vi' ? 'en' : 'vi';
  return html`<!doctype html>
<html lang="${locale}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<meta name="theme-color" content="#b01e23">
<link rel="icon" href="/favicon.svg" type="image/svg+xml">
<title>${title} · ${w.title}</title>
<style>${{ markup: styles }}</style>
</head>
<body>
<header><b>Vinh Danh</b> <span>${w.title}</span> <a href="${withLocale(path, other)}" hreflang="${other}" lang="${other}">${w.otherLanguage}</a></header>
<main>${body}</main>
</body>
</html>`.markup;
}

function untilOf({ lastDay }: PublicPosting, locale: Locale): string {
  const w = postingWords[locale];
  return lastDay === null ? w.stopped : fill(w.until, locale, { to: dateOf(lastDay) });
}

/** `2026-12-04` as `04/12/2026`. */
const dateOf = (date: string): string => date.split('-').reverse().join('/');

const addressOf = (id: string, locale: Locale, query: Record<string, string> = {}, action = '') =>
  withLocale(`${postingsPath}/${id}${action}`, locale, query);

function withLocale(path: string, locale: Locale, query: Record<string, string> = {}): string {
  const search = new URLSearchParams({ ...query, ...(locale === 'en' ? { lang: 'en' } : {}) }).toString();
  return search === '' ? path : `${path}?${search}`;
}

const styles = `
body { margin: 0; font: 17px/1.5 system-ui, "Segoe UI", Roboto, sans-serif; color: #1d1d1f; background: #fff; }
header { display: flex; gap: .6em; align-items: baseline; padding: .7rem 1rem; background: #b01e23; color: #fff; }
header a { margin-left: auto; color: #fff; }
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
