/** Boxes of a decision table: a rule is the set of inputs that satisfies each of its cells. */

/** Per column: which of its pieces a rule takes. */
export type Box = boolean[][];

/** The analysis would take longer than a check before a deploy may. */
export class TooLarge extends Error {}

/** Steps an analysis of one table may take. */
const MAX_STEPS = 2_000_000;

export class Budget {
  private left = MAX_STEPS;

  spend(steps: number): void {
    this.left -= steps;
    if (this.left < 0) throw new TooLarge();
  }
}

/** A piece of each column that both boxes take; null if they have no input in common. */
export function intersection(a: Box, b: Box, budget: Budget): number[] | null {
  const common: number[] = [];
  for (const [column, own] of a.entries()) {
    budget.spend(1 + own.length / 64);
    const at = own.findIndex((takes, piece) => takes && b[column]?.[piece]);
    if (at < 0) return null;
    common.push(at);
  }
  return common;
}

/**
 * The parts of `domain` that none of the boxes covers, each as a box of its own, `most` at most. Goes through the columns
 * from left to right; pieces that leave the same boxes open are gone through once.
 */
export function uncovered(domain: Box, boxes: Box[], most: number, budget: Budget): Box[] {
  const found: Box[] = [];
  const covered = new Set<string>();
  const rest = (column: number) => domain.slice(column);
  /** For each box from which column on it takes the whole domain. */
  const totalFrom = boxes.map((box) => {
    let column = domain.length;
    while (column > 0 && takesAll(box[column - 1] ?? [], domain[column - 1] ?? [])) column--;
    return column;
  });

  /** Whether all is covered behind the pieces chosen so far, by the boxes still open. */
  const visit = (chosen: Box, open: number[]): boolean => {
    const column = chosen.length;
    if (open.length === 0) {
      found.push([...chosen, ...rest(column)]);
      return false;
    }
    if (open.some((box) => (totalFrom[box] ?? 0) <= column)) return true;
    const key = `${column}:${open.join()}`;
    if (covered.has(key)) return true;
    let whole = true;
    for (const { pieces, boxes: still } of groups(domain[column] ?? [], column, open)) {
      if (found.length >= most) return false;
      whole = visit([...chosen, pieces], still) && whole;
    }
    if (whole) covered.add(key);
    return whole;
  };

  const groups = (wanted: boolean[], column: number, open: number[]) => {
    const byBoxes = new Map<string, { pieces: boolean[]; boxes: number[] }>();
    for (const [piece, isWanted] of wanted.entries()) {
      if (!isWanted) continue;
      budget.spend(1 + open.length);
      const still = open.filter((box) => boxes[box]?.[column]?.[piece]);
      const key = still.join();
      const group = byBoxes.get(key) ?? { pieces: wanted.map(() => false), boxes: still };
      group.pieces[piece] = true;
      byBoxes.set(key, group);
    }
    return byBoxes.values();
  };

  if (domain.every((pieces) => pieces.includes(true)))
    visit(
      [],
      boxes.map((_, box) => box),
    );
  return found;
}

function takesAll(own: boolean[], wanted: boolean[]): boolean {
  return wanted.every((isWanted, piece) => !isWanted || own[piece]);
}
