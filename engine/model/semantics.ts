/**
 * Versions of the rules by which the core moves an instance on. A graph carries the version it was compiled for into the state
 * of every instance that begins on it or migrates to it, so that an upgrade never moves a running instance by other rules than
 * those its earlier steps were taken by.
 *
 * - 2: a signal is thrown when no other token moves.
 * - 3: a condition is looked at as soon as a variable changes, not only when no token moves any more; a timer with a cycle in
 *   normal flow gives a token each time; each repetition of a loop is compensated by itself; a scope in which only event
 *   sub-processes are left starts no further one; what is done in an ad-hoc sub-process begins nothing more once it is
 *   finished; a loop with nothing but a maximum repeats as often as that says.
 */
export type Semantics = 1 | 2 | 3;

export const currentSemantics: Semantics = 3;

/** The version of graphs that were compiled before they named it. */
export const unnamedSemantics: Semantics = 2;
