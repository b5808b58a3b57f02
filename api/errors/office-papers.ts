import type { ErrorText } from './error-text.ts';

/** Refusals about office papers. */
export const officePaperErrors = {
  office_paper_not_found: { status: 404, vi: 'Không tìm thấy văn bản.', en: 'There is no such paper.' },
  office_paper_not_writable: {
    status: 409,
    vi: 'Văn bản đang lấy ý kiến, trình ký hoặc đã ban hành; chưa sửa được.',
    en: 'The paper is being commented on, signed or has been issued; it cannot be written now.',
  },
  office_paper_started: {
    status: 409,
    vi: 'Văn bản đã được chuyển đi; xem bước hiện tại ở trang văn bản.',
    en: 'The paper was handed on already; its page shows where it stands.',
  },
  office_paper_invalid: {
    status: 422,
    vi: 'Dự thảo có mục chưa hợp lệ; xem chi tiết ở từng mục. Chưa có gì được lưu.',
    en: 'Some parts of the draft are not valid; see each. Nothing was saved.',
  },
  office_paper_unfinished: {
    status: 409,
    vi: 'Văn bản còn mục chưa viết nên chưa trình ký được; xem chi tiết ở từng mục.',
    en: 'Parts of the paper are still to be written, so it cannot be submitted; see each.',
  },
  office_paper_starts_past: {
    status: 409,
    vi: 'Quy định có hiệu lực từ ngày {date} đã qua; hãy trả lại để sửa ngày.',
    en: 'The rules would begin on {date}, which is past; return the paper so that the day is changed.',
  },
  office_paper_campaign_unfit: {
    status: 422,
    vi: 'Văn bản phát động, sơ kết, tổng kết cần một phong trào của chính đơn vị; quy chế thì không gắn phong trào.',
    en: 'Launchings and reviews need a campaign of the unit itself; a regulation has none.',
  },
  unit_issues_no_papers: {
    status: 422,
    vi: '{unit} không có ký hiệu văn bản nên không ban hành văn bản.',
    en: '{unit} has no paper symbol, so it issues no papers.',
  },
  comments_due_missing: {
    status: 422,
    vi: 'Cần ngày cuối góp ý khi có đơn vị được lấy ý kiến.',
    en: 'Where units are asked for comments, their last day is needed.',
  },
  regulation_not_found: {
    status: 422,
    vi: 'Cần chọn một quy chế đã ban hành của chính đơn vị để thay thế hoặc bãi bỏ.',
    en: 'Name an issued regulation of the unit itself that is replaced or repealed.',
  },
  regulation_ended: {
    status: 409,
    vi: 'Quy chế này đã được thay thế hoặc bãi bỏ bằng văn bản khác.',
    en: 'Another paper has replaced or repealed this regulation.',
  },
  regulation_starts_later: {
    status: 409,
    vi: 'Quy chế được thay thế có hiệu lực từ ngày {date}; văn bản này phải có hiệu lực sau ngày đó.',
    en: 'The regulation that is replaced begins on {date}; this paper must begin after it.',
  },
  overlay_of_paper: {
    status: 409,
    vi: 'Quy định này có hiệu lực theo văn bản {symbol}; chỉ văn bản khác mới thay thế hoặc bãi bỏ được.',
    en: 'This overlay is in force by the paper {symbol}; only another paper can replace or repeal it.',
  },
  legal_document_not_found: {
    status: 404,
    vi: 'Không có văn bản này trong danh mục căn cứ.',
    en: 'There is no such legal document in the list.',
  },
  legal_document_known: {
    status: 409,
    vi: 'Văn bản cùng loại, số, cơ quan ban hành và ngày này đã có trong danh mục.',
    en: 'A document of this type, symbol, issuer and day is in the list already.',
  },
  legal_document_dates_reversed: {
    status: 422,
    vi: 'Ngày hết hiệu lực phải sau ngày ban hành.',
    en: 'The day it ends to be in force must be after the day of issue.',
  },
} as const satisfies Record<string, ErrorText>;
