import { proxyActivities } from '@temporalio/workflow';

const { sendNotices } = proxyActivities<{ sendNotices(input: { instanceId: string | null }): Promise<void> }>(
  {
    startToCloseTimeout: '5 minutes',
    retry: { maximumAttempts: 3 },
  },
);

/** Sends every notice that has no mail yet. Runs on a schedule, as the safety net behind each instance's own sending. */
export async function sendPendingNotices(): Promise<void> {
  await sendNotices({ instanceId: null });
}
