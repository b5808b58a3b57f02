import type { ErrorText } from './error-text.ts';

/** Refusals about dossiers. */
export const dossierErrors = {
  dossier_not_found: { status: 404, vi: 'Không tìm thấy hồ sơ.', en: 'There is no such dossier.' },
  unknown_award: {
    status: 422,
    vi: 'Không có danh hiệu, hình thức khen thưởng "{award}".',
    en: 'There is no award "{award}".',
  },
  award_without_rule: {
    status: 422,
    vi: 'Bộ quy tắc đang có hiệu lực không quy định "{award}".',
    en: 'The rule-set in force has no rule for "{award}".',
  },
  unit_not_found: { status: 422, vi: 'Không có đơn vị này.', en: 'There is no such unit.' },
  campaign_not_found: {
    status: 422,
    vi: 'Không có phong trào thi đua này.',
    en: 'There is no such campaign.',
  },
  period_reversed: {
    status: 422,
    vi: 'Năm cuối của giai đoạn không được trước năm đầu.',
    en: 'The last year of the period is before its first.',
  },
  year_not_over: {
    status: 409,
    vi: 'Năm {year} chưa kết thúc; hãy nêu lý do chốt sớm, hoặc đợi đến hết năm.',
    en: 'The year {year} is not over; say why it is closed early, or wait for its end.',
  },
  year_to_come: {
    status: 422,
    vi: 'Năm {year} chưa bắt đầu nên không chốt được.',
    en: 'The year {year} has not begun, so it cannot be closed.',
  },
  review_not_found: {
    status: 404,
    vi: 'Không có kết quả xét năm này, hoặc bạn không được xem.',
    en: 'There is no such review of a year, or you may not see it.',
  },
  suggestion_not_found: {
    status: 409,
    vi: 'Có gợi ý không còn trong kết quả xét năm; hãy tải lại danh sách.',
    en: 'A suggestion is no longer part of the review; read the list again.',
  },
  suggestion_taken: {
    status: 409,
    vi: '{name} đã có trong hồ sơ {code} từ gợi ý này.',
    en: '{name} is in dossier {code} already, from this suggestion.',
  },
  title_without_kind: {
    status: 422,
    vi: 'Danh hiệu thi đua không có loại hình khen thưởng hay thủ tục đơn giản; chỉ hình thức khen thưởng mới có.',
    en: 'An emulation title has no kind of commendation and no simplified procedure; only commendation forms have.',
  },
  dossier_not_draft: {
    status: 409,
    vi: 'Hồ sơ đã trình, không còn là bản nháp.',
    en: 'The dossier has been submitted and is no longer a draft.',
  },
  dossier_closed_to_documents: {
    status: 409,
    vi: 'Hồ sơ đang được xét hoặc đã kết thúc, không nhận thêm tài liệu của bạn.',
    en: 'The dossier is being considered or has ended; it takes no documents from you now.',
  },
  dossier_without_nominations: {
    status: 409,
    vi: 'Hồ sơ chưa có ai được đề nghị.',
    en: 'The dossier has no nominations yet.',
  },
  papers_missing: {
    status: 409,
    vi: 'Hồ sơ còn thiếu giấy tờ phải có khi trình: {papers}.',
    en: 'The dossier lacks papers that must be there when it is submitted: {papers}.',
  },
  nominees_not_eligible: {
    status: 409,
    vi: 'Theo quy định, {names} không đủ điều kiện; muốn trình vẫn phải nêu lý do.',
    en: 'By the rules, {names} cannot be proposed; to submit nevertheless, give a reason.',
  },
  nominees_refused: {
    status: 409,
    vi: 'Theo quy định, {names} không đủ điều kiện; cơ quan không nhận hồ sơ có người không đủ điều kiện.',
    en: 'By the rules, {names} cannot be proposed; the organisation takes no dossier with such nominees.',
  },
  eligibility_settled: {
    status: 409,
    vi: 'Hồ sơ không còn đang xét; kết quả xét điều kiện được giữ như đã ghi.',
    en: 'The dossier is not under way; the verdicts stay as they were recorded.',
  },
  dossier_not_withdrawable: {
    status: 409,
    vi: 'Hồ sơ ở trạng thái này không rút được nữa.',
    en: 'A dossier in this state can no longer be withdrawn.',
  },
  dossier_not_holdable: {
    status: 409,
    vi: 'Chỉ tạm dừng được hồ sơ đang xử lý hoặc đang chờ bổ sung.',
    en: 'Only a dossier that is running or returned can be put on hold.',
  },
  dossier_not_on_hold: {
    status: 409,
    vi: 'Hồ sơ không ở trạng thái tạm dừng.',
    en: 'The dossier is not on hold.',
  },
  dossier_on_hold: {
    status: 409,
    vi: 'Hồ sơ đang tạm dừng ({reason}); chưa giải quyết được việc này.',
    en: 'The dossier is on hold ({reason}); this task cannot be decided yet.',
  },
  withdrawal_pending: {
    status: 409,
    vi: 'Hồ sơ đã có yêu cầu rút.',
    en: 'The withdrawal of this dossier was already asked for.',
  },
  nomination_locked: {
    status: 409,
    vi: 'Hội đồng đang bỏ phiếu về đề nghị trong hồ sơ này; hãy chờ phiên họp kết thúc.',
    en: 'A council is voting on this dossier; wait until its session is closed.',
  },
  no_rule_set: {
    status: 409,
    vi: 'Không có bộ quy tắc nào có hiệu lực ngày {date}.',
    en: 'No rule-set is in force on {date}.',
  },
  process_not_deployed: {
    status: 409,
    vi: 'Quy trình khen thưởng chưa được cài đặt; hãy báo quản trị viên.',
    en: 'The award process is not deployed; tell an administrator.',
  },
  instance_ended: {
    status: 409,
    vi: 'Quy trình của hồ sơ đã kết thúc.',
    en: 'The process of this dossier has ended.',
  },
} as const satisfies Record<string, ErrorText>;
