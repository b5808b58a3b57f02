export { processInstance } from './process-instance.ts';
export { sendPendingNotices } from './send-pending-notices.ts';
