import { randomUUID } from 'node:crypto';
import type { ErrorRequestHandler, Express, Request, Response } from 'express';
import { z } from 'zod';
import { localDate } from '../../engine/time/local-date.ts';
import type { CommandContext, RunningApp } from '../context.ts';
import { ApiError } from '../errors.ts';
import type { Answer, Endpoint } from './endpoint.ts';
import { apiErrorOf } from './error-mapping.ts';
import { sendEvents } from './event-stream.ts';
import { acceptedLocale } from './locale.ts';
import { loggableError } from './loggable-error.ts';
import { loginSessionOf } from './login-session.ts';
import { sendProblem } from './problem.ts';
import { readJson, readUpload } from './read-body.ts';
import { fieldErrors } from './request-issues.ts';
import { refuseCrossSite } from './same-origin.ts';

/** What an endpoint takes that says nothing of a query, of a body, of fields beside a file. */
const nothing = z.strictObject({});
const noBody = nothing.optional();

/**
 * Serves the endpoints; an address asked with another method answers 405. Addresses are matched literal before variable:
 * `nominations/import` is not the nomination of the id `import`.
 */
export function mountEndpoints(server: Express, app: RunningApp, endpoints: readonly Endpoint[]): void {
  const paths = [...Map.groupBy(endpoints, ({ path }) => path)].sort(([a], [b]) =>
    byLiterals(a) < byLiterals(b) ? -1 : 1,
  );
  for (const [path, ofPath] of paths) {
    for (const endpoint of ofPath) {
      server[endpoint.method](path, (request, response) => serve(app, endpoint, request, response));
    }
    refuseOtherMethods(
      server,
      path,
      ofPath.map(({ method }) => method),
    );
  }
}

/** Answers 405 at an address to every method but those served there; comes after their handlers. */
export function refuseOtherMethods(server: Express, path: string, methods: Endpoint['method'][]): void {
  const taken = methods.flatMap((method) => (method === 'get' ? ['get', 'head'] : [method]));
  const allowed = taken.join(', ').toUpperCase();
  server.all(path, (request, response) => {
    response.set('Allow', allowed);
    const error = new ApiError('method_not_allowed', { parameters: { allowed } });
    sendProblem(response, error, acceptedLocale(request.headers));
  });
}

/** Sorts literal segments before variable ones. */
const byLiterals = (path: string) => path.replaceAll('/:', '/\uffff');

/** One request: who asks, what exactly, then the handler. Every failure becomes a problem in the user's language. */
async function serve(
  app: RunningApp,
  endpoint: Endpoint,
  request: Request,
  response: Response,
): Promise<void> {
  let locale = acceptedLocale(request.headers);
  try {
    refuseCrossSite(request, app.publicUrl);
    const context = endpoint.access === 'account' ? authenticate(app, endpoint, request) : undefined;
    locale = context?.actor.locale ?? locale;
    const params = parse(endpoint.params, request.params);
    const query = parse(endpoint.query ?? nothing, request.query);
    const sent = await readBody(endpoint, request, response);
    const body = parse(endpoint.body ?? noBody, sent.fields);
    const session = loginSessionOf(request);
    const answer = await endpoint.handle(
      { params, query, body, file: sent.file, locale, session, address: request.ip ?? '', app },
      context,
    );
    if (app.checkAnswers) checkAnswer(endpoint, answer);
    await send(response, answer);
  } catch (error) {
    const apiError = apiErrorOf(error) ?? unforeseen(app, error, `${endpoint.method} ${endpoint.path}`);
    if (response.headersSent) return void response.destroy();
    sendProblem(response, apiError, locale);
  }
}

function authenticate(app: RunningApp, endpoint: Endpoint, request: Request): CommandContext {
  const session = loginSessionOf(request);
  const now = app.now();
  const today = localDate(now.toISOString());
  const { actor } = session;
  if (!actor) throw new ApiError(session.expired ? 'session_expired' : 'login_required');
  if (actor.mustChangePassword && !endpoint.withFirstPassword) throw new ApiError('password_change_required');
  const deliver = (instanceId: string) => {
    app.deliver(instanceId).catch((error: unknown) => {
      app.log.warn({ error: loggableError(error), instanceId }, 'delivery failed; the relay will try again');
    });
  };
  return {
    db: app.db,
    actor,
    now,
    today,
    deliver,
    ballotSecrets: app.ballotSecrets,
    announce: (sessionId: string) => app.news.publish(sessionId),
  };
}

async function readBody(endpoint: Endpoint, request: Request, response: Response) {
  if (endpoint.upload) return readUpload(request, response, endpoint.upload.maxBytes);
  const isLeftOut =
    endpoint.method === 'get' ||
    (sendsNothing(request) && (endpoint.body ?? noBody).safeParse(undefined).success);
  const fields = isLeftOut ? undefined : await readJson(request, response);
  return { fields, file: undefined };
}

/** Neither a length above 0 nor a body of unknown length. */
const sendsNothing = ({ headers }: Request): boolean =>
  (headers['content-length'] ?? '0') === '0' && headers['transfer-encoding'] === undefined;

function parse(schema: z.ZodType | undefined, value: unknown): unknown {
  if (!schema) return undefined;
  // Whether a field is missing or of a wrong type shows only in what was sent.
  const result = schema.safeParse(value, { reportInput: true });
  if (result.success) return result.data;
  const { issues } = result.error;
  throw new ApiError('invalid_request', { errors: (locale) => fieldErrors(issues, locale) });
}

async function send(response: Response, answer: Answer): Promise<void> {
  if ('events' in answer) return sendEvents(response, answer.events);
  response.set('Cache-Control', 'no-store').status(answer.status);
  if ('body' in answer) {
    response.json(answer.body);
  } else if ('file' in answer) {
    const { mediaType, fileName, inline, content } = answer.file;
    response.type(mediaType).set('Content-Disposition', contentDisposition(fileName, inline));
    response.send(content);
  } else {
    response.end();
  }
}

/** RFC 6266: the Vietnamese name in UTF-8, and a plain one for old clients. */
function contentDisposition(fileName: string, inline: boolean): string {
  const plain = withoutMarks(fileName).replace(/[^ -~]|["\\%]/g, '_');
  const encoded = encodeURIComponent(fileName.toWellFormed()).replace(
    /['()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16)}`,
  );
  return `${inline ? 'inline' : 'attachment'}; filename="${plain}"; filename*=UTF-8''${encoded}`;
}

/** `Quyết định` -> `Quyet dinh`. */
const withoutMarks = (text: string) =>
  text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').replaceAll('Đ', 'D');

function checkAnswer(endpoint: Endpoint, answer: Answer): void {
  const expected = endpoint.answers[answer.status];
  if (expected === undefined)
    throw new Error(`${endpoint.path} answered the unpublished status ${answer.status}`);
  if (expected && 'safeParse' in expected && 'body' in answer) expected.parse(answer.body);
}

/** Last in the chain: what the framework or the session store refused before an endpoint was reached. */
export function frameworkErrors(app: RunningApp): ErrorRequestHandler {
  return (error: unknown, request, response, _next) => {
    const status = error instanceof Error && 'status' in error ? error.status : undefined;
    const known = apiErrorOf(error) ?? (status === 400 ? new ApiError('malformed_address') : undefined);
    sendProblem(response, known ?? unforeseen(app, error, request.path), acceptedLocale(request.headers));
  };
}

/** Logs a failure nobody foresaw, and makes the answer that names its log line. */
function unforeseen(app: RunningApp, error: unknown, where: string): ApiError {
  const requestId = randomUUID();
  app.log.error({ error: loggableError(error), requestId, where }, 'request failed');
  return new ApiError('internal', { parameters: { requestId } });
}
