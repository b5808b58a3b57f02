import type { Locale } from '../contract/common.ts';
import type { PublicRoleModel, PublicRoleModelDetail } from '../contract/role-models.ts';
import { frame, roleModelsPath, withLocale } from './frame.ts';
import { type Html, html } from './html.ts';
import { roleModelWords } from './role-model-words.ts';

/** All role models made known. */
export function roleModelListPage(models: PublicRoleModel[], locale: Locale): string {
  const w = roleModelWords[locale];
  const items = models.map(
    (
      model,
    ) => html`<li><a href="${withLocale(`${roleModelsPath}/${model.id}`, locale)}"><b>${model.title}</b></a>
<span>${nameOf(model, locale)}${model.unit === null ? null : html` · ${model.unit[locale]}`}</span>
<span class="until">${model.field} · ${model.year}</span></li>`,
  );
  const list = items.length === 0 ? html`<p>${w.none}</p>` : html`<ul class="postings">${items}</ul>`;
  return page(locale, w.listTitle, roleModelsPath, html`<h1>${w.listTitle}</h1><p>${w.lead}</p>${list}`);
}

/** One role model, as far as its consent goes. */
export function roleModelPage(model: PublicRoleModelDetail, locale: Locale): string {
  const w = roleModelWords[locale];
  const facts: [string, string | null][] = [
    [w.post, model.post],
    [w.unit, model.unit?.[locale] ?? null],
    [w.bloc, model.bloc],
    [w.field, model.field],
    [w.year, String(model.year)],
  ];
  const shown = facts.filter(([, value]) => value !== null && value !== '');
  const body = html`<nav><a href="${withLocale(roleModelsPath, locale)}">${w.back}</a></nav>
<h1>${model.title}</h1>
<p><b>${nameOf(model, locale)}</b></p>
<dl>${shown.map(([term, value]) => html`<dt>${term}</dt><dd>${value}</dd>`)}</dl>
${
  model.story === null
    ? null
    : html`<h2>${w.story}</h2>${model.story.split('\n').map((line) => html`<p>${line}</p>`)}`
}
${model.awards === null ? null : html`<h2>${w.awards}</h2>${awardList(model.awards, locale)}`}`;
  return page(locale, model.title, `${roleModelsPath}/${model.id}`, body);
}

/** Says that there is nothing to see any more. */
export function roleModelOverPage(sentence: string, locale: Locale): string {
  const w = roleModelWords[locale];
  const body = html`<h1>${w.over}</h1><p>${sentence}</p><p><a href="${withLocale(roleModelsPath, locale)}">${w.back}</a></p>`;
  return page(locale, w.over, roleModelsPath, body);
}

function awardList(awards: NonNullable<PublicRoleModelDetail['awards']>, locale: Locale): Html {
  if (awards.length === 0) return html`<p>${roleModelWords[locale].noAwards}</p>`;
  const items = awards.map(
    ({ year, decisionSymbol, ...name }) =>
      html`<li><b>${name[locale]}</b><span class="until">${year} · ${decisionSymbol}</span></li>`,
  );
  return html`<ul class="postings">${items}</ul>`;
}

const nameOf = ({ name, kind }: PublicRoleModel, locale: Locale): string =>
  name ?? roleModelWords[locale][kind];

const page = (locale: Locale, title: string, path: string, body: Html): string =>
  frame({ locale, title, path, section: 'roleModels', body });
