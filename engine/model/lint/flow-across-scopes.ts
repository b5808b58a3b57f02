import type { Process } from '../graph.ts';
import type { Problem } from '../problem.ts';
import { error, perFlow, type Rule } from './rule.ts';

/** A sequence flow stays in its (sub-)process; between pools only messages go (BPMN 2.0.2, 7.6.1). */
export const flowAcrossScopes: Rule = (model) => [...acrossScopes(model), ...acrossPools(model)];

const acrossScopes = perFlow((_flow, source, target) =>
  source.parent === target.parent
    ? []
    : [
        error('flow_across_scopes', {
          vi: `Luồng nối "${source.id}" với "${target.id}" qua ranh giới của một quy trình con.`,
          en: `The flow from "${source.id}" to "${target.id}" crosses the border of a sub-process.`,
        }),
      ],
);

function acrossPools({ graph }: Parameters<Rule>[0]): Problem[] {
  const processes = Object.values(graph.processes);
  return processes.flatMap((process) => {
    // An id says which element is meant only inside its file.
    const ownerOf = (id: string): Process | undefined =>
      process.nodes[id] ? process : processes.find(({ file, nodes }) => file === process.file && nodes[id]);
    return Object.values(process.flows).flatMap((flow): Problem[] => {
      const source = ownerOf(flow.source);
      const target = ownerOf(flow.target);
      if (!source || !target || source === target) return [];
      const found = error('flow_across_pools', {
        vi: `Luồng nối hai quy trình "${source.id}" và "${target.id}"; giữa các bể chỉ có luồng thông điệp.`,
        en: `The flow connects the processes "${source.id}" and "${target.id}"; between pools only message flows go.`,
      });
      return [{ ...found, file: process.file, element: flow.id }];
    });
  });
}
