import type { Graph, Node } from '../../model/graph.ts';
import type { NodeMapping } from '../../types.ts';
import { type OperationProblem, operationProblem } from '../problem.ts';

/** Which element of the new model stands for one of the old. Elements that are not named keep their id. */
export class NodeMap {
  readonly from: Graph;
  readonly to: Graph;
  private readonly named: NodeMapping[];

  constructor(from: Graph, to: Graph, named: NodeMapping[]) {
    this.from = from;
    this.to = to;
    this.named = named;
  }

  nodeId(process: string, element: string): string {
    return this.named.find((entry) => entry.process === process && entry.element === element)?.to ?? element;
  }

  /** The old element itself. */
  old(process: string, element: string): Node | undefined {
    return this.from.processes[process]?.nodes[element];
  }

  /** The element that stands for it; undefined if the new model has none. */
  node(process: string, element: string): Node | undefined {
    return this.to.processes[process]?.nodes[this.nodeId(process, element)];
  }

  /** The flow that stands for it at the same join: the one of its id, else the only one between the same elements. */
  flowId(process: string, flow: string): string | undefined {
    const old = this.from.processes[process]?.flows[flow];
    if (!old) return undefined;
    const [source, target] = [this.nodeId(process, old.source), this.nodeId(process, old.target)];
    const flows = Object.values(this.to.processes[process]?.flows ?? {}).filter(
      (other) => other.target === target,
    );
    if (flows.some(({ id }) => id === flow)) return flow;
    const between = flows.filter((other) => other.source === source);
    return between.length === 1 ? between[0]?.id : undefined;
  }

  /** What is wrong with the map itself: it names elements that are not there. */
  problems(): OperationProblem[] {
    return this.named.flatMap(({ process, element, to }) => [
      ...(this.old(process, element) ? [] : [operationProblem('element_unknown', { process, element })]),
      ...(this.to.processes[process]?.nodes[to]
        ? []
        : [operationProblem('element_unknown', { process, element: to })]),
    ]);
  }
}
