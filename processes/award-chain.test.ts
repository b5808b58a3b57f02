import { describe, expect, it } from 'vitest';
import { compile } from '../engine/compile.ts';
import { type Act, type OutsideEvent, simulate } from '../engine/simulate.ts';
import { readModels } from './read-models.ts';

const { graph } = await compile(readModels());
const nodes = Object.values(graph.processes).flatMap((process) => Object.values(process.nodes));

const approve = { complete: { verdict: 'approve' } };
const giveBack = { complete: { verdict: 'return' } };
const reject = { complete: { verdict: 'reject' } };

/** Counts of a council over the dossier at its level. */
interface Result {
  passed: number;
  failed: number;
  returned: number;
}
const allPassed: Result = { passed: 1, failed: 0, returned: 0 };
const nonePassed: Result = { passed: 0, failed: 1, returned: 0 };
const onlyReturned: Result = { passed: 0, failed: 1, returned: 1 };
const oneReturned: Result = { passed: 1, failed: 0, returned: 1 };

interface Story {
  chain?: 'U' | 'M' | 'P' | 'S';
  centralCouncil?: boolean;
  /** What the councils find, in order; each result comes an hour after the one before. */
  councils?: Result[];
  /** What people do instead of approving. */
  people?: Record<string, Act | Act[]>;
  events?: OutsideEvent[];
  /** How many papers with the dossier on their list are issued, if not all that it needs. */
  papers?: number;
  /** When to look at it, if not when nothing moves any more. */
  until?: string;
}

/** Plays a dossier until nothing moves it on; gives the work that was done (tasks and jobs) and how it stands. */
function play(story: Story) {
  const {
    chain = 'P',
    centralCouncil = true,
    councils = [],
    people = {},
    events = [],
    papers = 4,
    until,
  } = story;
  const work: string[] = [];
  const userTasks = nodes.filter(({ kind }) => kind === 'userTask').map(({ id }) => [id, approve] as const);
  const result = simulate(graph, {
    processes: ['award-chain'],
    ...(until === undefined ? {} : { until }),
    variables: { dossierId: 'dossier-1', award: 'ANY', chain, centralCouncil },
    behaviour: {
      ...Object.fromEntries(userTasks),
      'refer-to-council': { complete: { referralId: 'referral-1' } },
      'bind-rule-set': { complete: { rulesDiffer: false } },
      'open-posting': { complete: { postingDays: 0 } },
      'send-opinion-requests': { complete: { opinionRequests: [] } },
      'join-paper': { complete: { paperEntryId: 'entry-1' } },
      ...people,
    },
    events: [
      ...councils.map((variables, index) => ({
        at: `PT${index + 1}H`,
        message: 'council-result',
        correlationKey: 'referral-1',
        variables: { ...variables },
      })),
      ...events,
      ...Array.from({ length: papers }, () => ({
        message: 'paper-issued',
        correlationKey: 'entry-1',
        timeToLive: 'P1Y',
      })),
    ],
    onTrace: ({ action, element }) => {
      const kind = nodes.find(({ id }) => id === element)?.kind;
      if (action !== 'enter' || (kind !== 'userTask' && kind !== 'serviceTask')) return;
      // Postings and opinions, which most dossiers pass without, are stories of their own below; so are papers.
      const passed = ['open-posting', 'send-opinion-requests', 'join-paper'].includes(element);
      if (!passed || story.people?.[element]) work.push(element);
    },
  });
  return { work, ...result };
}

/** Posted before the ministry's council for ten working days from Thursday 1 January 2026, which end with Thursday the 15th. */
const posted = {
  people: { 'open-posting': [{ complete: { postingDays: 10 } }, { complete: { postingDays: 0 } }] },
  councils: [allPassed, allPassed],
  events: [16, 17].map((day) => ({
    at: `P${day}D`,
    message: 'council-result',
    correlationKey: 'referral-1',
    variables: { ...allPassed },
  })),
} satisfies Story;

const unit = ['score-nominees', 'refer-to-unit-vote'];
const department = ['refer-to-department-council', 'department-head-decides'];
const ministry = [
  'receive-at-ministry',
  'bind-law-at-ministry',
  'appraise-at-ministry',
  'refer-to-ministry-council',
  'minister-decides',
];
const central = ['receive-at-central', 'bind-law-at-central', 'appraise-at-central', 'home-affairs-submits'];
const centralWithCouncil = central.toSpliced(3, 0, 'refer-to-central-council');
const issued = ['record-awarded', 'mark-decided', 'record-issue', 'notify-issued', 'close-dossier'];
const supplement = ['mark-returned', 'notify-returned', 'supplement-dossier', 'mark-running'];
const refused = ['mark-rejected', 'record-refused', 'notify-rejected'];
const withdrawn = ['mark-withdrawn', 'notify-withdrawn'];

describe('which levels run follows from the chain of the award', () => {
  it.each([
    ['U', false, [...unit, ...department]],
    ['M', false, [...unit, ...department, ...ministry]],
    ['P', false, [...unit, ...department, ...ministry, ...central, 'prime-minister-decides']],
    ['P', true, [...unit, ...department, ...ministry, ...centralWithCouncil, 'prime-minister-decides']],
    [
      'S',
      false,
      [...unit, ...department, ...ministry, ...central, 'prime-minister-decides', 'president-decides'],
    ],
    [
      'S',
      true,
      [
        ...unit,
        ...department,
        ...ministry,
        ...centralWithCouncil,
        'prime-minister-decides',
        'president-decides',
      ],
    ],
  ] as const)('%s, Central Council %s', (chain, centralCouncil, levels) => {
    const played = play({ chain, centralCouncil, councils: Array(4).fill(allPassed) });
    expect(played.work).toEqual([...levels, ...issued]);
    expect(played).toMatchObject({ ended: true, incidents: [] });
  });
});

it.each(['ministry', 'central'])(
  'at the receipt at level %s somebody looks at what the law in force says differently, if it does',
  (level) => {
    const differ = { [`bind-law-at-${level}`]: { complete: { rulesDiffer: true } } };
    const { work, ended } = play({ councils: Array(4).fill(allPassed), people: differ });
    const at = work.indexOf(`bind-law-at-${level}`);
    expect(work.slice(at, at + 3)).toEqual([
      `bind-law-at-${level}`,
      `compare-rules-at-${level}`,
      `appraise-at-${level}`,
    ]);
    expect([ended, work.filter((step) => step.startsWith('compare-rules')).length]).toEqual([true, 1]);
  },
);

describe('opinions that the appraiser asks for', () => {
  const request = (id: string, silenceAgrees: boolean) => ({
    id,
    group: `head@unit:${id}`,
    days: 10,
    silenceAgrees,
  });
  const asked = (...requests: ReturnType<typeof request>[]) => ({
    councils: [allPassed, allPassed],
    people: { 'send-opinion-requests': { complete: { opinionRequests: requests } } },
  });
  const answer = (visit: string, verdict: string, at: string) => ({
    completeTask: visit,
    variables: { verdict },
    at,
  });

  it('are asked of all agencies at once, and the dossier goes on when the last has answered, whatever it says', () => {
    const story = asked(request('a', true), request('b', true));
    const people = { ...story.people, 'give-opinion': [] };
    const waiting = play({ ...story, people });
    const open = waiting.open.tasks.filter(({ element }) => element === 'give-opinion');
    expect(open.map(({ candidateGroups }) => candidateGroups)).toEqual([['head@unit:a'], ['head@unit:b']]);
    const events = open.map(({ visit }, index) =>
      answer(visit, index === 0 ? 'reject' : 'approve', `P${index + 3}D`),
    );
    const { work } = play({ ...story, people, events: [events[0] as OutsideEvent] });
    expect(work.at(-1)).toBe('give-opinion');
    expect(play({ ...story, people, events }).work).toContain('refer-to-ministry-council');
  });

  it('silence is consent where the rule says so', () => {
    const story = asked(request('a', true));
    const people = { ...story.people, 'give-opinion': [] };
    const { work } = play({ ...story, people, until: '2026-01-16T00:00:00.000Z' });
    expect(work.slice(work.indexOf('give-opinion'))).toEqual([
      'give-opinion',
      'record-silence',
      'refer-to-ministry-council',
    ]);
  });

  it('else the agency is asked again, with a new term', () => {
    const story = asked(request('a', false));
    const people = { ...story.people, 'give-opinion': [] };
    const { work, open } = play({ ...story, people, until: '2026-01-16T00:00:00.000Z' });
    expect(work.slice(work.indexOf('give-opinion'))).toEqual(['give-opinion', 'give-opinion']);
    // Ten working days from Friday the 16th, the moment after the first term.
    expect(open.tasks).toMatchObject([{ element: 'give-opinion', dueAt: '2026-01-30T17:00:00.000Z' }]);
  });
});

describe('an award that the law wants posted in public comes before the council after that', () => {
  const posting = ['open-posting', 'end-posting', 'summarise-posting', 'attach-posting-summary'];

  it('is summed up when the window is over, and only then referred', () => {
    const { work, ended } = play({ ...posted, chain: 'S' });
    const at = work.indexOf('open-posting');
    expect(work.slice(at - 1, at + 5)).toEqual([
      'appraise-at-ministry',
      ...posting,
      'refer-to-ministry-council',
    ]);
    expect(ended).toBe(true);
  });

  it('waits ten working days', () => {
    const { open } = play({ ...posted, events: [] });
    expect(open.timers).toContainEqual({ element: 'posting-window', due: '2026-01-15T17:00:00.000Z' });
  });
});

it('waits for each council, and for nothing else', () => {
  const played = play({ councils: [allPassed] });
  expect(played.work).toEqual([...unit, 'refer-to-department-council']);
  expect(played.open.messages.map(({ message, correlationKey }) => [message, correlationKey])).toEqual([
    ['dossier-withdrawn', 'dossier-1'],
    ['council-result', 'referral-1'],
  ]);
});

describe('what is returned is supplemented and comes back to the step that returned it', () => {
  const steps = nodes
    .filter(({ kind, headers }) => kind === 'userTask' && headers?.verdicts?.includes('return'))
    .map(({ id }) => id);

  it('at ten human steps', () => {
    expect(steps.sort()).toEqual(
      [
        ...['department-head-decides', 'summarise-posting'],
        ...['receive-at-ministry', 'appraise-at-ministry', 'minister-decides'],
        ...['receive-at-central', 'appraise-at-central', 'home-affairs-submits'],
        ...['prime-minister-decides', 'president-decides'],
      ].sort(),
    );
  });

  it.each(steps)('%s', (step) => {
    const { work, ended } = play({
      ...(step === 'summarise-posting' ? posted : { councils: Array(4).fill(allPassed) }),
      chain: 'S',
      people: { ...(step === 'summarise-posting' && posted.people), [step]: [giveBack, approve] },
    });
    const first = work.indexOf(step);
    expect(work.slice(first, first + 6)).toEqual([step, ...supplement, step]);
    expect(ended).toBe(true);
  });

  it.each([
    ['unit', 0, 'score-nominees'],
    ['department', 1, 'refer-to-department-council'],
    ['ministry', 2, 'refer-to-ministry-council'],
    ['central', 3, 'refer-to-central-council'],
  ])('by the council of the %s level: referred again', (_, index, backAt) => {
    const councils = Array(5).fill(allPassed).with(index, onlyReturned);
    const { work, ended } = play({ councils });
    expect(work.filter((step) => step === backAt)).toHaveLength(2);
    expect(work.slice(work.indexOf('mark-returned')).slice(0, 5)).toEqual([...supplement, backAt]);
    expect(ended).toBe(true);
  });

  it.each([
    ['unit', 0],
    ['department', 1],
    ['ministry', 2],
    ['central', 3],
  ])(
    'by the council of the %s level, which passed others: what was returned splits off, the rest goes on',
    (_, index) => {
      const councils = Array(4).fill(allPassed).with(index, oneReturned);
      const { work, ended, incidents } = play({ councils });
      expect(work.filter((step) => step === 'split-returned')).toHaveLength(1);
      expect(work).not.toContain('mark-returned');
      expect(work.filter((step) => step !== 'split-returned')).toEqual(
        play({ councils: Array(4).fill(allPassed) }).work,
      );
      expect([ended, incidents]).toEqual([true, []]);
    },
  );
});

it('comes back from its supplement with the working days that were left', () => {
  // Before the head on Thursday 1 January 2026 for 5 working days, returned on Monday the 5th, supplemented on Thursday the 15th.
  const { open } = play({
    chain: 'U',
    councils: [allPassed, allPassed],
    people: {
      'department-head-decides': [
        { after: 'P4D', ...giveBack },
        { after: 'P90D', ...approve },
      ],
      'supplement-dossier': { after: 'P10D', ...approve },
    },
    until: '2026-01-16T00:00:00.000Z',
  });
  expect(open.tasks).toMatchObject([
    { element: 'department-head-decides', dueAt: '2026-01-20T17:00:00.000Z' },
  ]);
});

describe('a paper carries what a head approved', () => {
  it.each([
    ['U', 1],
    ['M', 2],
    ['P', 4],
    ['S', 4],
  ] as const)('on chain %s %i times: a submission to each level, and the decision', (chain, count) => {
    const councils = Array(4).fill(allPassed);
    const people = { 'join-paper': { complete: { paperEntryId: 'entry-1' } } };
    const { work, ended } = play({ chain, councils, people });
    expect(ended).toBe(true);
    expect(work.filter((step) => step === 'join-paper')).toHaveLength(count);
    const waiting = play({ chain, councils, papers: count - 1 });
    expect(waiting.open.messages).toContainEqual({
      element: 'await-paper',
      message: 'paper-issued',
      correlationKey: 'entry-1',
    });
    expect(waiting.work.at(-1)).toBe('mark-decided');
  });
});

describe('a rejection ends the dossier, and the proposer is told', () => {
  it.each(
    nodes
      .filter(({ kind, headers }) => kind === 'userTask' && headers?.verdicts?.includes('reject'))
      .map(({ id }) => id)
      .filter((id) => id !== 'give-opinion'),
  )('by %s', (step) => {
    const played = play({ chain: 'S', councils: Array(4).fill(allPassed), people: { [step]: reject } });
    expect(played.work.slice(played.work.indexOf(step))).toEqual([step, ...refused]);
    expect(played).toMatchObject({ ended: true, incidents: [] });
  });

  it.each([
    ['unit', 0],
    ['central', 3],
  ])('by the council of the %s level, which passed nobody', (_, index) => {
    const played = play({ councils: Array(4).fill(allPassed).with(index, nonePassed) });
    expect(played.work.slice(-3)).toEqual(refused);
    expect(played).toMatchObject({ ended: true, incidents: [] });
  });

  it.each([
    ['department', 1, 'department-head-decides'],
    ['ministry', 2, 'minister-decides'],
  ])('the council of the %s level advises: where it passed nobody, its head decides', (_, index, head) => {
    const councils = Array(4).fill(allPassed).with(index, nonePassed);
    const ended = play({ councils, people: { [head]: reject } });
    expect(ended.work.slice(-4)).toEqual([head, ...refused]);
    expect(play({ councils }).work).toEqual(play({ councils: Array(4).fill(allPassed) }).work);
  });
});

describe('the proposer may withdraw', () => {
  const withdrawal = { message: 'dossier-withdrawn', correlationKey: 'dossier-1' };

  it.each([
    ['while the unit votes', 'refer-to-unit-vote', {}, []],
    [
      'while a head has it',
      'department-head-decides',
      { 'department-head-decides': [] },
      [allPassed, allPassed],
    ],
    [
      'while it is returned',
      'supplement-dossier',
      { 'department-head-decides': giveBack, 'supplement-dossier': [] },
      [allPassed, allPassed],
    ],
    [
      'while the President has it',
      'president-decides',
      { 'president-decides': [] },
      Array(4).fill(allPassed),
    ],
  ] as [string, string, Record<string, Act | Act[]>, Result[]][])('%s', (_, step, people, councils) => {
    const played = play({ chain: 'S', councils, people, events: [{ ...withdrawal, at: 'PT10H' }] });
    expect(played.work.slice(-3)).toEqual([step, ...withdrawn]);
    expect(played).toMatchObject({ ended: true, open: { tasks: [], messages: [], timers: [] } });
  });

  it('until its head has decided: then it goes on to be issued', () => {
    const played = play({
      chain: 'U',
      councils: [allPassed, allPassed],
      people: { 'notify-issued': { after: 'PT20H', complete: {} } },
      events: [{ ...withdrawal, at: 'PT10H' }],
    });
    expect(played.work.slice(-issued.length)).toEqual(issued);
    expect(played.ended).toBe(true);
  });
});

it('reminds the secretary of a council that has given no result, and goes on waiting', () => {
  // 10 working days from Thursday 1 January 2026 end with Thursday the 15th.
  const played = play({ chain: 'U', events: [{ at: 'P16D', message: 'nothing-that-is-awaited' }] });
  expect(played.work).toEqual([...unit, 'remind-secretary']);
  expect(played.open.messages.map(({ message }) => message)).toContain('council-result');
});

it('a verdict that no step knows stops as an incident instead of passing', () => {
  const played = play({
    chain: 'U',
    councils: [allPassed, allPassed],
    people: { 'department-head-decides': { complete: { verdict: 'maybe' } } },
  });
  expect(played.incidents).toMatchObject([{ element: 'department-head-decides-verdict' }]);
  expect(played.work).not.toContain('record-awarded');
});
