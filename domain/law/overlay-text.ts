import { stringify } from 'yaml';
import type { Overlay } from './overlay.ts';

/** An overlay as the YAML file that `applyOverlay` reads: what an administrator edits, and what `--overlay FILE` takes. */
export function overlayText({ votes, ...rest }: Overlay): string {
  const written = votes.map(({ quorum, ...vote }) => ({
    ...vote,
    quorum: `${quorum.numerator}/${quorum.denominator}`,
  }));
  const values = Object.entries({ ...rest, votes: written }).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  return stringify(Object.fromEntries(values));
}
