import type { ErrorText } from './error-text.ts';

/** Refusals about the one who asks. */
export const accountErrors = {
  login_required: { status: 401, vi: 'Bạn cần đăng nhập.', en: 'You need to log in.' },
  session_expired: {
    status: 401,
    vi: 'Phiên làm việc đã hết hạn; hãy đăng nhập lại.',
    en: 'Your session has expired; log in again.',
  },
  login_failed: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
  password_change_required: {
    status: 403,
    vi: 'Mật khẩu này chỉ dùng một lần; hãy đặt mật khẩu của riêng bạn trước.',
    en: 'This password works once only; choose your own first.',
  },
  password_wrong: {
    status: 422,
    vi: 'Mật khẩu hiện tại không đúng.',
    en: 'The present password is wrong.',
  },
  password_unchanged: {
    status: 422,
    vi: 'Mật khẩu mới phải khác mật khẩu hiện tại.',
    en: 'The new password must differ from the present one.',
  },
  password_too_short: {
    status: 422,
    vi: 'Mật khẩu cần ít nhất {least} ký tự.',
    en: 'The password needs at least {least} characters.',
  },
  password_obvious: {
    status: 422,
    vi: 'Mật khẩu quá dễ đoán: tránh dãy phím, một ký tự lặp lại, từ thông dụng, tên đăng nhập hay tên của bạn.',
    en: 'The password is too easy to guess: no rows of keys, one letter repeated, common words, your login or your name.',
  },
  too_many_attempts: {
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần; hãy thử lại sau 15 phút.',
    en: 'Too many failed logins; try again in 15 minutes.',
  },
  cross_site_request: {
    status: 403,
    vi: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
    en: 'The request comes from another site and was refused.',
  },
  forbidden: {
    status: 403,
    vi: 'Bạn không có quyền thực hiện việc này.',
    en: 'You may not do this.',
  },
} as const satisfies Record<string, ErrorText>;
