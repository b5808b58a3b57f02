import { z } from 'zod';
import {
  id,
  instant,
  level,
  line,
  listOf,
  localDate,
  pageQuery,
  paragraph,
  personRef,
  searchWords,
} from './common.ts';
import { documentInfo } from './documents.ts';

export const partyOutcome = z.enum(['agree', 'disagree']);

/** What a Party committee wrote about a nominee. */
export const partyOpinion = z
  .strictObject({
    id,
    committee: z.string(),
    symbol: z.string(),
    issuedOn: localDate,
    outcome: partyOutcome,
    comment: z.string().nullable(),
    document: documentInfo.pick({ id: true, fileName: true }),
    recordedBy: personRef.nullable(),
    recordedAt: instant,
  })
  .meta({ id: 'PartyOpinion' });

/** A nominee on whom the Party committee gives its opinion before the head of the level decides. */
export const partyOpinionNeed = z
  .strictObject({
    nominationId: id,
    name: z.string(),
    level,
    /** The committee that manages the person; null where the award asks for it. */
    committee: z.string().nullable(),
    opinion: partyOpinion.nullable(),
    /** May the asking account record it? */
    canRecord: z.boolean(),
  })
  .meta({ id: 'PartyOpinionNeed' });

export const partyOpinionList = z
  .strictObject({
    items: z.array(partyOpinionNeed),
    total: z.int().min(0),
    /** What asks for the opinions; null where no rule is known. */
    basis: z.strictObject({ citation: z.string(), grade: z.string() }).nullable(),
  })
  .meta({ id: 'PartyOpinionList' });

/** One paper may hold the opinion on many: their ids, separated by commas. */
const nominationIds = z.string().regex(/^[0-9a-fA-F-]{36}(,[0-9a-fA-F-]{36})*$/);

/** Fields of the upload beside the paper itself. */
export const recordPartyOpinionRequest = z.strictObject({
  nominationIds,
  level,
  committee: line(300),
  symbol: line(100),
  issuedOn: localDate,
  outcome: partyOutcome,
  comment: paragraph(2000).optional(),
});

/** A person whom a Party committee manages. */
export const partyManagement = z
  .strictObject({
    id,
    person: personRef,
    level,
    committee: z.string(),
    validFrom: localDate,
    validTo: localDate.nullable(),
    source: z.string(),
  })
  .meta({ id: 'PartyManagement' });
export const partyManagementList = listOf(partyManagement);
export const partyManagementQuery = z.strictObject({ ...pageQuery, q: searchWords.optional() });
export const createPartyManagementRequest = z.strictObject({
  personId: id,
  level,
  committee: line(300),
  validFrom: localDate,
  validTo: localDate.optional(),
  source: line(300),
});
export const endPartyManagementRequest = z.strictObject({ validTo: localDate });

export type PartyOutcome = z.infer<typeof partyOutcome>;
export type PartyOpinion = z.infer<typeof partyOpinion>;
export type PartyOpinionNeed = z.infer<typeof partyOpinionNeed>;
export type PartyOpinionList = z.infer<typeof partyOpinionList>;
export type RecordPartyOpinionRequest = z.infer<typeof recordPartyOpinionRequest>;
export type PartyManagement = z.infer<typeof partyManagement>;
export type CreatePartyManagementRequest = z.infer<typeof createPartyManagementRequest>;
