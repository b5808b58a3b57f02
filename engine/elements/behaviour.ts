import type { Flow, Node } from '../model/graph.ts';
import type { Run } from '../run.ts';
import type { Visit, Wait } from '../state.ts';
import type { Variables } from '../types.ts';

/**
 * What an element does in the lifecycle that `Run` drives; one value of this type per file in this folder.
 * Models that fail throw `Stuck`: evaluate first, then change anything.
 */
export interface Behaviour {
  /**
   * The visit exists, its inputs are mapped, its boundary events wait. Either do the work and call `run.complete`, or
   * leave something behind that will (a wait, a job, a task, visits inside).
   */
  enter(run: Run, visit: Visit, node: Node): void;

  /** A token came over `flow` to an element that merges tokens: fire, or keep it in a visit. */
  join?(run: Run, node: Node, scope: Visit, flow: string): void;

  /**
   * No token on its way could still come to the join over a flow that has none: go on with those there are.
   * @returns whether it did
   */
  unreachable?(run: Run, visit: Visit, node: Node): boolean;

  /** Which outgoing flows the completed visit takes. Absent: all, minding conditions and default. */
  choose?(run: Run, visit: Visit, node: Node): Flow[];

  /** `child` is about to complete with its outputs written: decide what needs FEEL here, where failing leaves it stuck. */
  closing?(run: Run, scope: Visit, child: Visit, childNode: Node): void;

  /** `child`, a visit inside this scope, has completed and is gone; its successors, if any, are on their way. */
  left?(run: Run, scope: Visit, child: Visit): void;

  /** An operation took `child` away: go on without it. Absent: a scope ends with the last thing inside it. */
  dropped?(run: Run, scope: Visit, child: Visit): void;

  /**
   * What an event waits for happened to `holder`: the event's own visit, the activity it is attached to, the scope of
   * its event sub-process, or the gateway before it. `wait` is already consumed.
   */
  occur?(run: Run, holder: Visit, node: Node, wait: Wait, variables: Variables): void;

  /** Its job has been done; the visit is about to complete. */
  worked?(run: Run, visit: Visit, node: Node): void;

  /** The handlers that this throwing visit waited for are done. */
  compensated?(run: Run, visit: Visit, node: Node): void;
}
