import type { Response } from 'express';
import type { Locale, Problem } from '../contract/common.ts';
import { type ApiError, errorSentence } from '../errors.ts';

const titles: Record<number, Record<Locale, string>> = {
  400: { vi: 'Yêu cầu không hợp lệ', en: 'Bad request' },
  401: { vi: 'Chưa đăng nhập', en: 'Not logged in' },
  403: { vi: 'Không có quyền', en: 'Not allowed' },
  404: { vi: 'Không tìm thấy', en: 'Not found' },
  405: { vi: 'Phương thức không được nhận', en: 'Method not allowed' },
  409: { vi: 'Không còn phù hợp với hiện trạng', en: 'Conflict' },
  413: { vi: 'Quá lớn', en: 'Too large' },
  415: { vi: 'Kiểu nội dung không được hỗ trợ', en: 'Unsupported content type' },
  422: { vi: 'Không thực hiện được', en: 'Cannot be done' },
  429: { vi: 'Quá nhiều lần thử', en: 'Too many attempts' },
  500: { vi: 'Lỗi hệ thống', en: 'System error' },
  503: { vi: 'Tạm thời chưa phục vụ được', en: 'Temporarily unavailable' },
};

/** The error as an answer in a language. Its `type` is an anchor of the documentation page. */
export function problemOf(error: ApiError, locale: Locale): Problem {
  const { parameters, errors, rows } = error.details;
  return {
    type: `/api/docs#error-${error.code}`,
    title: titles[error.status]?.[locale] ?? error.code,
    status: error.status,
    code: error.code,
    detail: errorSentence(error.code, locale, parameters),
    ...(errors && { errors: errors(locale) }),
    ...(rows && { rows: rows(locale) }),
  };
}

/** Sends an error as `application/problem+json`. */
export function sendProblem(response: Response, error: ApiError, locale: Locale): void {
  response
    .status(error.status)
    .set('Content-Language', locale)
    .type('application/problem+json')
    .send(JSON.stringify(problemOf(error, locale)));
}
