import { sql } from 'drizzle-orm';
import { check, integer, jsonb, pgEnum, pgTable, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import type { Aim } from '../../domain/campaigns/target.ts';
import { awards, campaigns } from './awards.ts';
import { id, instant } from './columns.ts';
import { accounts } from './organisation.ts';

export const targetTrackEnum = pgEnum('target_track', [
  'professional', // chuyên môn
  'party', // công tác đảng
  'union', // công tác công đoàn
]);

/** Target (chỉ tiêu) of a campaign; it is met by any one of its alternatives. */
export const campaignTargets = pgTable(
  'campaign_targets',
  {
    id: id(),
    campaignId: uuid()
      .notNull()
      .references(() => campaigns.id),
    position: integer().notNull(),
    track: targetTrackEnum().notNull(),
    name: text().notNull(),
  },
  (t) => [uniqueIndex('campaign_targets_position').on(t.campaignId, t.position)],
);

/** Alternative of a target, with what was reached of it. */
export const targetAlternatives = pgTable(
  'target_alternatives',
  {
    id: id(),
    targetId: uuid()
      .notNull()
      .references(() => campaignTargets.id, { onDelete: 'cascade' }),
    position: integer().notNull(),
    name: text().notNull(),
    aim: jsonb().$type<Aim>().notNull(),
    /** Award whose holders among the launching unit's collectives are counted, where nothing was reported. */
    awardCode: text().references(() => awards.code),
    /** What was reported; null until then. */
    actualValue: integer(),
    actualAgainst: integer(),
    /** Paper or report that it rests on. */
    actualSource: text(),
    reportedBy: uuid().references(() => accounts.id),
    reportedAt: instant(),
  },
  (t) => [
    uniqueIndex('target_alternatives_position').on(t.targetId, t.position),
    check('target_alternatives_actual', sql`${t.actualValue} >= 0 and ${t.actualAgainst} >= 0`),
    check(
      'target_alternatives_reported',
      sql`(${t.actualValue} is null) = (${t.reportedBy} is null) and (${t.actualValue} is null) = (${t.reportedAt} is null)
        and (${t.actualValue} is null) = (${t.actualSource} is null)`,
    ),
  ],
);
