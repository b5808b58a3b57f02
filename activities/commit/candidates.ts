import { and, eq, inArray, isNull, not } from 'drizzle-orm';
import { isExcludedDecider } from '../../db/excluded-deciders.ts';
import type { Candidates } from '../../db/roles/role-holders.ts';
import { accounts, taskCandidates, tasks } from '../../db/schema/index.ts';
import type { TaskDeclaration } from '../../engine/types.ts';
import { candidatesFor, UnknownPlaceError } from '../places.ts';
import type { CommitContext } from './context.ts';
import { reportIncident } from './incidents.ts';

/** The place where a task stands: its first group. One that does not exist is an incident, and an administrator gets the task. */
export async function placeOf(context: CommitContext, declared: TaskDeclaration): Promise<Candidates> {
  const { subject } = context;
  if (!subject) throw new Error('a place is looked up for a subject');
  const found = await known(context, declared, declared.candidateGroups[0] ?? '');
  return found ?? { role: 'admin', unitId: subject.unitId, councilId: null };
}

/**
 * Lets the further groups and the named accounts do a task, and gives it to its assignee, unless that is one whom the
 * task excludes. A name that nobody has is an incident; the others remain.
 */
export async function addCandidates(
  context: CommitContext,
  declared: TaskDeclaration,
  taskId: string,
): Promise<void> {
  const { tx } = context;
  const places: Candidates[] = [];
  for (const group of declared.candidateGroups.slice(1)) {
    const place = await known(context, declared, group);
    if (place) places.push(place);
  }
  const named = await accountsOf(context, declared);
  const rows = [
    ...places.map((place) => ({ taskId, ...place })),
    ...named.map(({ id: accountId }) => ({ taskId, accountId })),
  ];
  if (rows.length > 0) await tx.insert(taskCandidates).values(rows);
  const assignee = named.find(({ login }) => login === declared.assignee?.toLowerCase());
  if (!assignee) return;
  await tx
    .update(tasks)
    .set({ status: 'claimed', assigneeId: assignee.id })
    .where(and(eq(tasks.id, taskId), not(isExcludedDecider(assignee.id))));
}

async function known(
  context: CommitContext,
  declared: TaskDeclaration,
  group: string,
): Promise<Candidates | null> {
  const { tx, subject, dossier, today } = context;
  if (!subject) return null;
  try {
    return await candidatesFor(tx, dossier ?? subject, group, today);
  } catch (error) {
    if (!(error instanceof UnknownPlaceError)) throw error;
    const { element, visit } = declared;
    await reportIncident(context, {
      incident: `place-${visit}`,
      element,
      code: error.code,
      message: error.message,
    });
    return null;
  }
}

/** Accounts that the model names by their login. */
async function accountsOf(
  context: CommitContext,
  { candidateUsers, assignee, element, visit }: TaskDeclaration,
): Promise<{ id: string; login: string }[]> {
  const logins = new Set(
    [...candidateUsers, ...(assignee === null ? [] : [assignee])].map((name) => name.toLowerCase()),
  );
  if (logins.size === 0) return [];
  const found = await context.tx
    .select({ id: accounts.id, login: accounts.login })
    .from(accounts)
    .where(and(inArray(accounts.login, [...logins]), isNull(accounts.disabledAt)));
  const missing = [...logins].filter((login) => !found.some((account) => account.login === login));
  if (missing.length > 0) {
    const message = `the model names accounts that do not exist: ${missing.join(', ')}`;
    await reportIncident(context, {
      incident: `accounts-${visit}`,
      element,
      code: 'unknown_account',
      message,
    });
  }
  return found;
}
