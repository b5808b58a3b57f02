/** Relations of ranges and points after J. F. Allen (DMN 1.5, table 79). */
import { compareValues } from '../compare.ts';
import { FeelRange, type Value } from '../values.ts';
import { type Library, signature } from './signature.ts';

interface Interval {
  start: Value | undefined;
  end: Value | undefined;
  startIncluded: boolean;
  endIncluded: boolean;
}

/** A point is the closed range from itself to itself. */
function interval(value: Value): Interval {
  return value instanceof FeelRange
    ? value
    : { start: value, end: value, startIncluded: true, endIncluded: true };
}

/** Ends that cannot be compared: the relation has no answer. */
class Incomparable extends Error {}

function order(a: Value | undefined, b: Value | undefined): number {
  const result = a === undefined || b === undefined ? null : compareValues(a, b);
  if (result === null) throw new Incomparable();
  return result;
}

type Relation = (a: Interval, b: Interval) => boolean;

const before: Relation = (a, b) => {
  const c = order(a.end, b.start);
  return c < 0 || (c === 0 && !(a.endIncluded && b.startIncluded));
};
const meets: Relation = (a, b) => a.endIncluded && b.startIncluded && order(a.end, b.start) === 0;
const overlaps: Relation = (a, b) => !before(a, b) && !before(b, a);
/** Whether `a` begins before `b`, or with it at a point that `b` leaves out. */
const beginsBefore: Relation = (a, b) => {
  const c = order(a.start, b.start);
  return c < 0 || (c === 0 && a.startIncluded && !b.startIncluded);
};
const endsBefore: Relation = (a, b) => {
  const c = order(a.end, b.end);
  return c < 0 || (c === 0 && !a.endIncluded && b.endIncluded);
};
const sameStart: Relation = (a, b) => order(a.start, b.start) === 0 && a.startIncluded === b.startIncluded;
const sameEnd: Relation = (a, b) => order(a.end, b.end) === 0 && a.endIncluded === b.endIncluded;
const includes: Relation = (a, b) => !beginsBefore(b, a) && !endsBefore(a, b);
/** The standard counts ranges that end together, both with or both without their end. */
const overlapsBefore: Relation = (a, b) => beginsBefore(a, b) && !endsBefore(b, a) && !before(a, b);
const starts: Relation = (a, b) => sameStart(a, b) && !endsBefore(b, a);
const finishes: Relation = (a, b) => sameEnd(a, b) && !beginsBefore(a, b);

const flip =
  (relation: Relation): Relation =>
  (a, b) =>
    relation(b, a);

function holds(relation: Relation, a: Value, b: Value): Value {
  try {
    return relation(interval(a), interval(b));
  } catch (error) {
    if (error instanceof Incomparable) return null;
    throw error;
  }
}

type Operand = 'point' | 'range';

/** Declares a relation for the operands the standard names. */
function relation(of: Relation, ...operands: [Operand, Operand][]) {
  return operands.map(([first, second]) => {
    const [a, b] = first === second ? [`${first}1`, `${second}2`] : [first, second];
    return signature(`${a}: ${first}, ${b}: ${second}`, ([x = null, y = null]) => holds(of, x, y));
  });
}

const POINTS: [Operand, Operand] = ['point', 'point'];
const POINT_RANGE: [Operand, Operand] = ['point', 'range'];
const RANGE_POINT: [Operand, Operand] = ['range', 'point'];
const RANGES: [Operand, Operand] = ['range', 'range'];

export const RANGE: Library = {
  before: relation(before, POINTS, POINT_RANGE, RANGE_POINT, RANGES),
  after: relation(flip(before), POINTS, POINT_RANGE, RANGE_POINT, RANGES),
  meets: relation(meets, RANGES),
  'met by': relation(flip(meets), RANGES),
  overlaps: relation(overlaps, RANGES),
  'overlaps before': relation(overlapsBefore, RANGES),
  'overlaps after': relation(flip(overlapsBefore), RANGES),
  finishes: relation(finishes, POINT_RANGE, RANGES),
  'finished by': relation(flip(finishes), RANGE_POINT, RANGES),
  includes: relation(includes, RANGE_POINT, RANGES),
  during: relation(flip(includes), POINT_RANGE, RANGES),
  starts: relation(starts, POINT_RANGE, RANGES),
  'started by': relation(flip(starts), RANGE_POINT, RANGES),
  coincides: relation((a, b) => sameStart(a, b) && sameEnd(a, b), POINTS, RANGES),
};
