import { error, perNode, type Rule } from './rule.ts';

/** Four eyes need the other pair: `excludeDecidersOf` names user tasks of the deployment, and not the task itself. */
export const excludedDeciders: Rule = perNode((node, _, { graph }) => {
  const excluded = node.task?.excludeDecidersOf ?? [];
  const isOther = (id: string) =>
    id !== node.id && Object.values(graph.processes).some(({ nodes }) => nodes[id]?.kind === 'userTask');
  return excluded
    .filter((id) => !isOther(id))
    .map((id) =>
      error('excluded_task_not_found', {
        vi: `"excludeDecidersOf" nêu "${id}", không phải tác vụ người dùng nào khác trong lần triển khai này.`,
        en: `"excludeDecidersOf" names "${id}", which is no other user task of this deployment.`,
      }),
    );
});
