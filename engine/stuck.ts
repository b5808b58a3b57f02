/** A model that cannot go on at some visit. Thrown inside the core only; `Run.attempt` makes it an incident. */
export class Stuck extends Error {
  readonly code: string;

  constructor(code: IncidentCode, message: string) {
    super(message);
    this.code = code;
  }
}

/** What can be wrong with a running model. The host translates; `message` of the incident gives the detail. */
export type IncidentCode =
  /** FEEL could not be evaluated, or gave null because something in it is unknown. */
  | 'expression_failed'
  /** FEEL gave a value that does not fit its place (a condition that is no boolean, a duration that is none). */
  | 'unexpected_value'
  /** No outgoing flow's condition holds and there is no default. */
  | 'no_outgoing_flow'
  /** An error was thrown that nothing catches. */
  | 'uncaught_error'
  /** More tokens moved in one step than `transitionLimit`. */
  | 'endless_loop'
  /** The called process or decision is not in the deployment. */
  | 'called_element_not_found'
  | 'decision_failed'
  /** The element stands where it can do nothing: a cancel outside a transaction, a flow into an event sub-process. */
  | 'nothing_to_do';
