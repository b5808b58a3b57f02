import type { ErrorText } from './error-text.ts';

/** Refusals about nominations. */
export const nominationErrors = {
  nomination_not_found: { status: 404, vi: 'Không tìm thấy đề nghị.', en: 'There is no such nomination.' },
  nominee_listed_twice: {
    status: 409,
    vi: '{name} đã có trong hồ sơ.',
    en: '{name} is in the dossier already.',
  },
  nominee_not_found: {
    status: 422,
    vi: 'Không có người hoặc tập thể này.',
    en: 'There is no such person or collective.',
  },
  nominee_outside_unit: {
    status: 422,
    vi: '{name} không thuộc đơn vị đề nghị.',
    en: '{name} does not belong to the proposing unit.',
  },
  nominee_kind_not_allowed: {
    status: 422,
    vi: 'Danh hiệu, hình thức này không dành cho {kind}.',
    en: 'This award is not given to {kind}.',
  },

  initiative_not_held: {
    status: 422,
    vi: 'Sổ của {name} không có sáng kiến, đề tài này.',
    en: 'The ledger of {name} has no such initiative.',
  },
  initiative_spent: {
    status: 409,
    vi: 'Sáng kiến "{initiative}" đã dùng cho {use} nên không dùng được cho {wanted} ({citation}).',
    en: 'The initiative "{initiative}" serves {use}, so it cannot serve {wanted} ({citation}).',
  },
} as const satisfies Record<string, ErrorText>;
