import type { ErrorText } from './error-text.ts';

/** Refusals about work plans. */
export const planErrors = {
  plan_not_found: { status: 404, vi: 'Không tìm thấy kế hoạch.', en: 'There is no such work plan.' },
  plan_without_previous: {
    status: 404,
    vi: 'Kế hoạch này không có kế hoạch năm trước để so sánh.',
    en: 'This plan has no plan of the year before to compare with.',
  },
  plan_not_draft: {
    status: 409,
    vi: 'Kế hoạch không còn là bản nháp.',
    en: 'The work plan is no longer a draft.',
  },
  plan_not_assigned: {
    status: 409,
    vi: 'Kế hoạch chưa được giao.',
    en: 'The work plan has not been assigned.',
  },
  plan_window_invalid: {
    status: 422,
    vi: 'Thời kỳ đánh giá phải có ngày cuối không trước ngày đầu và không dài quá một năm.',
    en: 'The evaluation window must not end before it begins, nor be longer than a year.',
  },
  plan_previous_unfit: {
    status: 422,
    vi: 'Kế hoạch năm trước phải cùng cơ quan, đã giao và thuộc năm sớm hơn.',
    en: 'The previous plan must be of the same organisation, assigned, and of an earlier year.',
  },
  plan_date_past: {
    status: 422,
    vi: 'Ngày {date} đã qua hoặc không theo thứ tự.',
    en: 'The date {date} is past, or before the one it must follow.',
  },
  plan_round_closed: {
    status: 409,
    vi: 'Vòng tổng hợp đã chốt hoặc đơn vị đã gửi đề nghị; không nhận thay đổi nữa.',
    en: 'The round is closed or the unit has handed in its proposal; nothing can be changed any more.',
  },
  plan_round_not_open: {
    status: 409,
    vi: 'Không có vòng đề nghị hay lấy ý kiến nào đang mở.',
    en: 'No round of proposals or opinions is open.',
  },
  plan_item_twice: {
    status: 422,
    vi: 'Mã nhiệm vụ "{code}" có hai lần.',
    en: 'The item code "{code}" is there twice.',
  },
  plan_unit_not_proposer: {
    status: 422,
    vi: 'Đơn vị này không thuộc các đơn vị giao nhiệm vụ của kế hoạch.',
    en: 'This unit is not one of those that assign items of the plan.',
  },
  plan_unit_not_receiver: {
    status: 422,
    vi: 'Nhiệm vụ "{code}" giao điểm cho đơn vị không thuộc kế hoạch.',
    en: 'The item "{code}" gives points to a unit that does not receive this plan.',
  },
  plan_total_off: {
    status: 409,
    vi: 'Tổng điểm của {unit} là {points}, phải đúng {total}; {count} đơn vị chưa khớp.',
    en: 'The points of {unit} add up to {points} and must be {total}; {count} units are off.',
  },
  scoring_not_found: { status: 404, vi: 'Không tìm thấy đợt chấm điểm.', en: 'There is no such scoring.' },
  scoring_period_unknown: {
    status: 422,
    vi: 'Kỳ "{period}" không thuộc thời kỳ đánh giá của kế hoạch.',
    en: 'The period "{period}" is not in the evaluation window of the plan.',
  },
  scoring_period_taken: {
    status: 409,
    vi: 'Kỳ "{period}" đã có đợt chấm điểm.',
    en: 'The period "{period}" has a scoring already.',
  },
  scoring_too_early: {
    status: 409,
    vi: 'Năm kế hoạch mở từ ngày {date}; chưa chấm điểm được.',
    en: 'The plan year opens on {date}; it cannot be scored yet.',
  },
  scoring_nothing_due: {
    status: 409,
    vi: 'Kỳ "{period}" không có nhiệm vụ nào đến hạn.',
    en: 'Nothing is due in the period "{period}".',
  },
  scoring_not_open: {
    status: 409,
    vi: 'Đợt chấm điểm đã kết thúc.',
    en: 'The scoring is closed.',
  },
  scoring_not_awaited: {
    status: 409,
    vi: 'Các đơn vị đã gửi đủ bảng điểm; không có gì để lùi hạn.',
    en: 'All sheets were handed in; there is no deadline left to put off.',
  },
  score_sheet_not_found: {
    status: 404,
    vi: 'Đơn vị này không có bảng điểm trong đợt.',
    en: 'This unit has no sheet in the scoring.',
  },
  score_sheet_handed_in: {
    status: 409,
    vi: 'Bảng điểm đã gửi hoặc đợt chấm điểm đã kết thúc.',
    en: 'The sheet was handed in, or the scoring is closed.',
  },
  score_total_off: {
    status: 422,
    vi: 'Tổng điểm ghi là {total} nhưng các dòng cộng lại là {sum}; chưa có gì được lưu.',
    en: 'The stated total is {total} but the lines add up to {sum}; nothing was saved.',
  },
  scores_invalid: {
    status: 422,
    vi: 'Bảng điểm có dòng chưa hợp lệ; xem chi tiết ở từng dòng.',
    en: 'Some lines of the sheet are not valid; see each line.',
  },
  score_sheet_incomplete: {
    status: 409,
    vi: 'Bảng điểm còn {missing} dòng chưa chấm.',
    en: '{missing} lines of the sheet are not scored yet.',
  },
} as const satisfies Record<string, ErrorText>;
