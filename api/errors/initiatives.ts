import type { ErrorText } from './error-text.ts';

/** Refusals about initiatives. */
export const initiativeErrors = {
  initiative_not_found: {
    status: 404,
    vi: 'Không tìm thấy đơn sáng kiến này.',
    en: 'There is no such application of an initiative.',
  },
  initiative_not_draft: {
    status: 409,
    vi: 'Đơn sáng kiến không còn là bản nháp.',
    en: 'The application is no longer a draft.',
  },
  initiative_not_editable: {
    status: 409,
    vi: 'Chỉ sửa được đơn sáng kiến khi còn là bản nháp hoặc đang bị trả lại.',
    en: 'An application can be changed only while it is a draft or returned.',
  },
  initiative_not_withdrawable: {
    status: 409,
    vi: 'Đơn sáng kiến chưa nộp, đã có kết luận hoặc đã ký quyết định nên không rút được.',
    en: 'An application that was not submitted, is concluded, or whose decision is signed cannot be withdrawn.',
  },
  initiative_closed_to_documents: {
    status: 409,
    vi: 'Đơn sáng kiến ở trạng thái này không nhận thêm tài liệu.',
    en: 'An application in this state takes no further papers.',
  },
  initiative_registered_already: {
    status: 409,
    vi: 'Tác giả đã có đơn {code} cho sáng kiến cùng tên, đang xét hoặc đã được công nhận.',
    en: 'An author has application {code} for a work of this name, under consideration or recognised.',
  },
  initiative_author_elsewhere: {
    status: 422,
    vi: 'Ít nhất một tác giả phải đang công tác ở đơn vị đăng ký.',
    en: 'At least one author must serve in the unit that registers it.',
  },
  author_shares_off: {
    status: 422,
    vi: 'Tỷ lệ đóng góp của các tác giả cộng lại là {sum}%, phải đúng 100%.',
    en: 'The shares of the authors sum to {sum}%; they must sum to exactly 100%.',
  },
  initiative_year_ahead: {
    status: 422,
    vi: 'Năm {year} chưa đến; hãy ghi năm sáng kiến được áp dụng lần đầu.',
    en: 'The year {year} has not begun; name the year in which it was first applied.',
  },
} as const satisfies Record<string, ErrorText>;
