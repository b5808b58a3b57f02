/** What a log may say of a failure: where and why, without the values that were in it, which may be personal data. */
export interface LoggableError {
  name: string;
  message: string;
  code?: string;
  constraint?: string;
  /** The SQL with its placeholders. */
  query?: string;
  stack?: string;
}

/** A failed query's own message repeats its parameters; the database's beneath it does not. */
export function loggableError(error: unknown): LoggableError {
  if (!(error instanceof Error)) return { name: 'unknown', message: 'something that is no Error was thrown' };
  const source = error.cause instanceof Error ? error.cause : error;
  return {
    name: source.name,
    message: source.message,
    ...textOf(source, 'code'),
    ...textOf(source, 'constraint'),
    ...textOf(error, 'query'),
    ...(source.stack === undefined ? {} : { stack: source.stack }),
  };
}

function textOf<K extends string>(error: Error, key: K): { [key in K]?: string } {
  const value: unknown = (error as unknown as Record<string, unknown>)[key];
  return (typeof value === 'string' ? { [key]: value } : {}) as { [key in K]?: string };
}
