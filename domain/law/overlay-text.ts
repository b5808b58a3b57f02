import { stringify } from 'yaml';
import { type Overlay, overlaySchema } from './overlay.ts';

/** An overlay as the YAML file that `applyOverlay` reads: what an administrator edits, and what `--overlay FILE` takes. */
export function overlayText(overlay: Overlay): string {
  // Stored as JSON its keys lose their order; the schema has the one people write in.
  const { votes, ...rest } = overlaySchema.parse({ ...overlay, votes: written(overlay.votes) });
  const values = Object.entries({ ...rest, votes: written(votes) }).filter(
    ([, value]) => !(Array.isArray(value) && value.length === 0),
  );
  return stringify(Object.fromEntries(values));
}

/** Votes as the file has them: a quorum is written `2/3`. */
const written = (votes: Overlay['votes']) =>
  votes.map((vote) => ({ ...vote, quorum: `${vote.quorum.numerator}/${vote.quorum.denominator}` }));
