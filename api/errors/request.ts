import type { ErrorText } from './error-text.ts';

/** Refusals about the request itself, before anything of ours is asked. */
export const requestErrors = {
  invalid_request: {
    status: 400,
    vi: 'Yêu cầu có trường chưa hợp lệ; xem chi tiết ở từng trường.',
    en: 'Some fields of the request are not valid; see each field.',
  },
  malformed_json: {
    status: 400,
    vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
    en: 'The body is not valid JSON.',
  },
  malformed_multipart: {
    status: 400,
    vi: 'Tệp gửi lên bị ngắt quãng hoặc sai định dạng; hãy gửi lại.',
    en: 'The upload broke off or is malformed; send it again.',
  },
  malformed_address: {
    status: 400,
    vi: 'Địa chỉ yêu cầu sai định dạng.',
    en: 'The address of the request is malformed.',
  },
  unsupported_media_type: {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ; cần {expected}.',
    en: 'This content type is not supported; send {expected}.',
  },
  body_too_large: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The body is too large.',
  },
  not_found: {
    status: 404,
    vi: 'Không có gì ở địa chỉ này.',
    en: 'There is nothing at this address.',
  },
  method_not_allowed: {
    status: 405,
    vi: 'Địa chỉ này chỉ nhận: {allowed}.',
    en: 'This address takes only: {allowed}.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến; không có gì bị thay đổi. Mã tra cứu: {requestId}.',
    en: 'Something unexpected went wrong; nothing was changed. Reference: {requestId}.',
  },
  database_unavailable: {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời; hãy thử lại sau ít phút.',
    en: 'The database does not answer at the moment; try again in a few minutes.',
  },
} as const satisfies Record<string, ErrorText>;
