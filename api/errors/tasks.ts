import type { ErrorText } from './error-text.ts';

/** Refusals about tasks. */
export const taskErrors = {
  task_not_found: { status: 404, vi: 'Không tìm thấy việc này.', en: 'There is no such task.' },
  task_already_done: {
    status: 409,
    vi: 'Việc này đã được {by} giải quyết.',
    en: '{by} has already decided this task.',
  },
  task_of_session: {
    status: 409,
    vi: 'Việc này được thực hiện trên trang của phiên họp.',
    en: 'This step is done on the page of the session.',
  },
  task_cancelled: {
    status: 409,
    vi: 'Quy trình đã sang bước khác (hết hạn, chốt sớm hoặc bị hủy) nên việc này đã đóng. Không có gì bị thay đổi.',
    en: 'The process has moved on (the term is over, or the step was closed early or cancelled), so this task is closed. Nothing was changed.',
  },
  task_claimed_by_other: {
    status: 409,
    vi: 'Việc này đang do {by} giữ.',
    en: '{by} holds this task.',
  },
  task_not_claimed: {
    status: 409,
    vi: 'Bạn không giữ việc này.',
    en: 'You do not hold this task.',
  },
  excluded_decider: {
    status: 403,
    vi: 'Bạn đã giải quyết việc "{task}" của hồ sơ này, nên việc này phải do người khác giải quyết.',
    en: 'You decided "{task}" of this dossier, so somebody else has to decide this task.',
  },
  version_conflict: {
    status: 409,
    vi: 'Dữ liệu đã thay đổi sau khi bạn mở trang; hãy tải lại rồi thử lại.',
    en: 'The data changed after you opened the page; reload it and try again.',
  },
  task_without_form: { status: 404, vi: 'Việc này không có biểu mẫu.', en: 'This task has no form.' },
  form_not_expected: {
    status: 422,
    vi: 'Việc này không có biểu mẫu nên không nhận dữ liệu biểu mẫu.',
    en: 'This task has no form and takes no form data.',
  },
  form_invalid: {
    status: 422,
    vi: 'Biểu mẫu có mục chưa hợp lệ; xem chi tiết ở từng mục.',
    en: 'Some fields of the form are not valid; see each field.',
  },
  reason_required: {
    status: 422,
    vi: 'Trả lại hoặc không duyệt phải nêu lý do.',
    en: 'To return or reject, give a reason.',
  },
  verdict_not_allowed: {
    status: 422,
    vi: 'Bước này không có lựa chọn "{verdict}".',
    en: 'This step does not allow "{verdict}".',
  },
} as const satisfies Record<string, ErrorText>;
