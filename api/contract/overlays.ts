import { z } from 'zod';
import { id, instant, listOf, localDate, pageQuery, personRef, unitRef } from './common.ts';

/** An overlay as a YAML file (docs/cli.md); it begins on the day in its id. */
export const overlayFile = z
  .string()
  .normalize('NFC')
  .min(1)
  .max(100_000)
  .refine((text) => text.isWellFormed());

export const overlay = z
  .strictObject({
    id,
    unit: unitRef,
    name: z.string(),
    effectiveFrom: localDate,
    effectiveTo: localDate.nullable(),
    text: z.string(),
    /** Dossiers are bound to it, so its content stays. */
    inUse: z.boolean(),
    /** To be named by whoever changes it, so that nobody changes what they have not seen. */
    version: z.int().min(1),
    /** The regulation that put it in force; null where an administrator entered it. */
    paper: z.strictObject({ id, symbol: z.string().nullable(), title: z.string() }).nullable(),
    createdBy: personRef,
    createdAt: instant,
  })
  .meta({ id: 'Overlay' });
export const overlayList = listOf(overlay).meta({ id: 'OverlayList' });
export const overlayQuery = z.strictObject({ unitId: id.optional(), ...pageQuery });

export const createOverlayRequest = z
  .strictObject({ unitId: id, text: overlayFile, effectiveTo: localDate.nullable().default(null) })
  .meta({ id: 'CreateOverlayRequest' });
export const replaceOverlayRequest = z
  .strictObject({ text: overlayFile, version: z.int().min(1) })
  .meta({ id: 'ReplaceOverlayRequest' });
export const endOverlayRequest = z
  .strictObject({ effectiveTo: localDate.nullable(), version: z.int().min(1) })
  .meta({ id: 'EndOverlayRequest' });

export type Overlay = z.infer<typeof overlay>;
export type CreateOverlayRequest = z.infer<typeof createOverlayRequest>;
export type ReplaceOverlayRequest = z.infer<typeof replaceOverlayRequest>;
export type EndOverlayRequest = z.infer<typeof endOverlayRequest>;
