import { z } from 'zod';
import {
  councilRef,
  id,
  instant,
  line,
  listOf,
  localDate,
  personRef,
  reason,
  role,
  unitRef,
} from './common.ts';

/** The paper that a substitution rests on, as cited, and the paper itself where it was attached. */
export const authority = z
  .strictObject({
    paper: z.string(),
    document: z.strictObject({ id, fileName: z.string(), mediaType: z.string() }).nullable(),
  })
  .meta({ id: 'Authority' });

/** A substitution that the account gave or was given; `given`: by the account that asks. */
export const substitution = z
  .strictObject({
    id,
    given: z.boolean(),
    holder: personRef,
    substitute: personRef,
    validFrom: localDate,
    validTo: localDate,
    ...authority.shape,
    endsWhenHolderActs: z.boolean(),
    roles: z.array(z.strictObject({ role, unit: unitRef.nullable(), council: councilRef.nullable() })),
    /** It holds today. */
    active: z.boolean(),
    endedAt: instant.nullable(),
    /** Why it ended early; `holder_acted` where the holder acted again. */
    endReason: z.string().nullable(),
  })
  .meta({ id: 'Substitution' });
export const substitutionList = listOf(substitution).meta({ id: 'SubstitutionList' });

/** `grantIds`: those of the own roles that the other person may act in. */
export const createSubstitutionRequest = z
  .strictObject({
    personId: id,
    grantIds: z.array(id).min(1).max(100),
    validFrom: localDate,
    validTo: localDate,
    paper: line(300),
  })
  .meta({ id: 'CreateSubstitutionRequest' });
export const endSubstitutionRequest = z.strictObject({ reason }).meta({ id: 'EndSubstitutionRequest' });

/** Null: for oneself again. */
export const actUnderRequest = z
  .strictObject({ substitutionId: id.nullable() })
  .meta({ id: 'ActUnderRequest' });

export type Substitution = z.infer<typeof substitution>;
export type CreateSubstitutionRequest = z.infer<typeof createSubstitutionRequest>;
