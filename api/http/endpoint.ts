import type { Readable } from 'node:stream';
import type { z } from 'zod';
import type { CommandContext, RunningApp } from '../context.ts';
import type { Locale } from '../contract/common.ts';
import type { ErrorCode } from '../errors.ts';
import type { EventSource } from './event-stream.ts';
import type { LoginSession } from './login-session.ts';

/** A file the client sent in the multipart field `file`. */
export interface UploadedFile {
  fileName: string;
  content: Buffer;
}

/** What an endpoint sends back: JSON, a file, server-sent events, or nothing. */
export type Answer =
  | { status: number; body: unknown }
  | {
      status: number;
      file: { mediaType: string; fileName: string; inline: boolean; content: Buffer | Readable };
    }
  | { status: 200; events: EventSource }
  | { status: 204 };

type Parsed<S> = S extends z.ZodType ? z.output<S> : undefined;

/** What a handler gets. `context` names the actor; public endpoints have none. */
export interface EndpointRequest<P, Q, B> {
  params: Parsed<P>;
  query: Parsed<Q>;
  body: Parsed<B>;
  file: UploadedFile | undefined;
  locale: Locale;
  session: LoginSession;
  /** Address the request came from; for limits, neither stored nor logged. */
  address: string;
  app: RunningApp;
}

interface Common<P, Q, B> {
  method: 'get' | 'post' | 'put' | 'patch' | 'delete';
  /** Express spelling, e.g. `/api/tasks/:id`. */
  path: string;
  tag: string;
  summary: string;
  params?: P;
  query?: Q;
  body?: B;
  /** The request is multipart with one file in `file`; `body` then describes the other fields. */
  upload?: { maxBytes: number };
  /** Status -> schema of the JSON answer, media types of a file, or null for an empty one. */
  answers: Record<number, z.ZodType | { files: string[] } | null>;
  /** Also for who still has the password of the first login. */
  withFirstPassword?: true;
  /** Errors of its own; those every endpoint of its shape can give are added. */
  errors: readonly ErrorCode[];
}

type Schema = z.ZodType | undefined;

/** One method of one address: what it takes, what it gives, and what it does. The documentation is made from the same value. */
export interface Endpoint extends Common<z.ZodType, z.ZodType, z.ZodType> {
  access: 'account' | 'public';
  handle(
    request: EndpointRequest<Schema, Schema, Schema>,
    context: CommandContext | undefined,
  ): Promise<Answer>;
}

/** An endpoint for people who are logged in. */
export function endpoint<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(
  definition: Common<P, Q, B> & {
    handle(context: CommandContext, request: EndpointRequest<P, Q, B>): Promise<Answer>;
  },
): Endpoint {
  const { handle, ...rest } = definition;
  return {
    ...(rest as Common<z.ZodType, z.ZodType, z.ZodType>),
    access: 'account',
    handle: (request, context) => {
      if (!context) throw new Error(`${definition.path} was called without an account`);
      return handle(context, request as EndpointRequest<P, Q, B>);
    },
  };
}

/** An endpoint for everybody. */
export function publicEndpoint<
  P extends Schema = undefined,
  Q extends Schema = undefined,
  B extends Schema = undefined,
>(definition: Common<P, Q, B> & { handle(request: EndpointRequest<P, Q, B>): Promise<Answer> }): Endpoint {
  const { handle, ...rest } = definition;
  return {
    ...(rest as Common<z.ZodType, z.ZodType, z.ZodType>),
    access: 'public',
    handle: (request) => handle(request as EndpointRequest<P, Q, B>),
  };
}
