import type { ErrorText } from './error-text.ts';

/** Refusals about ledger. */
export const ledgerErrors = {
  person_not_found: { status: 404, vi: 'Không tìm thấy người này.', en: 'There is no such person.' },
  collective_not_found: {
    status: 404,
    vi: 'Không tìm thấy tập thể này.',
    en: 'There is no such collective.',
  },
  ledger_import_not_found: {
    status: 404,
    vi: 'Không tìm thấy lần nhập sổ này.',
    en: 'There is no such import into the ledger.',
  },
  ledger_import_undone: {
    status: 409,
    vi: 'Lần nhập này đã được hoàn tác trước đó.',
    en: 'This import was undone before.',
  },
  ledger_import_used: {
    status: 409,
    vi: 'Đã có việc dựa vào dữ liệu của lần nhập này nên không hoàn tác được; hãy gạch bỏ hoặc sửa từng dòng.',
    en: 'Others have relied on this import, so it is not undone; strike out or correct single lines.',
  },
  ledger_line_not_found: {
    status: 404,
    vi: 'Không tìm thấy dòng này trong sổ.',
    en: 'There is no such line in the ledger.',
  },
  ledger_line_struck: {
    status: 409,
    vi: 'Dòng này đã được gạch bỏ trước đó.',
    en: 'This line was struck out before.',
  },
  ledger_line_issued: {
    status: 409,
    vi: 'Dòng này do quyết định ban hành trên hệ thống ghi vào sổ; chỉ có thể ghi nhận việc thu hồi.',
    en: 'A decision issued here wrote this line; it can only be revoked.',
  },
  ledger_line_revoked: {
    status: 409,
    vi: 'Danh hiệu, hình thức này đã bị thu hồi nên không sửa được nữa.',
    en: 'This award was revoked, so its line is no longer corrected.',
  },
  ledger_line_of_other_kind: {
    status: 422,
    vi: 'Nội dung sửa phải cùng loại với dòng được sửa.',
    en: 'A correction has the same kind as the line it corrects.',
  },
  ledger_line_known: {
    status: 409,
    vi: 'Sổ đã có dòng này.',
    en: 'The ledger has this line already.',
  },
  ledger_line_not_for_holder: {
    status: 422,
    vi: 'Kỷ luật, thai sản, chuyển công tác chỉ ghi cho cá nhân; năm thành lập chỉ ghi cho tập thể.',
    en: 'Measures, maternity and transfers are of persons only; the year of founding is of collectives only.',
  },
  discipline_ends_too_early: {
    status: 422,
    vi: 'Ngày hết hiệu lực kỷ luật không được trước ngày quyết định.',
    en: 'The measure cannot end before the day it was decided.',
  },
  match_with_oneself: {
    status: 422,
    vi: 'Hãy chọn hai người khác nhau.',
    en: 'Choose two different persons.',
  },
  post_not_found: {
    status: 422,
    vi: 'Người này không giữ chức vụ nào trong đơn vị vào ngày đó.',
    en: 'This person held no post in the unit on that day.',
  },
  day_in_future: {
    status: 422,
    vi: 'Ngày không được sau ngày hôm nay.',
    en: 'The day cannot be after today.',
  },
  paper_in_future: {
    status: 422,
    vi: 'Ngày của văn bản không được sau ngày hôm nay.',
    en: 'The paper cannot be dated after today.',
  },
  ledger_award_not_found: {
    status: 404,
    vi: 'Không tìm thấy danh hiệu, hình thức này trong sổ khen thưởng.',
    en: 'There is no such award in the ledger.',
  },
  person_match_not_found: {
    status: 404,
    vi: 'Không tìm thấy cặp trùng tên này.',
    en: 'There is no such pair of persons.',
  },
  award_revoked_already: {
    status: 409,
    vi: 'Danh hiệu, hình thức này đã bị thu hồi trước đó.',
    en: 'This award was revoked before.',
  },
} as const satisfies Record<string, ErrorText>;
