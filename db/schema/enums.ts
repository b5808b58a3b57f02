import { pgEnum } from 'drizzle-orm/pg-core';

/** Level (cấp) at which a stage of the award chain runs; also the level of a unit. */
export const levelEnum = pgEnum('level', ['unit', 'department', 'ministry', 'central', 'state']);
