import { z } from 'zod';
import { id, instant, line, listOf, localDate, pageQuery, personRef, reason } from './common.ts';

export const revokeAwardRequest = z
  .strictObject({
    /** Symbol and date of the decision that revokes it. */
    decisionSymbol: line(100),
    decidedOn: localDate,
    reason,
  })
  .meta({ id: 'RevokeAwardRequest' });

/** Award held; one that was revoked stays, as revoked. */
export const ledgerAward = z
  .strictObject({
    id,
    awardCode: z.string(),
    awardNameVi: z.string(),
    awardNameEn: z.string(),
    fromYear: z.int(),
    year: z.int(),
    decisionSymbol: z.string(),
    decidedOn: localDate.nullable(),
    decider: z.string(),
    status: z.enum(['in_force', 'revoked']),
    revocationSymbol: z.string().nullable(),
    revokedOn: localDate.nullable(),
    revocationReason: z.string().nullable(),
    source: z.enum(['import', 'issued_decision', 'entry']),
  })
  .meta({ id: 'LedgerAward' });
/** Awards of one human being: those of every row that confirmed matches tie together. */
export const personLedger = z
  .strictObject({ person: personRef, awards: z.array(ledgerAward) })
  .meta({ id: 'PersonLedger' });

export const matchStatus = z.enum(['proposed', 'confirmed', 'rejected']);
/** Two rows that may be one human being, with what speaks for and against it, in points. */
export const personMatch = z
  .strictObject({
    id,
    personA: personRef,
    personB: personRef,
    score: z.int(),
    reasons: z.array(z.strictObject({ code: z.string(), points: z.int() })),
    status: matchStatus,
    decisionReason: z.string().nullable(),
    decidedAt: instant.nullable(),
  })
  .meta({ id: 'PersonMatch' });
export const personMatchList = listOf(personMatch).meta({ id: 'PersonMatchList' });
export const personMatchQuery = z.strictObject({ status: matchStatus.default('proposed'), ...pageQuery });
/** `rejected` for a confirmed match splits the two again. */
export const decideMatchRequest = z
  .strictObject({ status: z.enum(['confirmed', 'rejected']), reason })
  .meta({ id: 'DecideMatchRequest' });

export type PersonMatch = z.infer<typeof personMatch>;
export type MatchStatus = z.infer<typeof matchStatus>;
export type DecideMatchRequest = z.infer<typeof decideMatchRequest>;
export type RevokeAwardRequest = z.infer<typeof revokeAwardRequest>;
export type LedgerAward = z.infer<typeof ledgerAward>;
export type PersonLedger = z.infer<typeof personLedger>;
