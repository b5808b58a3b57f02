import { z } from 'zod';
import { id, instant, listOf, pageQuery, personRef, reason, subjectRef } from './common.ts';
import { dossierSummary } from './dossiers.ts';
import { task } from './tasks.ts';

/** An instance that cannot go on at one place until a person acts. */
export const incident = z
  .strictObject({
    id,
    /** What the instance is about; null where it is about nothing people see. */
    subject: subjectRef.nullable(),
    instanceId: id,
    element: z.string(),
    code: z.string(),
    message: z.string(),
    openedAt: instant,
  })
  .meta({ id: 'Incident' });

/** What an administrator must look at: tasks past their due date, open incidents, running dossiers without any movement. */
export const adminOverview = z
  .strictObject({
    lateTasks: z.array(task),
    incidents: z.array(incident),
    /** Running, nothing has moved for `idleDays` calendar days; longest first. */
    idleDossiers: z.array(
      z.strictObject({ dossier: dossierSummary, lastMovementAt: instant, idleDays: z.int() }),
    ),
    outboxPending: z.int().min(0),
  })
  .meta({ id: 'AdminOverview' });

export const escalateRequest = z.strictObject({ reason }).meta({ id: 'EscalateRequest' });
/** Whom the escalation told. */
export const escalateResult = z
  .strictObject({ escalationId: id, notified: z.array(personRef) })
  .meta({ id: 'EscalateResult' });
export const retryIncidentRequest = z.strictObject({ reason }).meta({ id: 'RetryIncidentRequest' });

export const auditEntry = z
  .strictObject({
    id: z.int(),
    at: instant,
    actor: personRef.nullable(),
    /** Whom the actor substituted, and by which paper as cited; acts from before that was kept have none. */
    actingFor: z.strictObject({ fullName: z.string(), paper: z.string().nullable() }).nullable(),
    action: z.string(),
    subjectKind: z.string(),
    subjectId: z.string(),
    details: z.record(z.string(), z.unknown()),
  })
  .meta({ id: 'AuditEntry' });
export const auditList = listOf(auditEntry).meta({ id: 'AuditList' });
/** `subject`: `kind:id`, e.g. `dossier:0b8e…`. */
export const auditQuery = z.strictObject({
  subject: z
    .string()
    .regex(/^[a-z_]{1,40}:[A-Za-z0-9_-]{1,64}$/)
    .optional(),
  ...pageQuery,
});

/** `temporal` is false while Temporal is out of reach: people can still act, dossiers move when it is back. */
export const health = z
  .strictObject({ status: z.enum(['ok', 'degraded', 'down']), database: z.boolean(), temporal: z.boolean() })
  .meta({ id: 'Health' });

export type Incident = z.infer<typeof incident>;
export type AdminOverview = z.infer<typeof adminOverview>;
export type EscalateRequest = z.infer<typeof escalateRequest>;
export type EscalateResult = z.infer<typeof escalateResult>;
export type RetryIncidentRequest = z.infer<typeof retryIncidentRequest>;
export type AuditEntry = z.infer<typeof auditEntry>;
export type Health = z.infer<typeof health>;
