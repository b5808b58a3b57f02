import type { Locale } from '../contract/common.ts';
import type { PublicPosting, PublicPostingDetail } from '../contract/postings.ts';
import { fill } from '../errors.ts';
import { dateOf, frame, postingsPath, withLocale } from './frame.ts';
import { type Html, html } from './html.ts';
import { postingWords } from './posting-words.ts';

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

const page = (locale: Locale, title: string, path: string, body: Html): string =>
  frame({ locale, title, path, section: 'postings', body });

function untilOf({ lastDay }: PublicPosting, locale: Locale): string {
  const w = postingWords[locale];
  return lastDay === null ? w.stopped : fill(w.until, locale, { to: dateOf(lastDay) });
}

const addressOf = (id: string, locale: Locale, query: Record<string, string> = {}, action = '') =>
  withLocale(`${postingsPath}/${id}${action}`, locale, query);
