export { sendPendingNotices } from '../../workflows/send-pending-notices.ts';
export { processInstance } from './process-instance.ts';
