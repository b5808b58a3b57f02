import { z } from 'zod';
import { createOverlay } from '../commands/overlays/create-overlay.ts';
import { endOverlay } from '../commands/overlays/end-overlay.ts';
import { replaceOverlay } from '../commands/overlays/replace-overlay.ts';
import type { CommandContext } from '../context.ts';
import { id } from '../contract/common.ts';
import {
  createOverlayRequest,
  endOverlayRequest,
  overlay,
  overlayList,
  overlayQuery,
  replaceOverlayRequest,
} from '../contract/overlays.ts';
import { ApiError } from '../errors.ts';
import { type Endpoint, endpoint } from '../http/endpoint.ts';
import { findOverlays } from '../queries/overlays.ts';

const tag = 'Overlays';
const params = z.strictObject({ id });
const refusals = [
  'overlay_refused',
  'no_rule_set',
  'overlay_ends_too_early',
  'overlay_starts_twice',
] as const;

async function one(context: CommandContext, overlayId: string) {
  const { items } = await findOverlays(context, { id: overlayId, page: 1, pageSize: 1 });
  if (!items[0]) throw new ApiError('overlay_not_found');
  return items[0];
}

/** What an organisation sets for itself where the law leaves it to it; for the administrators of its unit. */
export const overlayRoutes: Endpoint[] = [
  endpoint({
    method: 'get',
    path: '/api/admin/overlays',
    tag,
    summary: 'Overlays of the units the account administers, the newest first',
    query: overlayQuery,
    answers: { 200: overlayList },
    errors: [],
    handle: async (context, { query }) => ({ status: 200, body: await findOverlays(context, query) }),
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/overlays',
    tag,
    summary: 'Write an overlay; what contradicts the law is refused with the article',
    body: createOverlayRequest,
    answers: { 201: overlay },
    errors: ['forbidden', 'unit_not_found', ...refusals],
    handle: async (context, { body }) => ({
      status: 201,
      body: await one(context, await createOverlay(context, body)),
    }),
  }),
  endpoint({
    method: 'put',
    path: '/api/admin/overlays/:id',
    tag,
    summary: 'Replace the text of an overlay no dossier is bound to',
    params,
    body: replaceOverlayRequest,
    answers: { 200: overlay },
    errors: [
      'overlay_not_found',
      'overlay_of_paper',
      'unit_not_found',
      'overlay_in_use',
      'version_conflict',
      ...refusals,
    ],
    async handle(context, { params: { id: overlayId }, body }) {
      await replaceOverlay(context, { ...body, overlayId });
      return { status: 200, body: await one(context, overlayId) };
    },
  }),
  endpoint({
    method: 'post',
    path: '/api/admin/overlays/:id/end',
    tag,
    summary: 'Give an overlay its last day, or take it away again',
    params,
    body: endOverlayRequest,
    answers: { 200: overlay },
    errors: ['overlay_not_found', 'overlay_of_paper', 'overlay_ends_too_early', 'version_conflict'],
    async handle(context, { params: { id: overlayId }, body }) {
      await endOverlay(context, { ...body, overlayId });
      return { status: 200, body: await one(context, overlayId) };
    },
  }),
];
