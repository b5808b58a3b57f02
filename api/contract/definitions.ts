import { z } from 'zod';
import { id, instant, line, listOf, personRef, reason } from './common.ts';

/** What is wrong with a model: errors refuse a deployment, warnings ask for a confirmation. */
export const modelProblem = z
  .strictObject({
    code: z.string(),
    severity: z.enum(['error', 'warning']),
    file: z.string(),
    element: z.string().nullable(),
    detail: z.string(),
  })
  .meta({ id: 'ModelProblem' });

const change = z.enum(['added', 'removed', 'changed']);
const propertyChange = z.strictObject({
  /** Leads into the compiled element, e.g. `task.candidateGroups.value`. */
  path: z.string(),
  before: z.unknown().optional(),
  after: z.unknown().optional(),
});
const elementChange = z.strictObject({
  element: z.string(),
  name: z.string(),
  kind: z.string(),
  change,
  properties: z.array(propertyChange),
});

/** What differs between two versions, by ids; how the diagram is drawn plays no part. */
export const modelDiff = z
  .strictObject({
    processes: z.array(
      z.strictObject({ process: z.string(), name: z.string(), change, elements: z.array(elementChange) }),
    ),
    decisions: z.array(
      z.strictObject({ decision: z.string(), name: z.string(), change, properties: z.array(propertyChange) }),
    ),
  })
  .meta({ id: 'ModelDiff' });

/** Why an operation cannot be done, or a token has no place in a version. */
export const operationProblem = z
  .strictObject({
    code: z.string(),
    visit: z.string().nullable(),
    process: z.string().nullable(),
    element: z.string().nullable(),
    detail: z.string(),
  })
  .meta({ id: 'OperationProblem' });

const place = z.strictObject({ process: z.string(), element: z.string(), name: z.string() });

/** Open instances that stand at the same place: what a version would mean for them. */
export const impactGroup = z
  .strictObject({
    definitionId: id,
    version: z.int(),
    /** Innermost open elements. */
    position: z.array(place),
    instances: z.int().min(1),
    /** One of them, to look at. */
    example: id,
    /** Why they could not migrate to it as they stand; empty if they could. */
    problems: z.array(operationProblem),
    /** Elements that differ and can still be reached from where they stand. */
    ahead: z.array(z.strictObject({ process: z.string(), element: z.string(), name: z.string(), change })),
  })
  .meta({ id: 'ImpactGroup' });

export const definitionSummary = z
  .strictObject({
    id,
    processId: z.string(),
    name: z.string(),
    version: z.int().min(1),
    /** SHA-256 of the compiled model, hex. */
    hash: z.string(),
    deployedAt: instant,
    deployedBy: personRef.nullable(),
    /** New instances start on it. */
    isNewest: z.boolean(),
    runningInstances: z.int().min(0),
  })
  .meta({ id: 'DefinitionSummary' });
export const definitionList = listOf(definitionSummary).meta({ id: 'DefinitionList' });

const modelFile = z.strictObject({
  name: line(100).regex(/\.(bpmn|dmn|schema\.json)$/i),
  content: z.string().min(1).max(800_000),
});

export const definitionDetail = z
  .strictObject({
    ...definitionSummary.shape,
    files: z.array(z.strictObject({ name: z.string(), content: z.string() })),
    /** The processes in it, the one that starts first. */
    processes: z.array(z.strictObject({ process: z.string(), name: z.string(), file: z.string() })),
  })
  .meta({ id: 'DefinitionDetail' });

/** An element that has another id in the version an instance migrates to. */
export const nodeMapping = z
  .strictObject({ process: line(200), element: line(200), to: line(200) })
  .meta({ id: 'NodeMapping' });

const deployment = {
  /** All files of the deployment, together: BPMN, DMN and forms. */
  files: z.array(modelFile).min(1).max(50),
  /** Process that starts; may be left out where only one is called by no other. */
  processId: line(200).optional(),
};
export const checkDeploymentRequest = z
  .strictObject({ ...deployment, nodes: z.array(nodeMapping).max(500).default([]) })
  .meta({ id: 'CheckDeploymentRequest' });

/** What deploying the files would do; nothing has been changed. */
export const deploymentCheck = z
  .strictObject({
    processId: z.string(),
    hash: z.string(),
    /** The version that has this content already. */
    sameAs: z.int().nullable(),
    problems: z.array(modelProblem),
    /** Against the newest version; null where there is none. */
    diff: modelDiff.nullable(),
    /** What it would mean for the open instances of earlier versions. They stay on theirs until they are migrated. */
    impact: z.array(impactGroup),
  })
  .meta({ id: 'DeploymentCheck' });

export const deployRequest = z
  .strictObject({
    ...deployment,
    reason,
    /** The warnings have been read. */ confirm: z.boolean().default(false),
  })
  .meta({ id: 'DeployRequest' });
export const deployResult = z
  .strictObject({
    id,
    version: z.int(),
    /** False where a version with this content was there already; it is the newest again. */
    isNew: z.boolean(),
    problems: z.array(modelProblem),
  })
  .meta({ id: 'DeployResult' });

export type ModelProblem = z.infer<typeof modelProblem>;
export type ModelDiff = z.infer<typeof modelDiff>;
export type OperationProblem = z.infer<typeof operationProblem>;
export type ImpactGroup = z.infer<typeof impactGroup>;
export type DefinitionSummary = z.infer<typeof definitionSummary>;
export type DefinitionDetail = z.infer<typeof definitionDetail>;
export type NodeMapping = z.infer<typeof nodeMapping>;
export type CheckDeploymentRequest = z.infer<typeof checkDeploymentRequest>;
export type DeploymentCheck = z.infer<typeof deploymentCheck>;
export type DeployRequest = z.infer<typeof deployRequest>;
export type DeployResult = z.infer<typeof deployResult>;
