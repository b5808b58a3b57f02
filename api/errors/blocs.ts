import type { ErrorText } from './error-text.ts';

/** Refusals about emulation blocs. */
export const blocErrors = {
  bloc_not_found: { status: 404, vi: 'Không tìm thấy khối, cụm thi đua.', en: 'There is no such bloc.' },
  bloc_year_not_found: {
    status: 404,
    vi: 'Không tìm thấy năm thi đua của khối.',
    en: 'There is no such year of a bloc.',
  },
  council_of_no_bloc: {
    status: 422,
    vi: '{name} không phải hội đồng của khối, cụm thi đua; hãy lập hội đồng loại này trước.',
    en: '{name} is not the council of a bloc; establish one of that kind first.',
  },
  bloc_name_taken: {
    status: 409,
    vi: 'Đã có khối, cụm thi đua tên “{name}”.',
    en: 'There is a bloc called "{name}" already.',
  },
  bloc_member_twice: {
    status: 422,
    vi: 'Mỗi đơn vị chỉ là thành viên của khối một lần trong năm.',
    en: 'A unit is a member of a bloc once in a year.',
  },
  bloc_leader_needed: {
    status: 422,
    vi: 'Khối cần đúng một khối trưởng.',
    en: 'A bloc needs exactly one leader.',
  },
  bloc_checker_unfit: {
    status: 422,
    vi: 'Người chấm chéo phải là một thành viên khác của khối.',
    en: 'Who checks a member’s sheet must be another member of the bloc.',
  },
  bloc_year_taken: {
    status: 409,
    vi: 'Khối đã có năm {year}.',
    en: 'The bloc has the year {year} already.',
  },
  bloc_year_not_draft: {
    status: 409,
    vi: 'Năm thi đua này đã bắt đầu; nội dung đó không sửa được nữa.',
    en: 'This year has begun; that can no longer be changed.',
  },
  bloc_criteria_missing: {
    status: 409,
    vi: 'Chưa có bảng chấm điểm; hãy lập tiêu chí và điểm tối đa trước khi bắt đầu.',
    en: 'There is no score sheet yet; set its criteria and maximum points before the year begins.',
  },
  bloc_date_past: {
    status: 422,
    vi: 'Ngày {date} đã qua hoặc sớm hơn thời hạn trước nó.',
    en: '{date} is past, or earlier than the deadline before it.',
  },
  bloc_total_off: {
    status: 422,
    vi: 'Tổng điểm ghi là {total} nhưng các dòng cộng lại là {sum}, lệch {difference}; chưa có gì được lưu.',
    en: 'The stated total is {total} but the lines add up to {sum}, off by {difference}; nothing was saved.',
  },
  bloc_scores_invalid: {
    status: 422,
    vi: 'Bảng chấm điểm có dòng chưa hợp lệ; xem chi tiết ở từng dòng.',
    en: 'Some lines of the score sheet are not valid; see each line.',
  },
  bloc_sheet_closed: {
    status: 409,
    vi: 'Bảng chấm điểm này chưa đến bước chấm, đã gửi hoặc đã hết hạn.',
    en: 'This score sheet is not asked for yet, was handed in, or its time is over.',
  },
  bloc_sheet_incomplete: {
    status: 409,
    vi: 'Còn {missing} tiêu chí chưa chấm.',
    en: '{missing} criteria have no points yet.',
  },
  bloc_unit_not_member: {
    status: 422,
    vi: 'Đơn vị này không phải thành viên của khối trong năm.',
    en: 'This unit is not a member of the bloc in that year.',
  },
  handover_in_future: {
    status: 422,
    vi: 'Ngày bàn giao chưa đến.',
    en: 'The day of the handing over is still to come.',
  },
  pledge_incomplete: {
    status: 409,
    vi: 'Bản giao ước còn thiếu: {missing}.',
    en: 'The pledge still lacks {missing}.',
  },
  pledge_stands: {
    status: 409,
    vi: 'Bản giao ước đã trình các thành viên ký; nội dung không sửa được nữa.',
    en: 'The pledge was put before the members; its text can no longer be changed.',
  },
  pledge_not_open: {
    status: 409,
    vi: 'Bản giao ước chưa được trình ký.',
    en: 'The pledge is not open for signing yet.',
  },
  pledge_signed: {
    status: 409,
    vi: 'Đơn vị này đã ký giao ước.',
    en: 'This unit has signed the pledge already.',
  },
  bloc_minutes_unsigned: {
    status: 409,
    vi: 'Biên bản phiên họp bình xét của khối chưa ký xong; hồ sơ đề nghị tặng cờ cần biên bản này.',
    en: 'The minutes of the bloc’s session are not signed yet; the dossier for the flag needs them.',
  },
} as const satisfies Record<string, ErrorText>;
