import { z } from 'zod';
import { id, instant, listOf, pageQuery, subjectRef } from './common.ts';

export const noticeKind = z.enum([
  'reminder',
  'overdue',
  'escalation',
  'overtaken',
  'returned',
  'rejected',
  'withdrawn',
  'issued',
  'session_invited',
  'session_reminder',
  'session_cancelled',
  'session_unfinished',
  'eligibility_changed',
  'paper_received',
]);

export const notice = z
  .strictObject({
    id,
    kind: noticeKind,
    subject: subjectRef,
    taskId: id.nullable(),
    taskName: z.string().nullable(),
    /** Working days relative to the due date; null where the notice has none. */
    offset: z.int().nullable(),
    reason: z.string().nullable(),
    createdAt: instant,
    readAt: instant.nullable(),
  })
  .meta({ id: 'Notice' });
export const noticeList = listOf(notice).meta({ id: 'NoticeList' });
export const noticeQuery = z.strictObject({ unread: z.enum(['true', 'false']).optional(), ...pageQuery });

export type NoticeKind = z.infer<typeof noticeKind>;
export type Notice = z.infer<typeof notice>;
