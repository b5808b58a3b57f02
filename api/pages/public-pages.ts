import express, { type Express, type Request, type Response } from 'express';
import { commentOnPosting } from '../commands/postings/comment-on-posting.ts';
import type { RunningApp } from '../context.ts';
import { id, type Locale } from '../contract/common.ts';
import { commentRequest } from '../contract/postings.ts';
import { ApiError, errorSentence } from '../errors.ts';
import { refuseOtherMethods } from '../http/mount.ts';
import { fieldErrors } from '../http/request-issues.ts';
import { refuseCrossSite } from '../http/same-origin.ts';
import { findPublicPostings, getPublicPosting } from '../queries/postings.ts';
import { findPublicRoleModels, getPublicRoleModel } from '../queries/public-role-models.ts';
import { postingsPath, roleModelsPath } from './frame.ts';
import { type Draft, postingListPage, postingOverPage, postingPage } from './posting-page.ts';
import { roleModelListPage, roleModelOverPage, roleModelPage } from './role-model-page.ts';

const readForm = express.urlencoded({ extended: false, limit: '64kb', parameterLimit: 20 });
const fields = ['nominationId', 'text', 'authorName', 'authorContact', 'website'] as const;

/**
 * The pages for everybody, under `/cong-khai` and `/dien-hinh-tien-tien`: whole pages without scripts, so that any telephone shows them at once. They do what
 * the endpoints under `/api/public` do, by the same queries and the same command.
 */
export function publicPages(server: Express, app: RunningApp): void {
  const reader = () => ({ db: app.db, now: app.now() });

  server.get(roleModelsPath, async (request, response) => {
    const { items } = await findPublicRoleModels(app, { page: 1, pageSize: 2000 });
    show(response, 200, roleModelListPage(items, localeOf(request)));
  });

  server.get(`${roleModelsPath}/:id`, (request, response) =>
    orOver(request, response, roleModelOverPage, async () => {
      const model = await getPublicRoleModel(app, idOf(request, 'role_model_not_found'));
      show(response, 200, roleModelPage(model, localeOf(request)));
    }),
  );

  server.get(postingsPath, async (request, response) => {
    const { items } = await findPublicPostings(reader(), { page: 1, pageSize: 200 });
    show(response, 200, postingListPage(items, localeOf(request)));
  });

  server.get(`${postingsPath}/:id`, (request, response) =>
    orOver(request, response, postingOverPage, async () => {
      const posting = await getPublicPosting(reader(), idOf(request, 'posting_not_found'));
      const { ve: aboutId, sent } = request.query;
      const about = typeof aboutId === 'string' ? { aboutId } : {};
      show(response, 200, postingPage(posting, { locale: localeOf(request), sent: sent === '1', ...about }));
    }),
  );

  server.post(`${postingsPath}/:id/gop-y`, readForm, (request, response) =>
    orOver(request, response, postingOverPage, async () => {
      const locale = localeOf(request);
      refuseCrossSite(request, app.publicUrl);
      const postingId = idOf(request, 'posting_not_found');
      const given = givenFields(request.body);
      const parsed = commentRequest.safeParse(given, { reportInput: true });
      try {
        if (!parsed.success)
          throw new ApiError('invalid_request', {
            errors: (language) => fieldErrors(parsed.error.issues, language),
          });
        await commentOnPosting(app, { ...parsed.data, postingId, address: request.ip ?? '' });
      } catch (error) {
        if (!(error instanceof ApiError) || error.code === 'posting_not_found') throw error;
        const posting = await getPublicPosting(reader(), postingId);
        const about = given.nominationId === undefined ? {} : { aboutId: given.nominationId };
        show(
          response,
          error.status,
          postingPage(posting, { locale, draft: refused(given, error, locale), ...about }),
        );
        return;
      }
      const lang = locale === 'en' ? '&lang=en' : '';
      response.redirect(303, `${postingsPath}/${postingId}?sent=1${lang}#gop-y`);
    }),
  );
  for (const path of [postingsPath, `${postingsPath}/:id`]) refuseOtherMethods(server, path, ['get']);
  refuseOtherMethods(server, `${postingsPath}/:id/gop-y`, ['post']);
}

/** Vietnamese, unless the address asks for English. */
const localeOf = ({ query }: Request): Locale => (query.lang === 'en' ? 'en' : 'vi');

/** @throws ApiError with the code given, for what is no id */
function idOf({ params }: Request, missing: 'posting_not_found' | 'role_model_not_found'): string {
  const parsed = id.safeParse(params.id);
  if (!parsed.success) throw new ApiError(missing);
  return parsed.data;
}

/** Fields of the form that were filled in; a form sends the others as empty texts. */
function givenFields(body: unknown): { [field in (typeof fields)[number]]?: string } {
  const sent = (body ?? {}) as Record<string, unknown>;
  return Object.fromEntries(
    fields.flatMap((field) => {
      const value = sent[field];
      return typeof value === 'string' && value.trim() !== '' ? [[field, value]] : [];
    }),
  );
}

function refused(given: ReturnType<typeof givenFields>, error: ApiError, locale: Locale): Draft {
  const { text = '', authorName = '', authorContact = '' } = given;
  const { errors, parameters } = error.details;
  const problems = errors?.(locale).map(({ detail }) => detail) ?? [
    errorSentence(error.code, locale, parameters),
  ];
  return { text, authorName, authorContact, problems };
}

/** Shows what a request comes to; a refusal as a page that says why. */
async function orOver(
  request: Request,
  response: Response,
  overPage: (sentence: string, locale: Locale) => string,
  answer: () => Promise<void>,
): Promise<void> {
  try {
    await answer();
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const locale = localeOf(request);
    show(
      response,
      error.status,
      overPage(errorSentence(error.code, locale, error.details.parameters), locale),
    );
  }
}

function show(response: Response, status: number, markup: string): void {
  response
    .status(status)
    .set({ 'Cache-Control': 'no-store', 'X-Robots-Tag': 'noindex' })
    .type('html')
    .send(markup);
}
