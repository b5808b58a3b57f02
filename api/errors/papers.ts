import type { ErrorText } from './error-text.ts';

/** Refusals about papers. */
export const paperErrors = {
  paper_settled: {
    status: 409,
    vi: 'Danh sách của văn bản này đã chốt, không thêm bớt được nữa.',
    en: 'The list of this paper is settled and cannot be changed any more.',
  },
  dossier_not_in_paper: {
    status: 404,
    vi: 'Hồ sơ này không có trong danh sách của văn bản.',
    en: 'This dossier is not on the list of the paper.',
  },
  paper_lists_nobody: {
    status: 409,
    vi: 'Văn bản phải có ít nhất một hồ sơ; hãy chọn hồ sơ đi trong văn bản này.',
    en: 'A paper lists at least one dossier; choose those that go in it.',
  },
  paper_lists_held: {
    status: 409,
    vi: 'Hồ sơ đang tạm dừng: {dossiers}. Hãy để lại cho văn bản sau, hoặc chờ xử lý xong.',
    en: 'On hold: {dossiers}. Leave it out for the next paper, or wait until it is resumed.',
  },
} as const satisfies Record<string, ErrorText>;
