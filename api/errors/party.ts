import type { ErrorText } from './error-text.ts';

/** Refusals about opinions of Party committees. */
export const partyErrors = {
  party_opinion_missing: {
    status: 409,
    vi: 'Chưa có ý kiến bằng văn bản của cấp ủy về: {nominees} ({citation}).',
    en: 'The written opinion of the Party committee is missing on: {nominees} ({citation}).',
  },
  dossier_not_considered: {
    status: 409,
    vi: 'Hồ sơ chưa trình hoặc đã có quyết định nên không ghi thêm ý kiến cấp ủy.',
    en: 'The dossier is a draft or decided already, and takes no opinion of a Party committee.',
  },
  party_opinion_not_needed: {
    status: 422,
    vi: 'Có người không thuộc diện cần ý kiến cấp ủy ở cấp này.',
    en: 'Somebody named needs no opinion of the Party committee at this level.',
  },
  party_comment_needed: {
    status: 422,
    vi: 'Ý kiến không đồng ý phải kèm nội dung.',
    en: 'An opinion that does not agree says why.',
  },
  party_paper_later: {
    status: 422,
    vi: 'Ngày của văn bản cấp ủy không thể sau hôm nay.',
    en: 'The paper of the Party committee cannot be dated later than today.',
  },
  party_management_not_found: {
    status: 404,
    vi: 'Không tìm thấy mục quản lý của cấp ủy.',
    en: 'There is no such entry of a Party committee.',
  },
  party_management_dates: {
    status: 422,
    vi: 'Ngày thôi quản lý trước ngày bắt đầu.',
    en: 'The last day comes before the first.',
  },
  party_management_ended: {
    status: 409,
    vi: 'Mục này đã có ngày thôi quản lý.',
    en: 'This entry has its last day already.',
  },
} as const satisfies Record<string, ErrorText>;
