import type { VisitId } from '../types.ts';

/** Why an operation on a running instance cannot be done, in the words of whoever asked for it. */
export interface OperationProblem {
  code: OperationProblemCode;
  visit: VisitId | null;
  process: string | null;
  element: string | null;
  message: { vi: string; en: string };
}

const sentences = {
  already_suspended: {
    vi: 'Quy trình đã tạm dừng.',
    en: 'The instance is suspended already.',
  },
  not_suspended: {
    vi: 'Quy trình không ở trạng thái tạm dừng.',
    en: 'The instance is not suspended.',
  },
  visit_gone: {
    vi: 'Bước được chọn không còn mở; hãy tải lại vị trí của hồ sơ.',
    en: 'The step is no longer open; load the position again.',
  },
  not_a_multi_instance: {
    vi: 'Bước được chọn không phải hoạt động nhiều người đang chạy.',
    en: 'The step is no multi-instance activity that is running.',
  },
  item_gone: {
    vi: 'Người tham gia này đã xong, đã được rút ra hoặc không có.',
    en: 'This participant is done, was taken out already, or does not exist.',
  },
  element_unknown: {
    vi: 'Mô hình không có phần tử này.',
    en: 'The model has no such element.',
  },
  element_not_placeable: {
    vi: 'Không thể đặt bước vào phần tử này: nó chỉ bắt đầu từ sự kiện hoặc bước hoàn tác.',
    en: 'No token can be put here: only an event or a compensation starts this element.',
  },
  scope_not_reachable: {
    vi: 'Không có quy trình đang chạy nào dẫn tới phần tử này.',
    en: 'No running process leads to this element.',
  },
  scope_ambiguous: {
    vi: 'Phần tử này có thể thuộc nhiều phạm vi đang mở; hãy chọn bước gần nó.',
    en: 'The element could belong to more than one open scope; name a step near it.',
  },
  process_gone: {
    vi: 'Phiên bản mới không còn quy trình này.',
    en: 'The new version no longer has this process.',
  },
  element_gone: {
    vi: 'Phiên bản mới không còn phần tử này; hãy chỉ định phần tử thay thế.',
    en: 'The new version no longer has this element; map it to another.',
  },
  kind_changed: {
    vi: 'Phần tử tương ứng trong phiên bản mới thuộc loại khác.',
    en: 'The element it would stand at in the new version is of another kind.',
  },
  scope_changed: {
    vi: 'Phần tử tương ứng nằm trong phạm vi khác.',
    en: 'The element it would stand at lies in another scope.',
  },
  loop_changed: {
    vi: 'Cách lặp của phần tử đã thay đổi.',
    en: 'The element repeats in another way.',
  },
  event_changed: {
    vi: 'Sự kiện đang được chờ không còn trong phiên bản mới.',
    en: 'The event that is waited for is not in the new version.',
  },
  event_not_evaluable: {
    vi: 'Không tính được thời điểm hoặc khóa của sự kiện mới.',
    en: 'The moment or key of a new event cannot be computed.',
  },
  flow_gone: {
    vi: 'Luồng mà nhánh đã đi qua không còn tới điểm hợp nhất.',
    en: 'The flow over which a branch has come no longer leads to the join.',
  },
  handler_gone: {
    vi: 'Bước hoàn tác của một việc đã xong không còn trong phiên bản mới.',
    en: 'The handler that undoes something completed is not in the new version.',
  },
} as const;

export type OperationProblemCode = keyof typeof sentences;

export function operationProblem(
  code: OperationProblemCode,
  at: { visit?: VisitId; process?: string; element?: string } = {},
): OperationProblem {
  const { visit = null, process = null, element = null } = at;
  return { code, visit, process, element, message: sentences[code] };
}
