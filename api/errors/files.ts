import type { ErrorText } from './error-text.ts';

/** Refusals about files. */
export const fileErrors = {
  file_missing: {
    status: 400,
    vi: 'Chưa có tệp nào trong trường "file".',
    en: 'There is no file in the field "file".',
  },
  file_empty: { status: 422, vi: 'Tệp không có nội dung.', en: 'The file is empty.' },
  file_too_large: {
    status: 413,
    vi: 'Tệp lớn hơn {megabytes} MB.',
    en: 'The file is larger than {megabytes} MB.',
  },
  file_type_not_allowed: {
    status: 422,
    vi: 'Chỉ nhận tệp PDF, Word (.docx), Excel (.xlsx), PNG hoặc JPEG; nội dung tệp này không thuộc loại nào.',
    en: 'Only PDF, Word (.docx), Excel (.xlsx), PNG or JPEG; the content of this file is none of them.',
  },
  file_not_a_spreadsheet: {
    status: 422,
    vi: 'Tệp không phải bảng tính .xlsx hoặc .csv (xét theo nội dung, không theo tên).',
    en: 'The file is no .xlsx or .csv spreadsheet, judged by its content and not by its name.',
  },
  file_expands_too_much: {
    status: 422,
    vi: 'Tệp nén này bung ra quá lớn nên bị từ chối.',
    en: 'This compressed file expands to too much and was refused.',
  },
  import_columns_missing: {
    status: 422,
    vi: 'Dòng tiêu đề thiếu cột: {columns}.',
    en: 'The heading lacks these columns: {columns}.',
  },
  import_too_many_rows: {
    status: 422,
    vi: 'Bảng có hơn {limit} dòng.',
    en: 'The sheet has more than {limit} rows.',
  },
  import_rows_invalid: {
    status: 422,
    vi: 'Có {count} ô chưa đúng; chưa có dòng nào được nhập.',
    en: '{count} cells are wrong; no row was imported.',
  },
  document_not_found: { status: 404, vi: 'Không tìm thấy tài liệu.', en: 'There is no such document.' },
  paper_not_found: { status: 404, vi: 'Không tìm thấy văn bản.', en: 'There is no such paper.' },

  opinion_paper_needed: {
    status: 422,
    vi: 'Ý kiến của cơ quan ngoài hệ thống phải ghi số, ký hiệu và ngày của văn bản trả lời.',
    en: 'The opinion of an agency outside the system needs number and date of its paper.',
  },
} as const satisfies Record<string, ErrorText>;
