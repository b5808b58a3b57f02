import { expect, test } from 'vitest';
import type { EngineEvent } from '../engine/types.ts';
import { Inbox } from './inbox.ts';

const act = (number: number): EngineEvent => ({
  type: 'taskCompleted',
  number,
  visit: `v${number}`,
  variables: {},
});
const result = (job: string): EngineEvent => ({ type: 'jobCompleted', job, variables: {} });

/** Applies everything that may be applied now and names it. */
function drain(inbox: Inbox): (number | string)[] {
  const taken: (number | string)[] = [];
  for (let event = inbox.next(); event; event = inbox.next()) {
    taken.push(event.number ?? ('job' in event ? event.job : event.type));
    inbox.settle(event);
  }
  return taken;
}

test('what people did is applied in the order of its numbers, whatever order it came in', () => {
  const inbox = new Inbox(-1, []);
  inbox.receive([act(2), act(0)]);
  expect(drain(inbox)).toEqual([0]);
  inbox.receive([act(1)]);
  expect(drain(inbox)).toEqual([1, 2]);
});

test('an event delivered again is applied once', () => {
  const inbox = new Inbox(3, []);
  inbox.receive([act(2), act(3), act(4), act(4)]);
  expect(drain(inbox)).toEqual([4]);
  inbox.receive([act(4)]);
  expect(inbox.hasNext).toBe(false);
});

test('the results of a step come before anything that waited', () => {
  const inbox = new Inbox(-1, [result('slow'), act(0)]);
  inbox.follow([result('a'), result('b')]);
  expect(drain(inbox)).toEqual(['a', 'b', 'slow', 0]);
});

test('after a person was quicker, results and timers wait until that decision has been applied', () => {
  const inbox = new Inbox(4, [result('slow')]);
  inbox.holdUntil(5);
  expect(inbox.hasNext).toBe(false);
  inbox.receive([act(5)]);
  expect(drain(inbox)).toEqual([5, 'slow']);
  expect(inbox.isOpen).toBe(true);
});

test('an event whose step was another one goes back, but a clock that is asked again does not', () => {
  const inbox = new Inbox(-1, [act(0)]);
  const event = inbox.next();
  if (event) inbox.putBack(event);
  inbox.putBack({ type: 'timersDue' });
  expect(inbox.rest()).toEqual([act(0)]);
});

test('a result that was committed before is not applied from the queue again', () => {
  const inbox = new Inbox(-1, [result('a'), result('b')]);
  inbox.settle(result('a'));
  expect(drain(inbox)).toEqual(['b']);
});

test('what waits goes over to the next run', () => {
  const before = new Inbox(1, [act(3), result('a')]);
  const after = new Inbox(before.applied, before.rest());
  after.receive([act(2)]);
  expect(drain(after)).toEqual(['a', 2, 3]);
});
