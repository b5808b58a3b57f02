import { z } from 'zod';
import { capacity, id, instant, level, line, listOf, localDate, personRef, unitRef } from './common.ts';
import { putToVote, sessionSummary } from './sessions.ts';

export const councilKind = z.enum(['emulation', 'unit_vote', 'initiative', 'bloc']);

const councilBase = {
  id,
  name: z.string(),
  unit: unitRef,
  level,
  kind: councilKind,
  validFrom: localDate,
  validTo: localDate.nullable(),
};

/** A council the account sits on, keeps the papers of, or oversees. `canManage`: may plan, open and close its sessions. */
export const councilSummary = z
  .strictObject({
    ...councilBase,
    members: z.int().min(0),
    waitingItems: z.int().min(0),
    myCapacity: capacity.nullable(),
    canManage: z.boolean(),
  })
  .meta({ id: 'CouncilSummary' });

export const councilList = listOf(councilSummary).meta({ id: 'CouncilList' });

export const councilMember = z
  .strictObject({
    person: personRef,
    capacity,
    post: z.string(),
    validFrom: localDate,
    validTo: localDate.nullable(),
  })
  .meta({ id: 'CouncilMember' });

/** An item that waits for a session. */
export const waitingItem = z
  .strictObject({
    id,
    ...putToVote,
    referredAt: instant,
  })
  .meta({ id: 'WaitingItem' });

export const councilDetail = z
  .strictObject({
    ...councilBase,
    establishedBy: z.string().nullable(),
    establishedOn: localDate.nullable(),
    /** The establishing decision itself. */
    document: z.strictObject({ id, fileName: z.string(), mediaType: z.string() }).nullable(),
    standingBody: unitRef.nullable(),
    paperSymbol: z.string(),
    /** To be named by whoever changes it. */
    version: z.int().min(1),
    /** In office today, and those who enter later. */
    memberList: z.array(councilMember),
    waiting: z.array(waitingItem),
    sessions: z.array(sessionSummary),
    myCapacity: capacity.nullable(),
    canManage: z.boolean(),
    /** May establish and re-constitute it. */
    canAdminister: z.boolean(),
  })
  .meta({ id: 'CouncilDetail' });

const seat = z.strictObject({ personId: id, capacity });

const seats = z.array(seat).min(1).max(5000);

/** Written out: a class such as `\p{Lu}` is not known to all who read the document. */
const capital = 'A-ZÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ';
const symbolPart = `[${capital}0-9]{1,20}`;

/** Abbreviation in symbols: capital letters and digits, parts joined by a dash. */
const paperSymbol = z
  .string()
  .normalize('NFC')
  .trim()
  .regex(new RegExp(`^${symbolPart}(-${symbolPart}){0,3}$`));

const councilTerms = {
  name: line(300),
  establishedBy: line(300).nullable(),
  establishedOn: localDate.nullable(),
  standingBodyId: id.nullable(),
  paperSymbol: paperSymbol.default('HĐTĐKT'),
  validTo: localDate.nullable(),
};

/** A new council with its first members, in office from the first day of its term. */
export const createCouncilRequest = z
  .strictObject({
    unitId: id,
    level,
    kind: councilKind,
    ...councilTerms,
    validFrom: localDate,
    members: seats,
  })
  .meta({ id: 'CreateCouncilRequest' });

export const updateCouncilRequest = z
  .strictObject({ ...councilTerms, version: z.int().min(1).max(2_147_483_647) })
  .meta({ id: 'UpdateCouncilRequest' });

/** All members from a day on; who is not among them leaves the day before. */
export const reconstituteRequest = z
  .strictObject({
    from: localDate,
    members: seats,
    establishedBy: line(300),
    establishedOn: localDate,
    version: z.int().min(1).max(2_147_483_647),
  })
  .meta({ id: 'ReconstituteRequest' });

export type Seat = z.infer<typeof seat>;
export type CouncilKind = z.infer<typeof councilKind>;
export type CreateCouncilRequest = z.output<typeof createCouncilRequest>;
export type UpdateCouncilRequest = z.output<typeof updateCouncilRequest>;
export type ReconstituteRequest = z.infer<typeof reconstituteRequest>;
export type CouncilSummary = z.infer<typeof councilSummary>;
export type CouncilMember = z.infer<typeof councilMember>;
export type WaitingItem = z.infer<typeof waitingItem>;
export type CouncilDetail = z.infer<typeof councilDetail>;
