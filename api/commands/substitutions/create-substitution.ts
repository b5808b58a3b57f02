import { and, eq, isNull } from 'drizzle-orm';
import { ruleSetInForce } from '../../../db/rule-sets.ts';
import { accounts, substitutedGrants, substitutions } from '../../../db/schema/index.ts';
import { maySubstitute } from '../../../domain/roles.ts';
import type { CommandContext } from '../../context.ts';
import type { CreateSubstitutionRequest } from '../../contract/substitutions.ts';
import { ApiError } from '../../errors.ts';
import { writeAudit } from '../audit.ts';

/**
 * Lets another person act for the actor in some of the actor's roles, between two dates, by a paper. A substitute passes nothing on, and a
 * ballot is never given away so.
 * @throws ApiError substitution_not_passed_on, dates_reversed, role_not_held, ballot_not_delegated, substitute_without_account,
 *   substitutes_self
 */
export async function createSubstitution(
  context: CommandContext,
  { personId, grantIds, validFrom, validTo, paper }: CreateSubstitutionRequest,
): Promise<void> {
  const { db, actor, now, today } = context;
  if (actor.onBehalfOf) throw new ApiError('substitution_not_passed_on');
  if (validTo < validFrom || validTo < today) throw new ApiError('dates_reversed');
  const wanted = [...new Set(grantIds)];
  const held = wanted.map((wantedId) => actor.grants.find(({ id }) => id === wantedId));
  for (const grant of held) {
    if (!grant) throw new ApiError('role_not_held');
    if (!maySubstitute(grant.role)) throw new ApiError('ballot_not_delegated');
  }
  if (personId === actor.personId) throw new ApiError('substitutes_self');
  const [substitute] = await db
    .select({ id: accounts.id })
    .from(accounts)
    .where(and(eq(accounts.personId, personId), isNull(accounts.disabledAt)))
    .limit(1);
  if (!substitute) throw new ApiError('substitute_without_account');
  const ruleSet = await ruleSetInForce(db, today);
  await db.transaction(async (tx) => {
    const [created] = await tx
      .insert(substitutions)
      .values({
        holderId: actor.accountId,
        substituteId: substitute.id,
        validFrom,
        validTo,
        paper,
        endsWhenHolderActs: ruleSet?.substitutionEndsWhenHolderActs?.value ?? false,
        createdAt: now,
      })
      .returning({ id: substitutions.id });
    if (!created) throw new Error('insert of a substitution returned no row');
    await tx
      .insert(substitutedGrants)
      .values(wanted.map((grantId) => ({ substitutionId: created.id, grantId })));
    await writeAudit(tx, context, {
      action: 'substitution.create',
      subjectKind: 'substitution',
      subjectId: created.id,
      details: {
        substituteId: substitute.id,
        validFrom,
        validTo,
        paper,
        roles: held.map((grant) => grant?.role),
      },
    });
  });
}
