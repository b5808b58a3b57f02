import type { ErrorText } from './error-text.ts';

/** Refusals about campaigns. */
export const campaignErrors = {
  unknown_campaign: {
    status: 404,
    vi: 'Không tìm thấy phong trào thi đua.',
    en: 'There is no such campaign.',
  },
  campaign_dates_reversed: {
    status: 422,
    vi: 'Ngày kết thúc phong trào trước ngày bắt đầu.',
    en: 'The campaign ends before it begins.',
  },
  campaign_outside_parent: {
    status: 422,
    vi: 'Đợt thi đua phải nằm trong thời gian của phong trào.',
    en: 'A part of a campaign must lie within its days.',
  },
  targets_reported: {
    status: 409,
    vi: 'Đã có kết quả báo cáo; chỉ tiêu không sửa được nữa.',
    en: 'Results were reported; the targets can no longer be changed.',
  },
  actuals_invalid: {
    status: 422,
    vi: 'Kết quả có mục chưa hợp lệ; xem chi tiết ở từng mục. Chưa có gì được lưu.',
    en: 'Some results are not valid; see each. Nothing was saved.',
  },
} as const satisfies Record<string, ErrorText>;
