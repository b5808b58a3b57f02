import { z } from 'zod';
import { awardCode, commendationKind, grade, ruleSummary, simplifiedCase } from './catalogue.ts';
import {
  id,
  instant,
  level,
  line,
  listOf,
  pageQuery,
  personRef,
  reason,
  searchWords,
  unitRef,
  year,
} from './common.ts';
import { documentInfo } from './documents.ts';
import { paper } from './papers.ts';
import { task } from './tasks.ts';

export const dossierStatus = z.enum([
  'draft',
  'running',
  'returned',
  'on_hold',
  'decided',
  'issued',
  'closed',
  'withdrawn',
  'rejected',
  'revoked',
]);

const summary = {
  id,
  code: z.string(),
  title: z.string(),
  status: dossierStatus,
  awardCode,
  awardNameVi: z.string(),
  awardNameEn: z.string(),
  unit: unitRef,
  /** Calendar years, both included. */
  periodFrom: year,
  periodTo: year,
  /** Why a form is proposed; null for a title. */
  commendationKind: commendationKind.nullable(),
  nominations: z.int().min(0),
  createdAt: instant,
  submittedAt: instant.nullable(),
  /** Names of the open steps, Vietnamese, as in the model. */
  openSteps: z.array(z.string()),
};

export const dossierSummary = z.strictObject(summary).meta({ id: 'DossierSummary' });
export const dossierList = listOf(dossierSummary).meta({ id: 'DossierList' });
export const dossierQuery = z.strictObject({
  status: dossierStatus.optional(),
  unitId: id.optional(),
  awardCode: awardCode.optional(),
  q: searchWords.optional(),
  ...pageQuery,
});

/** How many nominations stand where. */
export const nominationCounts = z
  .strictObject({
    proposed: z.int(),
    passed: z.int(),
    failed: z.int(),
    returned: z.int(),
    removed: z.int(),
    awarded: z.int(),
    refused: z.int(),
    revoked: z.int(),
  })
  .meta({ id: 'NominationCounts' });

const ruleText = z.strictObject({ text: z.string(), citation: z.string(), grade });
/** One thing that two rule-sets say differently about an award; null where a set says nothing about it. */
export const ruleDifference = z
  .strictObject({ about: z.string(), before: ruleText.nullable(), after: ruleText.nullable() })
  .meta({ id: 'RuleDifference' });

/** When and why a dossier came to be bound to a law. The last binding holds; until the receipt it is provisional. */
export const ruleBinding = z
  .strictObject({
    number: z.int().min(1),
    ruleSetId: z.string(),
    ruleSetName: z.string(),
    /** Overlays of the organisation that belong to it, the widest unit's first. */
    overlays: z.array(z.string()),
    basis: z.enum(['start', 'receipt', 'more_favourable']),
    /** Level of the body that received it for appraisal. */
    level: level.nullable(),
    /** What it says differently about the award than the binding before. */
    differences: z.array(ruleDifference),
    reason: z.string().nullable(),
    actor: personRef.nullable(),
    at: instant,
  })
  .meta({ id: 'RuleBinding' });

const dossierLink = z
  .strictObject({ id, code: z.string(), status: dossierStatus, nominations: z.int().min(0) })
  .meta({ id: 'DossierLink' });

export const dossierDetail = z
  .strictObject({
    ...summary,
    campaignId: id.nullable(),
    simplifiedCase: simplifiedCase.nullable(),
    createdBy: personRef,
    instanceId: id.nullable(),
    /** The dossier its nominations were split off from when they were returned alone; their earlier votes came along. */
    splitFrom: dossierLink.nullable(),
    /** Dossiers of nominations that were split off from it. */
    splitOffs: z.array(dossierLink),
    /** Why it was withdrawn or rejected. */
    endReason: z.string().nullable(),
    /** Why its clocks stand still, while it is on hold. */
    hold: z.strictObject({ reason: z.string(), by: personRef, at: instant }).nullable(),
    counts: nominationCounts,
    /** The rule that binds it; for a draft, the rule that would bind it today. Null where no rule-set knows the award. */
    rule: ruleSummary.nullable(),
    /** The bindings to a law, the first one first; none for a draft. */
    bindings: z.array(ruleBinding),
    tasks: z.array(task),
    documents: z.array(documentInfo),
    papers: z.array(paper),
    /** What the account that asks may do now. */
    can: z.strictObject({
      edit: z.boolean(),
      attach: z.boolean(),
      submit: z.boolean(),
      withdraw: z.boolean(),
      hold: z.boolean(),
      resume: z.boolean(),
      /** Compare it under a newer law in force, and bind it to that. */
      reEvaluate: z.boolean(),
      delete: z.boolean(),
    }),
  })
  .meta({ id: 'DossierDetail' });

export const createDossierRequest = z
  .strictObject({
    awardCode,
    unitId: id,
    periodFrom: year,
    periodTo: year,
    /** Why a form is proposed; regular merit where it is left out. */
    commendationKind: commendationKind.optional(),
    /** Why the simplified procedure holds although the kind does not say so. */
    simplifiedCase: simplifiedCase.optional(),
    /** A title is made from award, unit and period where none is given. */
    title: line(300).optional(),
    campaignId: id.optional(),
  })
  .meta({ id: 'CreateDossierRequest' });

/** `ineligibleReason`: why it is submitted although nominees are not eligible; needed where some are. */
export const submitRequest = z
  .strictObject({ ineligibleReason: reason.optional() })
  .optional()
  .meta({ id: 'SubmitRequest' });
export const submitResult = z
  .strictObject({ dossierId: id, instanceId: id, ruleSetId: z.string() })
  .meta({ id: 'SubmitResult' });
export const holdRequest = z.strictObject({ reason }).meta({ id: 'HoldRequest' });
export const withdrawRequest = z.strictObject({ reason }).meta({ id: 'WithdrawRequest' });

/** One thing that happened to a dossier, in the words of both languages. */
export const timelineEntry = z
  .strictObject({
    at: instant,
    kind: z.enum([
      'created',
      'submitted',
      'split',
      'step',
      'decision',
      'session',
      'notice',
      'document',
      'paper',
      'incident',
      'withdrawn',
      'held',
      'resumed',
      'escalation',
    ]),
    textVi: z.string(),
    textEn: z.string(),
    actor: personRef.nullable(),
    reason: z.string().nullable(),
  })
  .meta({ id: 'TimelineEntry' });
export const timeline = listOf(timelineEntry).meta({ id: 'Timeline' });

/** One process of the dossier's definition with its BPMN text and where the tokens are in it. */
export const diagramProcess = z
  .strictObject({
    process: z.string(),
    name: z.string(),
    xml: z.string(),
    active: z.array(z.string()),
    completed: z.array(z.string()),
    incidents: z.array(z.strictObject({ id, element: z.string(), code: z.string(), message: z.string() })),
  })
  .meta({ id: 'DiagramProcess' });
export const diagram = z.strictObject({ processes: z.array(diagramProcess) }).meta({ id: 'Diagram' });

export type DossierStatus = z.infer<typeof dossierStatus>;
export type DossierSummary = z.infer<typeof dossierSummary>;
export type DossierDetail = z.infer<typeof dossierDetail>;
export type NominationCounts = z.infer<typeof nominationCounts>;
export type CreateDossierRequest = z.infer<typeof createDossierRequest>;
export type SubmitRequest = z.infer<typeof submitRequest>;
export type SubmitResult = z.infer<typeof submitResult>;
export type HoldRequest = z.infer<typeof holdRequest>;
export type WithdrawRequest = z.infer<typeof withdrawRequest>;
export type RuleDifference = z.infer<typeof ruleDifference>;
export type RuleBinding = z.infer<typeof ruleBinding>;
export type TimelineEntry = z.infer<typeof timelineEntry>;
export type DiagramProcess = z.infer<typeof diagramProcess>;
export type Diagram = z.infer<typeof diagram>;
