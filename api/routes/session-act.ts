import { z } from 'zod';
import type { CommandContext } from '../context.ts';
import { id } from '../contract/common.ts';
import { sessionDetail } from '../contract/sessions.ts';
import type { ErrorCode } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { getSession } from '../queries/councils.ts';

export const tag = 'Sessions';
export const params = z.strictObject({ id });
export const itemParams = z.strictObject({ id, itemId: id });
export const memberParams = z.strictObject({ id, personId: id });

type SessionParams = typeof params | typeof itemParams | typeof memberParams;
type Words<S> = S extends z.ZodType ? z.output<S> : unknown;

interface SessionAct<P extends SessionParams, B extends z.ZodType | undefined> {
  /** `put` where the same request twice leaves what it leaves once. */
  method?: 'post' | 'put';
  /** Address below the session's. */
  path: string;
  summary: string;
  params?: P;
  body?: B;
  /** Beside `session_not_found`. */
  errors: readonly ErrorCode[];
  /** Does it; gets what address and body say, in one. */
  run(
    context: CommandContext,
    words: { sessionId: string } & Omit<z.output<P>, 'id'> & Words<B>,
  ): Promise<unknown>;
}

/** An act on a session of a council. It answers the session as its author sees it afterwards. */
export function sessionAct<
  P extends SessionParams = typeof params,
  B extends z.ZodType | undefined = undefined,
>({ method = 'post', path, summary, body, errors, run, ...given }: SessionAct<P, B>): Endpoint {
  return endpoint({
    method,
    path: `/api/sessions/:id/${path}`,
    tag,
    summary,
    params: (given.params ?? params) as z.ZodType<{ id: string }>,
    ...(body !== undefined && { body: body as z.ZodType<object> }),
    answers: { 200: sessionDetail },
    errors: ['session_not_found', ...errors],
    async handle(context, { params: { id: sessionId, ...named }, body: said }) {
      await run(context, { sessionId, ...named, ...said } as Parameters<typeof run>[1]);
      return { status: 200, body: await getSession(context, sessionId) };
    },
  });
}
