import type { ErrorText } from './error-text.ts';

/** Refusals about role models. */
export const roleModelErrors = {
  role_model_not_found: {
    status: 404,
    vi: 'Không tìm thấy điển hình tiên tiến này, hoặc nội dung không còn được công khai.',
    en: 'There is no such role model, or it is no longer public.',
  },
  role_model_nominee_unfit: {
    status: 422,
    vi: 'Cá nhân hoặc tập thể này không thuộc đơn vị đề xuất.',
    en: 'This person or collective does not belong to the proposing unit.',
  },
  role_model_award_unfit: {
    status: 422,
    vi: 'Có khen thưởng không còn hiệu lực hoặc không phải của cá nhân, tập thể này.',
    en: 'One of the awards is not in force, or not one of this person or collective.',
  },
  role_model_stands: {
    status: 409,
    vi: 'Đề xuất đã gửi xét; nội dung chỉ sửa được khi bị trả lại.',
    en: 'The proposal was submitted; it can only be changed when it is returned.',
  },
  role_model_no_reviewer: {
    status: 409,
    vi: 'Chưa có cơ quan thường trực nào xét đề xuất của đơn vị này; hãy báo quản trị.',
    en: 'No standing body reviews proposals of this unit; tell the administrator.',
  },
  role_model_not_approved: {
    status: 409,
    vi: 'Chỉ thôi nêu gương được điển hình đã công bố.',
    en: 'Only a role model that was approved can be taken back.',
  },
  consent_not_asked: {
    status: 409,
    vi: 'Đề xuất chưa đến bước lấy ý kiến đồng ý công khai.',
    en: 'The proposal is not at the step that asks for consent.',
  },
  consent_given: {
    status: 409,
    vi: 'Đã có sự đồng ý công khai đang có hiệu lực; hãy rút trước khi ghi lại.',
    en: 'There is a consent in force already; withdraw it first to give another.',
  },
  consent_missing: {
    status: 409,
    vi: 'Chưa có sự đồng ý công khai của cá nhân, tập thể.',
    en: 'There is no consent of the person or collective.',
  },
} as const satisfies Record<string, ErrorText>;
