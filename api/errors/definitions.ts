import type { ErrorText } from './error-text.ts';

/** Refusals about definitions and running instances. */
export const definitionErrors = {
  definition_not_found: {
    status: 404,
    vi: 'Không tìm thấy phiên bản quy trình.',
    en: 'There is no such version of a process.',
  },
  model_invalid: {
    status: 422,
    vi: 'Mô hình có lỗi nên không thể triển khai; xem từng phần tử.',
    en: 'The model has errors and cannot be deployed; see each element.',
  },
  confirmation_required: {
    status: 409,
    vi: 'Mô hình có {count} cảnh báo; hãy đọc rồi xác nhận.',
    en: 'The model has {count} warnings; read them and confirm.',
  },
  process_not_chosen: {
    status: 422,
    vi: 'Hãy chọn quy trình bắt đầu trong các quy trình: {processes}.',
    en: 'Say which process starts: {processes}.',
  },
  file_listed_twice: {
    status: 422,
    vi: 'Có hai tệp cùng tên {name}.',
    en: 'Two files are named {name}.',
  },
  instance_not_found: {
    status: 404,
    vi: 'Không tìm thấy quy trình đang chạy.',
    en: 'There is no such process instance.',
  },
  instance_not_begun: {
    status: 409,
    vi: 'Quy trình vừa được trình và chưa bắt đầu; hãy thử lại sau giây lát.',
    en: 'The process has not begun yet; try again in a moment.',
  },
  instance_not_cancelled: {
    status: 409,
    vi: 'Chỉ khởi động lại được quy trình đã bị quản trị viên hủy.',
    en: 'Only a process that an administrator cancelled can be started again.',
  },
  beginning_past: {
    status: 409,
    vi: 'Không chạy lại từ đầu được: đã khai mạc, đã có kết quả biểu quyết hoặc đã cấp số. Hãy chọn bước để chạy tiếp.',
    en: 'It cannot begin anew: the session was opened, the vote has its result, or a number was given. Choose the step at which it goes on.',
  },
  operation_refused: {
    status: 409,
    vi: '{problem} Không có gì bị thay đổi.',
    en: '{problem} Nothing was changed.',
  },
} as const satisfies Record<string, ErrorText>;
