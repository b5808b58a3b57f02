import { describe, expect, it } from 'vitest';
import { activityJobTypes } from '../activities/jobs/activity-jobs.ts';
import { transactionalJobs } from '../activities/jobs/index.ts';
import { roleEnum } from '../db/schema/index.ts';
import { compile } from '../engine/compile.ts';
import type { Node } from '../engine/model/graph.ts';
import { startable } from '../engine/model/startable.ts';
import { modelFolders, readModels } from './read-models.ts';

const deployments = await Promise.all(
  modelFolders().map(async (folder) => ({ folder, ...(await compile(readModels(folder))) })),
);

describe.each(deployments)('$folder', ({ folder, graph, problems }) => {
  const nodes = Object.values(graph.processes).flatMap((process) =>
    Object.values(process.nodes).map((node): [string, Node] => [node.id, node]),
  );
  const ofKind = (kind: Node['kind']) => nodes.filter(([, node]) => node.kind === kind);

  it('is one deployment without problems, named as the process that starts', () => {
    expect(problems).toEqual([]);
    expect(startable(graph)).toEqual([folder]);
  });

  it.each(ofKind('serviceTask'))('%s is a job that somebody does', (_, { job }) => {
    const type = job && 'value' in job.type ? job.type.value : undefined;
    expect([...Object.keys(transactionalJobs), ...activityJobTypes]).toContain(type);
  });

  it.each(ofKind('userTask'))('%s is due, reminds before it, and is for a known role', (_, { task }) => {
    expect(task?.dueDate).toBeDefined();
    expect(task?.reminders).toContainEqual({ kind: 'before', offset: -3 });
    const groups = JSON.stringify(task?.candidateGroups);
    expect(
      roleEnum.enumValues.some((role) => groups.includes(`${role}@`)),
      groups,
    ).toBe(true);
  });
});
