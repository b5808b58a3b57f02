import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiProblem, api, onSessionLost, Unreachable, withQuery } from './api.ts';

const answer = (status: number, body: unknown, type = 'application/problem+json') =>
  vi.spyOn(globalThis, 'fetch').mockResolvedValue(
    new Response(body === null ? null : JSON.stringify(body), {
      status,
      headers: { 'content-type': type },
    }),
  );

afterEach(() => vi.restoreAllMocks());

it.each([
  [{}, '/api/tasks'],
  [{ mine: 'all', page: 2 }, '/api/tasks?mine=all&page=2'],
  [{ q: undefined, status: '' }, '/api/tasks'],
  [{ q: 'Trần & Lê' }, '/api/tasks?q=Tr%E1%BA%A7n+%26+L%C3%AA'],
])('a query leaves out what is not set: %j', (query, path) =>
  expect(withQuery('/api/tasks', query)).toBe(path),
);

describe('an answer that is not 2xx is thrown as the problem the API describes', () => {
  it('with its code, sentence and fields', async () => {
    answer(422, {
      code: 'reason_required',
      detail: 'Cần nêu lý do',
      errors: [{ path: 'reason', code: 'x', detail: 'y' }],
    });
    const problem = await api.post('/api/tasks/1/complete', {}).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(ApiProblem);
    expect(problem).toMatchObject({ status: 422, code: 'reason_required', detail: 'Cần nêu lý do' });
    expect((problem as ApiProblem).errors).toHaveLength(1);
  });

  it('also when a proxy answers with a page instead', async () => {
    answer(502, '<html>', 'text/html');
    await expect(api.get('/api/tasks')).rejects.toMatchObject({ status: 502, code: 'unexpected' });
  });

  it('and says so when there is no answer at all', async () => {
    vi.spyOn(globalThis, 'fetch').mockRejectedValue(new TypeError('network'));
    await expect(api.get('/api/tasks')).rejects.toBeInstanceOf(Unreachable);
  });
});

describe('a lost session is told once, where it is lost', () => {
  it.each([
    ['GET', '/api/tasks', 1],
    ['GET', '/api/session', 0],
  ])('%s %s', async (_, path, times) => {
    const lost = vi.fn();
    onSessionLost(lost);
    answer(401, { code: 'session_expired' });
    await expect(api.get(path)).rejects.toMatchObject({ status: 401 });
    expect(lost).toHaveBeenCalledTimes(times);
  });
});

it('an answer without content is no value', async () => {
  answer(204, null);
  await expect(api.delete('/api/session')).resolves.toBeUndefined();
});
