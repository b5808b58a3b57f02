import { describe, expect, it } from 'vitest';
import { compile } from '../../engine/compile.ts';
import { type Act, type OutsideEvent, simulate } from '../../engine/simulate.ts';
import { readModels } from '../read-models.ts';

const { graph } = await compile(readModels('council-session'));
const nodes = Object.values(graph.processes).flatMap((process) => Object.values(process.nodes));

const start = '2026-11-16T02:00:00.000Z';
const meeting = { mode: 'meeting', scheduledAt: '2026-11-23T02:00:00.000Z', closesAt: null };
const circulation = {
  mode: 'circulation',
  scheduledAt: '2026-11-17T02:00:00.000Z',
  closesAt: '2026-11-24T10:00:00.000Z',
};

const approve = { complete: { verdict: 'approve' } };
const giveBack = { complete: { verdict: 'return' } };

interface Story {
  session?: typeof meeting | typeof circulation;
  /** What people do at the steps that are theirs to decide; the others end by a message. */
  people?: Record<string, Act | Act[]>;
  /** How a closing by the clock ends. */
  closing?: ('closed' | 'quorum_missing')[];
  events?: OutsideEvent[];
  until?: string;
}

/** Plays a session; gives the work that was done (tasks and jobs) and how it stands. */
function play({ session = meeting, people = {}, closing = ['closed'], events = [], until }: Story) {
  const work: string[] = [];
  const decided = ['convene', 'write-minutes', 'sign-as-secretary', 'sign-as-chair'];
  const result = simulate(graph, {
    processes: ['council-session'],
    at: start,
    ...(until === undefined ? {} : { until }),
    variables: { sessionId: 's1', ...session },
    behaviour: {
      ...Object.fromEntries(decided.map((element) => [element, approve])),
      'close-session': closing.map((outcome) => ({ complete: { outcome } })),
      ...people,
    },
    events,
    onTrace: ({ action, element }) => {
      const kind = nodes.find(({ id }) => id === element)?.kind;
      if (action === 'complete' && (kind === 'userTask' || kind === 'serviceTask')) work.push(element);
      if (action === 'enter' && kind === 'endEvent') work.push(`(${element})`);
    },
  });
  return { work, ended: result.ended, waits: result.open.tasks.map(({ element }) => element) };
}

const tell = (at: string, message: string, variables: OutsideEvent extends never ? never : object = {}) => ({
  at,
  message,
  correlationKey: 's1',
  variables: variables as Record<string, string | boolean>,
});
const invited = ['convene', 'draft-invitation', 'print-invitation', 'invite-members'];
const minuted = [
  'write-minutes',
  'draft-minutes',
  'print-drafts',
  'sign-as-secretary',
  'sign-as-chair',
  'file-minutes',
  'print-signed',
  '(minutes-filed)',
  '(session-minuted)',
];
const opened = tell('2026-11-23T02:00:00.000Z', 'session-opened');
const closed = tell('2026-11-23T05:00:00.000Z', 'session-closed');

describe('a meeting', () => {
  it('is convened, held, closed and minuted', () => {
    const { work, ended } = play({ events: [opened, closed] });
    expect(work).toEqual([...invited, 'remind-members', '(members-invited)', ...minuted]);
    expect(ended).toBe(true);
  });

  it('is invited to anew when it is put off', () => {
    const putOff = tell('2026-11-18T02:00:00.000Z', 'session-rescheduled', {
      scheduledAt: '2026-11-26T02:00:00.000Z',
      isOpen: false,
    });
    const { work, waits } = play({ events: [putOff], until: '2026-11-26T02:00:00.000Z' });
    expect(work).toEqual([...invited, ...invited.slice(1), 'remind-members', '(members-invited)']);
    expect(waits).toEqual(['hold-meeting']);
  });

  it('is put off even at the hour it should begin', () => {
    const putOff = tell('2026-11-23T02:00:00.000Z', 'session-rescheduled', {
      scheduledAt: '2026-11-30T02:00:00.000Z',
      isOpen: false,
    });
    const { work } = play({ events: [putOff], until: '2026-11-24T02:00:00.000Z' });
    expect(work.filter((element) => element === 'draft-invitation')).toHaveLength(2);
  });

  it.each([
    ['before it is convened', { convene: { ...approve, after: 'P20D' } }, '2026-11-16T03:00:00.000Z'],
    ['while the invitation waits for its day', {}, '2026-11-18T03:00:00.000Z'],
    ['at its hour', {}, '2026-11-23T02:00:00.000Z'],
  ])('may be opened %s', (_, people, at) => {
    const { work } = play({ people, events: [tell(at, 'session-opened'), closed] });
    expect(work.slice(-minuted.length)).toEqual(minuted);
  });

  it.each([
    ['before it is convened', { convene: { ...approve, after: 'P20D' } }, '2026-11-16T03:00:00.000Z'],
    ['while the invitation waits for its day', {}, '2026-11-18T03:00:00.000Z'],
    ['at its hour', {}, '2026-11-23T02:00:00.000Z'],
  ])('may be called off %s; its members are told', (_, people, at) => {
    const { work, ended } = play({ people, events: [tell(at, 'session-cancelled')] });
    expect(work.slice(-2)).toEqual(['tell-called-off', '(session-called-off)']);
    expect(ended).toBe(true);
  });

  it('that is closed before the process has got to it is minuted all the same', () => {
    const people = { convene: { ...approve, after: 'P20D' } };
    const soon = tell('2026-11-16T03:00:00.000Z', 'session-closed');
    expect(play({ people, events: [soon] }).work).toEqual(minuted);
  });
});

describe('a circulation', () => {
  const begun = tell('2026-11-17T02:00:00.000Z', 'session-opened');

  it('closes by itself when its time is over', () => {
    const { work, ended } = play({
      session: circulation,
      events: [begun],
      until: '2026-11-25T02:00:00.000Z',
    });
    expect(work).toContain('close-circulation');
    expect(work.slice(-minuted.length)).toEqual(minuted);
    expect(ended).toBe(true);
  });

  it('is closed by hand before that', () => {
    const early = tell('2026-11-20T02:00:00.000Z', 'session-closed');
    const { work } = play({ session: circulation, events: [begun, early] });
    expect(work).not.toContain('close-circulation');
    expect(work.slice(-minuted.length)).toEqual(minuted);
  });

  it('without a quorum is told to who manages it, and closes after it was extended', () => {
    const extended = tell('2026-11-25T02:00:00.000Z', 'session-rescheduled', {
      closesAt: '2026-11-27T10:00:00.000Z',
      isOpen: true,
    });
    const story = { session: circulation, closing: ['quorum_missing', 'closed'] as const };
    const waiting = play({
      ...story,
      closing: [...story.closing],
      events: [begun],
      until: '2026-11-24T23:00:00.000Z',
    });
    expect(waiting.work.slice(-1)).toEqual(['tell-unfinished']);
    expect(waiting.waits).toEqual(['extend-circulation']);
    const { work } = play({
      ...story,
      closing: [...story.closing],
      events: [begun, extended],
      until: '2026-11-28T10:00:00.000Z',
    });
    expect(work.filter((element) => element === 'close-circulation')).toHaveLength(2);
    expect(work.slice(-minuted.length)).toEqual(minuted);
  });
});

describe('minutes', () => {
  it.each([
    ['the secretary', 'sign-as-secretary', 1],
    ['the chair', 'sign-as-chair', 2],
  ])('that %s sends back are written and signed anew', (_, element, signings) => {
    const people = { [element]: [giveBack, approve] };
    const { work, ended } = play({ people, events: [opened, closed] });
    expect(work.filter((done) => done === 'draft-minutes')).toHaveLength(2);
    expect(work.filter((done) => done === 'sign-as-secretary')).toHaveLength(2);
    expect(work.filter((done) => done === 'sign-as-chair')).toHaveLength(signings);
    expect(ended).toBe(true);
  });
});
