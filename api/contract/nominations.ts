import { z } from 'zod';
import { subjectKind } from './catalogue.ts';
import { id, instant, level, line, listOf, pageQuery, paragraph, personRef, searchWords } from './common.ts';
import { initiativeScope, initiativeUse } from './ledger.ts';

export const nominationStatus = z.enum([
  'proposed',
  'passed',
  'failed',
  'returned',
  'removed',
  'awarded',
  'refused',
  'revoked',
]);

/** What one level found; the counts are there where a council voted. */
export const levelResult = z
  .strictObject({
    level,
    status: nominationStatus,
    reason: z.string().nullable(),
    /** The head who decided otherwise than the council of the level advised; null where the council found it. */
    overruledBy: personRef.nullable(),
    at: instant,
    inFavour: z.int().nullable(),
    needed: z.int().nullable(),
    total: z.int().nullable(),
  })
  .meta({ id: 'LevelResult' });

export const nomination = z
  .strictObject({
    id,
    seq: z.int().min(1),
    kind: subjectKind,
    personId: id.nullable(),
    unitId: id.nullable(),
    /** Person of the ledger who stands for an outsider. */
    ledgerPersonId: id.nullable(),
    name: z.string(),
    post: z.string(),
    achievement: z.string(),
    status: nominationStatus,
    reason: z.string().nullable(),
    /** Work-plan score in hundredths of a percent (9849 = 98.49 %); null until computed. */
    scoreBasisPoints: z.int().min(0).max(10_000).nullable(),
    results: z.array(levelResult),
  })
  .meta({ id: 'Nomination' });
export const nominationList = listOf(nomination).meta({ id: 'NominationList' });
export const nominationQuery = z.strictObject({
  status: nominationStatus.optional(),
  q: searchWords.optional(),
  ...pageQuery,
});

const achievement = paragraph(4000).optional();

/** A nominee: a person or unit of the organisation, or an outsider by name. Name and post are copied as they stand now. */
export const addNominationRequest = z
  .discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), personId: id, achievement }),
    z.strictObject({ kind: z.literal('collective'), unitId: id, achievement }),
    z.strictObject({ kind: z.literal('outsider'), name: line(200), post: line(300).optional(), achievement }),
  ])
  .meta({ id: 'AddNominationRequest' });

/** Initiative of a nominee's ledger, as one a nomination may rest on. */
export const nomineeInitiative = z
  .strictObject({
    id,
    name: z.string(),
    year: z.int(),
    scope: initiativeScope,
    /** Uses by other dossiers, and those before this ledger. */
    uses: z.array(initiativeUse),
    /** The nomination rests on it. */
    isChosen: z.boolean(),
    /** A use elsewhere rules it out for the award of this dossier. */
    isSpent: z.boolean(),
  })
  .meta({ id: 'NomineeInitiative' });
export const nomineeInitiativeList = listOf(nomineeInitiative).meta({ id: 'NomineeInitiativeList' });
export const chooseInitiativesRequest = z
  .strictObject({ initiativeIds: z.array(id).max(50) })
  .meta({ id: 'ChooseInitiativesRequest' });

export const importResult = z.strictObject({ imported: z.int().min(1) }).meta({ id: 'ImportResult' });

export type NominationStatus = z.infer<typeof nominationStatus>;
export type LevelResult = z.infer<typeof levelResult>;
export type Nomination = z.infer<typeof nomination>;
export type AddNominationRequest = z.infer<typeof addNominationRequest>;
export type NominationList = z.infer<typeof nominationList>;
export type NomineeInitiative = z.infer<typeof nomineeInitiative>;
export type ImportResult = z.infer<typeof importResult>;
