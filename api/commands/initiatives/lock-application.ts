import { eq } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { initiativeApplications } from '../../../db/schema/index.ts';
import { ApiError, type ErrorCode } from '../../errors.ts';
import type { Application } from '../../policies/initiatives.ts';

/**
 * Locks an application against everybody else who changes it, and reads it anew.
 * @throws ApiError initiative_not_found; `otherwise` where it is in none of the statuses
 */
export async function lockApplication(
  tx: Executor,
  applicationId: string,
  statuses: readonly Application['status'][],
  otherwise: ErrorCode,
): Promise<Application> {
  const [application] = await tx
    .select()
    .from(initiativeApplications)
    .where(eq(initiativeApplications.id, applicationId))
    .for('update');
  if (!application) throw new ApiError('initiative_not_found');
  if (!statuses.includes(application.status)) throw new ApiError(otherwise);
  return application;
}
