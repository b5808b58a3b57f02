import { z } from 'zod';
import { readNotice } from '../commands/notices/read-notice.ts';
import { id } from '../contract/common.ts';
import { noticeList, noticeQuery } from '../contract/notices.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findNotices } from '../queries/notices.ts';

const tag = 'Notices';

/** The account's own notices. */
export const noticeRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/notices',
    tag,
    summary: 'Own notices, newest first',
    query: noticeQuery,
    answers: { 200: noticeList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findNotices(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/notices/:id/read',
    tag,
    summary: 'Mark an own notice as read',
    params: z.strictObject({ id }),
    answers: { 204: null },
    errors: ['notice_not_found'],
    async handle(context, { params: { id: noticeId } }) {
      await readNotice(context, noticeId);
      return { status: 204 };
    },
  }),
];
