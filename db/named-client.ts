import pg from 'pg';

/** A program's statements have some hundred texts. What is longer, or comes after these, is seldom and stays unnamed. */
const maxLength = 4_000;
const maxNames = 1_000;
const names = new Map<string, string>();

/** Name for drizzle's `prepare`: a statement that is built once gets its name here, like any other. */
export const namedByConnection = '';

/**
 * A connection that names its statements, so that PostgreSQL parses and plans each of them once per connection instead of
 * once per execution; that is a third of its work for a decision. A pooler between must know prepared statements.
 * It needs a pool that sends statements without waiting for the answers to earlier ones.
 */
export class NamedClient extends pg.Client {
  // The overloads of `pg` all come down to a first argument with the text and the values.
  override query(...[statement, ...rest]: unknown[]): never {
    const answer = Reflect.apply(super.query, this, [withName(statement), ...rest]) as Promise<unknown>;
    return (isBegin(statement) ? withoutWaiting(answer) : answer) as never;
  }
}

const isBegin = (statement: unknown): boolean =>
  typeof statement === 'object' && statement !== null && 'text' in statement && statement.text === 'begin';

/** A `begin` travels together with what follows it; only a broken connection refuses it, and refuses that, too. */
function withoutWaiting(answer: Promise<unknown>): Promise<void> {
  answer.catch(() => {});
  return Promise.resolve();
}

function withName(statement: unknown): unknown {
  if (typeof statement !== 'object' || statement === null) return statement;
  if (!('text' in statement) || typeof statement.text !== 'string') return statement;
  // Cursors and the like bring their own way of talking to the server.
  if ('submit' in statement || ('name' in statement && statement.name)) return statement;
  const name = nameOf(statement.text);
  return name === undefined ? statement : { ...statement, name };
}

function nameOf(text: string): string | undefined {
  const known = names.get(text);
  if (known !== undefined || text.length > maxLength || names.size >= maxNames) return known;
  const name = `statement_${names.size}`;
  names.set(text, name);
  return name;
}
