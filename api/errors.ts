import type { FieldError, Locale, RowError } from './contract/common.ts';

interface ErrorText {
  status: number;
  /** A sentence that helps; `{name}` is replaced by the parameter of that name. */
  vi: string;
  en: string;
}

/** Every error the API answers with. The code is stable; clients may branch on it. */
export const errorCatalogue = {
  // the request itself
  invalid_request: {
    status: 400,
    vi: 'Yêu cầu có trường chưa hợp lệ; xem chi tiết ở từng trường.',
    en: 'Some fields of the request are not valid; see each field.',
  },
  malformed_json: {
    status: 400,
    vi: 'Nội dung gửi lên không phải JSON hợp lệ.',
    en: 'The body is not valid JSON.',
  },
  malformed_multipart: {
    status: 400,
    vi: 'Tệp gửi lên bị ngắt quãng hoặc sai định dạng; hãy gửi lại.',
    en: 'The upload broke off or is malformed; send it again.',
  },
  malformed_address: {
    status: 400,
    vi: 'Địa chỉ yêu cầu sai định dạng.',
    en: 'The address of the request is malformed.',
  },
  unsupported_media_type: {
    status: 415,
    vi: 'Kiểu nội dung không được hỗ trợ; cần {expected}.',
    en: 'This content type is not supported; send {expected}.',
  },
  body_too_large: {
    status: 413,
    vi: 'Nội dung gửi lên quá lớn.',
    en: 'The body is too large.',
  },
  not_found: {
    status: 404,
    vi: 'Không có gì ở địa chỉ này.',
    en: 'There is nothing at this address.',
  },
  method_not_allowed: {
    status: 405,
    vi: 'Địa chỉ này chỉ nhận: {allowed}.',
    en: 'This address takes only: {allowed}.',
  },
  internal: {
    status: 500,
    vi: 'Hệ thống gặp lỗi ngoài dự kiến; không có gì bị thay đổi. Mã tra cứu: {requestId}.',
    en: 'Something unexpected went wrong; nothing was changed. Reference: {requestId}.',
  },
  database_unavailable: {
    status: 503,
    vi: 'Cơ sở dữ liệu tạm thời không trả lời; hãy thử lại sau ít phút.',
    en: 'The database does not answer at the moment; try again in a few minutes.',
  },

  // who asks
  login_required: { status: 401, vi: 'Bạn cần đăng nhập.', en: 'You need to log in.' },
  session_expired: {
    status: 401,
    vi: 'Phiên làm việc đã hết hạn; hãy đăng nhập lại.',
    en: 'Your session has expired; log in again.',
  },
  login_failed: {
    status: 401,
    vi: 'Tên đăng nhập hoặc mật khẩu không đúng.',
    en: 'The login or the password is wrong.',
  },
  too_many_attempts: {
    status: 429,
    vi: 'Đăng nhập sai quá nhiều lần; hãy thử lại sau 15 phút.',
    en: 'Too many failed logins; try again in 15 minutes.',
  },
  cross_site_request: {
    status: 403,
    vi: 'Yêu cầu đến từ một trang web khác nên bị từ chối.',
    en: 'The request comes from another site and was refused.',
  },
  forbidden: {
    status: 403,
    vi: 'Bạn không có quyền thực hiện việc này.',
    en: 'You may not do this.',
  },

  // dossiers
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

  // nominations
  nomination_not_found: { status: 404, vi: 'Không tìm thấy đề nghị.', en: 'There is no such nomination.' },
  nominee_listed_twice: {
    status: 409,
    vi: '{name} đã có trong hồ sơ.',
    en: '{name} is in the dossier already.',
  },
  nominee_not_found: {
    status: 422,
    vi: 'Không có người hoặc tập thể này.',
    en: 'There is no such person or collective.',
  },
  nominee_outside_unit: {
    status: 422,
    vi: '{name} không thuộc đơn vị đề nghị.',
    en: '{name} does not belong to the proposing unit.',
  },
  nominee_kind_not_allowed: {
    status: 422,
    vi: 'Danh hiệu, hình thức này không dành cho {kind}.',
    en: 'This award is not given to {kind}.',
  },

  initiative_not_held: {
    status: 422,
    vi: 'Sổ của {name} không có sáng kiến, đề tài này.',
    en: 'The ledger of {name} has no such initiative.',
  },
  initiative_spent: {
    status: 409,
    vi: 'Sáng kiến "{initiative}" đã dùng cho {use} nên không dùng được cho {wanted} ({citation}).',
    en: 'The initiative "{initiative}" serves {use}, so it cannot serve {wanted} ({citation}).',
  },

  // initiatives
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

  // ledger
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

  // files
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

  // opinions of Party committees
  party_opinion_missing: {
    status: 409,
    vi: 'Chưa có ý kiến bằng văn bản của cấp ủy về: {nominees} ({citation}).',
    en: 'The written opinion of the Party committee is missing on: {nominees} ({citation}).',
  },
  dossier_not_considered: {
    status: 409,
    vi: 'Hồ sơ chưa trình hoặc đã có quyết định nên không ghi thêm ý kiến cấp ủy.',
    en: 'The dossier is a draft or decided already, and takes no opinion of a Party committee.',
  },
  party_opinion_not_needed: {
    status: 422,
    vi: 'Có người không thuộc diện cần ý kiến cấp ủy ở cấp này.',
    en: 'Somebody named needs no opinion of the Party committee at this level.',
  },
  party_comment_needed: {
    status: 422,
    vi: 'Ý kiến không đồng ý phải kèm nội dung.',
    en: 'An opinion that does not agree says why.',
  },
  party_paper_later: {
    status: 422,
    vi: 'Ngày của văn bản cấp ủy không thể sau hôm nay.',
    en: 'The paper of the Party committee cannot be dated later than today.',
  },
  party_management_not_found: {
    status: 404,
    vi: 'Không tìm thấy mục quản lý của cấp ủy.',
    en: 'There is no such entry of a Party committee.',
  },
  party_management_dates: {
    status: 422,
    vi: 'Ngày thôi quản lý trước ngày bắt đầu.',
    en: 'The last day comes before the first.',
  },
  party_management_ended: {
    status: 409,
    vi: 'Mục này đã có ngày thôi quản lý.',
    en: 'This entry has its last day already.',
  },

  // papers
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

  // tasks
  task_not_found: { status: 404, vi: 'Không tìm thấy việc này.', en: 'There is no such task.' },
  task_already_done: {
    status: 409,
    vi: 'Việc này đã được {by} giải quyết.',
    en: '{by} has already decided this task.',
  },
  task_of_session: {
    status: 409,
    vi: 'Việc này được thực hiện trên trang của phiên họp.',
    en: 'This step is done on the page of the session.',
  },
  task_cancelled: {
    status: 409,
    vi: 'Việc này đã bị hủy theo diễn biến của quy trình.',
    en: 'The process has moved on and cancelled this task.',
  },
  task_claimed_by_other: {
    status: 409,
    vi: 'Việc này đang do {by} giữ.',
    en: '{by} holds this task.',
  },
  task_not_claimed: {
    status: 409,
    vi: 'Bạn không giữ việc này.',
    en: 'You do not hold this task.',
  },
  excluded_decider: {
    status: 403,
    vi: 'Bạn đã giải quyết việc "{task}" của hồ sơ này, nên việc này phải do người khác giải quyết.',
    en: 'You decided "{task}" of this dossier, so somebody else has to decide this task.',
  },
  version_conflict: {
    status: 409,
    vi: 'Dữ liệu đã thay đổi sau khi bạn mở trang; hãy tải lại rồi thử lại.',
    en: 'The data changed after you opened the page; reload it and try again.',
  },
  task_without_form: { status: 404, vi: 'Việc này không có biểu mẫu.', en: 'This task has no form.' },
  form_not_expected: {
    status: 422,
    vi: 'Việc này không có biểu mẫu nên không nhận dữ liệu biểu mẫu.',
    en: 'This task has no form and takes no form data.',
  },
  form_invalid: {
    status: 422,
    vi: 'Biểu mẫu có mục chưa hợp lệ; xem chi tiết ở từng mục.',
    en: 'Some fields of the form are not valid; see each field.',
  },
  reason_required: {
    status: 422,
    vi: 'Trả lại hoặc không duyệt phải nêu lý do.',
    en: 'To return or reject, give a reason.',
  },
  verdict_not_allowed: {
    status: 422,
    vi: 'Bước này không có lựa chọn "{verdict}".',
    en: 'This step does not allow "{verdict}".',
  },

  // campaigns
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

  // office papers
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

  // work plans
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

  // councils
  council_not_found: { status: 404, vi: 'Không tìm thấy hội đồng.', en: 'There is no such council.' },
  session_not_found: { status: 404, vi: 'Không tìm thấy phiên họp.', en: 'There is no such session.' },
  agenda_item_not_found: {
    status: 404,
    vi: 'Nội dung này không có trong chương trình phiên họp.',
    en: 'This item is not on the session’s agenda.',
  },
  agenda_item_not_waiting: {
    status: 409,
    vi: 'Có nội dung không còn chờ đưa ra phiên họp.',
    en: 'An item no longer waits for a session.',
  },
  no_waiting_items: {
    status: 409,
    vi: 'Không có nội dung nào đang chờ phiên họp.',
    en: 'No item waits for a session.',
  },
  member_listed_twice: {
    status: 422,
    vi: 'Một người được ghi hai lần trong danh sách thành viên.',
    en: 'Somebody is listed twice among the members.',
  },
  council_needs_one_chair: {
    status: 422,
    vi: 'Hội đồng phải có đúng một chủ tịch.',
    en: 'A council has exactly one chair.',
  },
  council_needs_a_secretary: {
    status: 422,
    vi: 'Hội đồng phải có thư ký.',
    en: 'A council needs a secretary.',
  },
  outside_council_term: {
    status: 422,
    vi: 'Ngày này nằm ngoài nhiệm kỳ của hội đồng ({from} đến {to}).',
    en: 'This day is outside the term of the council ({from} to {to}).',
  },
  constitution_overtaken: {
    status: 409,
    vi: 'Đã có lần kiện toàn từ ngày {date}; lần này phải từ ngày đó trở đi.',
    en: 'A constitution from {date} stands already; this one must begin on that day or later.',
  },
  council_ends_too_early: {
    status: 422,
    vi: 'Ngày hết nhiệm kỳ phải sau ngày bắt đầu và sau lần kiện toàn cuối.',
    en: 'The term must end after it begins, and after the last re-constitution.',
  },
  session_date_far: {
    status: 422,
    vi: 'Thời gian phiên họp phải trong vòng một năm trước và hai năm sau hôm nay.',
    en: 'A session is at most a year back and two years ahead.',
  },
  closing_date_needed: {
    status: 422,
    vi: 'Lấy ý kiến bằng văn bản cần có thời hạn kết thúc.',
    en: 'A circulation needs a closing date.',
  },
  closing_date_of_meeting: {
    status: 422,
    vi: 'Phiên họp trực tiếp do người chủ trì bế mạc, không có thời hạn tự kết thúc.',
    en: 'A meeting is closed by who presides; it has no closing date.',
  },
  closing_date_early: {
    status: 422,
    vi: 'Thời hạn kết thúc phải sau thời điểm bắt đầu và sau lúc này.',
    en: 'The closing date must be after the beginning and in the future.',
  },
  session_step_not_open: {
    status: 409,
    vi: 'Phiên họp chưa đến hoặc đã qua bước này; hãy tải lại trang.',
    en: 'The session is not at this step yet, or has passed it; load the page again.',
  },
  session_under_way: {
    status: 409,
    vi: 'Phiên họp đã khai mạc nên không dời được; việc lấy ý kiến có thể gia hạn.',
    en: 'The session is open and cannot be put off; a circulation can be extended.',
  },
  session_not_closed_yet: {
    status: 409,
    vi: 'Biên bản được lập sau khi bế mạc.',
    en: 'The minutes are made after the close.',
  },
  ties_undecided: {
    status: 409,
    vi: 'Còn trường hợp ngang phiếu chờ chủ trì quyết định; biên bản được lập sau đó.',
    en: 'Equal votes still wait for the chair; the minutes are made afterwards.',
  },
  notes_closed: {
    status: 409,
    vi: 'Biên bản đã lập; muốn sửa nội dung thì người ký trả lại biên bản.',
    en: 'The minutes are made; to change the notes a signer has to send them back.',
  },
  note_changed: {
    status: 409,
    vi: 'Nội dung này vừa được người khác sửa; hãy đọc lại trước khi ghi.',
    en: 'Somebody has just changed this note; read it again before you write.',
  },
  paper_changed: {
    status: 409,
    vi: 'Văn bản đã khác với bản bạn đọc; hãy đọc lại trước khi ký.',
    en: 'The paper is no longer what you read; read it again before you sign.',
  },
  papers_incomplete: {
    status: 422,
    vi: 'Phải ký cả biên bản họp và biên bản kiểm phiếu.',
    en: 'Both the minutes and the ballot-count record must be signed.',
  },
  already_declared: {
    status: 409,
    vi: 'Bạn đã khai báo cho phiên họp này.',
    en: 'You have already declared for this session.',
  },
  declaration_missing: {
    status: 403,
    vi: 'Hãy khai báo có hay không có xung đột lợi ích trên trang phiên họp; sau đó tài liệu mới mở.',
    en: 'Declare on the page of the session whether you have a conflict of interest; the papers open after that.',
  },
  session_not_planned: {
    status: 409,
    vi: 'Phiên họp đã mở hoặc đã kết thúc.',
    en: 'The session is open or closed already.',
  },
  session_not_open: {
    status: 409,
    vi: 'Phiên họp chưa mở hoặc đã kết thúc.',
    en: 'The session is not open.',
  },
  session_closed: { status: 409, vi: 'Phiên họp đã kết thúc.', en: 'The session is closed.' },
  agenda_empty: {
    status: 409,
    vi: 'Chương trình phiên họp không còn nội dung nào.',
    en: 'Nothing is left on the agenda.',
  },
  council_without_members: {
    status: 409,
    vi: 'Hội đồng chưa có ủy viên nào đương nhiệm.',
    en: 'The council has no members in office.',
  },
  not_a_member: {
    status: 403,
    vi: 'Bạn không phải ủy viên của phiên họp này.',
    en: 'You are not a member of this session.',
  },
  member_not_found: {
    status: 422,
    vi: 'Người này không phải ủy viên của phiên họp.',
    en: 'This person is not a member of the session.',
  },
  member_is_present: {
    status: 409,
    vi: 'Ủy viên đang dự họp thì tự bỏ phiếu, không ghi ý kiến bằng văn bản.',
    en: 'A member who attends votes in person; no written opinion is recorded.',
  },
  not_on_agenda: {
    status: 422,
    vi: 'Có phiếu cho nội dung không thuộc chương trình phiên họp.',
    en: 'A ballot names an item that is not on the agenda.',
  },
  agenda_item_decided: {
    status: 409,
    vi: 'Nội dung này đã được trả lại hoặc rút khỏi chương trình.',
    en: 'This item has been returned or removed.',
  },
  ballot_listed_twice: {
    status: 422,
    vi: 'Có nội dung được bỏ phiếu hai lần trong một lần gửi.',
    en: 'An item appears twice among the ballots.',
  },
  member_recused: {
    status: 409,
    vi: 'Ủy viên có xung đột lợi ích nên không tham gia biểu quyết nội dung này.',
    en: 'The member has a conflict of interest and does not vote on this item.',
  },
  ballot_already_cast: {
    status: 409,
    vi: 'Bạn đã bỏ phiếu cho nội dung này, có thể từ một thiết bị khác; phiếu đó vẫn giữ nguyên. Hãy xem lại phiếu của mình rồi thay đổi nếu cần.',
    en: 'You have voted on this item already, perhaps from another device; that ballot stands. Look at your ballot again, then change it if you wish.',
  },
  ballot_not_secret: {
    status: 409,
    vi: 'Phiên họp này biểu quyết công khai, không có mã biên nhận.',
    en: 'This session votes openly; there are no receipts.',
  },
  receipt_not_found: {
    status: 404,
    vi: 'Trong hòm phiếu không còn phiếu nào của bạn ứng với mã biên nhận này; phiếu có thể đã được thay đổi sau đó.',
    en: 'The box holds no ballot of yours under this receipt; it may have been changed since.',
  },
  session_not_closed: {
    status: 409,
    vi: 'Phiên họp chưa bế mạc nên chưa thể kiểm phiếu lại.',
    en: 'The session is not closed yet; there is nothing to count again.',
  },
  ballot_box_damaged: {
    status: 500,
    vi: 'Có phiếu kín không mở được: dữ liệu đã bị thay đổi hoặc sai khóa. Chưa phiếu nào được tính; hãy báo quản trị hệ thống.',
    en: 'A sealed ballot does not open: the data were changed or the secret is another one. Nothing was counted; tell the administrator.',
  },
  ballot_secret_missing: {
    status: 503,
    vi: 'Hệ thống thiếu khóa đã niêm phong hòm phiếu của phiên họp này; quản trị hệ thống cần đưa khóa cũ vào BALLOT_SECRET.',
    en: 'The secret that sealed this session’s box is not configured; the administrator must add it to BALLOT_SECRET.',
  },
  written_opinion_not_found: {
    status: 422,
    vi: 'Không có tài liệu ý kiến bằng văn bản này trong các hồ sơ của phiên họp.',
    en: 'There is no such written opinion among the dossiers of the session.',
  },
  quorum_missing: {
    status: 409,
    vi: 'Chưa đủ số thành viên tối thiểu: dự {attending}/{total}, cần {needed}. Chưa phiếu nào được tính.',
    en: 'The quorum is missing: {attending} of {total} attend, {needed} are needed. Nothing was counted.',
  },

  not_overrulable: {
    status: 422,
    vi: 'Chỉ người đứng đầu, khi duyệt, quyết định khác với ý kiến hội đồng cùng cấp về từng đề nghị đã được biểu quyết.',
    en: 'Only a head who approves decides otherwise than the council of that level, on nominations that it voted on.',
  },
  nobody_approved: {
    status: 422,
    vi: 'Hội đồng không thông qua đề nghị nào: hãy duyệt đích danh đề nghị nào, kèm lý do, hoặc không duyệt hồ sơ.',
    en: 'The council passed nobody: name the nominations you approve, with a reason, or reject the dossier.',
  },
  item_listed_twice: {
    status: 422,
    vi: 'Có mục được nêu hai lần trong một lần gửi.',
    en: 'An item is named twice in one request.',
  },
  undo_too_late: {
    status: 409,
    vi: 'Đã quá 10 giây: quyết định đã được chuyển đi, không hoàn tác được nữa.',
    en: 'More than ten seconds have passed: the decision has been sent on and can no longer be undone.',
  },
  nothing_to_undo: {
    status: 409,
    vi: 'Bạn không có quyết định nào ở việc này để hoàn tác.',
    en: 'There is no decision of yours on this task to take back.',
  },
  proxy_not_allowed: {
    status: 409,
    vi: 'Quy định không cho ủy quyền biểu quyết ({citation}); thành viên vắng mặt gửi ý kiến bằng văn bản.',
    en: 'The rule allows no proxy ({citation}); an absent member sends a written opinion.',
  },
  proxy_sits_already: {
    status: 422,
    vi: 'Người được ủy quyền đã biểu quyết trong phiên họp này; mỗi người chỉ bỏ một phiếu.',
    en: 'The proxy votes in this session already; nobody casts two ballots.',
  },
  proxy_paper_not_found: {
    status: 422,
    vi: 'Chưa có văn bản ủy quyền trong hồ sơ nào của chương trình; hãy đính kèm trước.',
    en: 'No dossier of the agenda holds this appointment; attach it first.',
  },
  closes_early: {
    status: 409,
    vi: 'Chưa đến hạn gửi phiếu và còn {left} phiếu chưa bỏ; chỉ kết thúc sớm khi mọi người có quyền đã bỏ phiếu.',
    en: 'The closing date has not come and {left} ballots are missing; it closes early only when all who may have voted.',
  },
  ballot_rounds_used: {
    status: 409,
    vi: 'Quy định chỉ cho phép bỏ phiếu {rounds} lần về một nội dung; đã hết số lần.',
    en: 'The rule allows {rounds} ballots on one item; they have been used.',
  },
  ballots_outstanding: {
    status: 409,
    vi: 'Còn {left} phiếu của thành viên dự họp chưa bỏ; chưa được kết thúc sớm lần bỏ phiếu này.',
    en: '{left} ballots of members who attend are still to be cast; this ballot cannot be ended early.',
  },
  ranked_by_votes: {
    status: 409,
    vi: 'Nội dung này có chỉ tiêu, được xếp theo số phiếu khi bế mạc; không bỏ phiếu lại.',
    en: 'A quota applies to this item: it is ranked by votes at the close and not voted on again.',
  },
  not_the_chair: {
    status: 403,
    vi: 'Chỉ chủ tịch hội đồng của phiên họp này được bỏ lá phiếu quyết định.',
    en: 'Only the chair of this session has the deciding vote.',
  },
  not_tied: {
    status: 409,
    vi: 'Có nội dung không cần lá phiếu quyết định của chủ tịch.',
    en: 'The chair’s deciding vote is not needed on one of these items.',
  },
  ties_left_out: {
    status: 422,
    vi: 'Những đề nghị có số phiếu bằng nhau phải được quyết định cùng một lúc.',
    en: 'Nominations with equally many votes are decided together.',
  },
  wrong_number_decided: {
    status: 422,
    vi: 'Còn {places} suất cho những đề nghị có số phiếu bằng nhau, đã chọn {chosen}.',
    en: '{places} places are left for the nominations with equal votes; {chosen} were chosen.',
  },

  // definitions and running instances
  definition_not_found: {
    status: 404,
    vi: 'Không tìm thấy phiên bản quy trình.',
    en: 'There is no such version of a process.',
  },
  model_invalid: {
    status: 422,
    vi: 'Mô hình có lỗi nên không thể triển khai; xem từng phần tử.',
    en: 'The model has errors and cannot be deployed; see each element.',
  },
  confirmation_required: {
    status: 409,
    vi: 'Mô hình có {count} cảnh báo; hãy đọc rồi xác nhận.',
    en: 'The model has {count} warnings; read them and confirm.',
  },
  process_not_chosen: {
    status: 422,
    vi: 'Hãy chọn quy trình bắt đầu trong các quy trình: {processes}.',
    en: 'Say which process starts: {processes}.',
  },
  file_listed_twice: {
    status: 422,
    vi: 'Có hai tệp cùng tên {name}.',
    en: 'Two files are named {name}.',
  },
  instance_not_found: {
    status: 404,
    vi: 'Không tìm thấy quy trình đang chạy.',
    en: 'There is no such process instance.',
  },
  instance_not_begun: {
    status: 409,
    vi: 'Quy trình vừa được trình và chưa bắt đầu; hãy thử lại sau giây lát.',
    en: 'The process has not begun yet; try again in a moment.',
  },
  instance_not_cancelled: {
    status: 409,
    vi: 'Chỉ khởi động lại được quy trình đã bị quản trị viên hủy.',
    en: 'Only a process that an administrator cancelled can be started again.',
  },
  operation_refused: {
    status: 409,
    vi: '{problem} Không có gì bị thay đổi.',
    en: '{problem} Nothing was changed.',
  },

  // administration
  incident_not_found: { status: 404, vi: 'Không tìm thấy sự cố.', en: 'There is no such incident.' },
  incident_resolved: {
    status: 409,
    vi: 'Sự cố này đã được xử lý.',
    en: 'This incident is already resolved.',
  },
  calendar_unchanged: {
    status: 422,
    vi: 'Thay đổi không có ngày nào; lịch giữ nguyên.',
    en: 'The change has no day in it; the calendar stays as it is.',
  },
  dossier_not_received: {
    status: 409,
    vi: 'Hồ sơ chưa được cơ quan thẩm định tiếp nhận hoặc đã kết thúc nên không xét lại theo quy định mới.',
    en: 'The dossier was not yet received for appraisal, or has ended, so it is not re-evaluated under a newer law.',
  },
  rule_set_not_newer: {
    status: 409,
    vi: 'Không có bộ quy tắc nào mới hơn bộ đang áp dụng cho hồ sơ.',
    en: 'No rule-set is newer than the one that binds the dossier.',
  },
  comparison_changed: {
    status: 409,
    vi: 'Kết quả so sánh đã thay đổi từ khi bạn xem; hãy xem lại trước khi quyết định.',
    en: 'The comparison has changed since you saw it; look at it again first.',
  },
  nothing_differs: {
    status: 409,
    vi: 'Quy định mới không có gì khác đối với hồ sơ này.',
    en: 'The newer law says nothing different for this dossier.',
  },
  less_favourable: {
    status: 409,
    vi: 'Quy định mới bất lợi hơn cho người được đề nghị; hồ sơ giữ quy định đang áp dụng.',
    en: 'The newer law is worse for a nominee; the dossier keeps the one it has.',
  },
  overlay_not_found: {
    status: 404,
    vi: 'Không tìm thấy quy định riêng.',
    en: 'There is no such overlay.',
  },
  overlay_refused: {
    status: 422,
    vi: 'Quy định riêng chưa dùng được; xem từng dòng.',
    en: 'The overlay cannot be used as it is; see each line.',
  },
  overlay_starts_twice: {
    status: 409,
    vi: 'Đơn vị đã có quy định riêng bắt đầu từ ngày {date}.',
    en: 'The unit already has an overlay that begins on {date}.',
  },
  overlay_in_use: {
    status: 409,
    vi: 'Đã có hồ sơ áp dụng quy định này nên không sửa được; hãy đặt ngày hết hiệu lực và lập quy định mới.',
    en: 'Dossiers are bound to this overlay, so it stays as it is; give it a last day and write a new one.',
  },
  overlay_ends_too_early: {
    status: 422,
    vi: 'Ngày hết hiệu lực phải từ ngày {from} trở đi.',
    en: 'The last day must not be before {from}.',
  },
  quota_exceeded: {
    status: 409,
    vi: 'Vượt chỉ tiêu: đã đề nghị {proposed}, chỉ tiêu năm {year} là {limit} ({citation}).',
    en: 'Over the quota: {proposed} proposed, the limit for {year} is {limit} ({citation}).',
  },
  substitution_not_found: {
    status: 404,
    vi: 'Không có ủy quyền này, hoặc hôm nay không còn hiệu lực.',
    en: 'There is no such substitution, or it does not hold today.',
  },
  substitution_over: {
    status: 409,
    vi: 'Ủy quyền này đã kết thúc.',
    en: 'This substitution is over.',
  },
  substitution_not_passed_on: {
    status: 409,
    vi: 'Người được ủy quyền không ủy quyền lại; hãy trở về làm việc cho chính mình.',
    en: 'Who substitutes somebody passes nothing on; act for yourself first.',
  },
  dates_reversed: {
    status: 422,
    vi: 'Ngày cuối phải sau ngày đầu và chưa qua.',
    en: 'The last day must not be before the first one nor in the past.',
  },
  role_not_held: {
    status: 422,
    vi: 'Bạn chỉ ủy quyền được vai trò mà bạn đang giữ.',
    en: 'You can only be substituted in roles that you hold.',
  },
  ballot_not_delegated: {
    status: 422,
    vi: 'Phiếu của ủy viên hội đồng không ủy quyền được.',
    en: 'The ballot of a council member cannot be delegated.',
  },
  substitute_without_account: {
    status: 422,
    vi: 'Người này chưa có tài khoản.',
    en: 'This person has no account.',
  },
  substitutes_self: {
    status: 422,
    vi: 'Không thể ủy quyền cho chính mình.',
    en: 'Nobody substitutes themselves.',
  },
  not_appraising: {
    status: 409,
    vi: 'Chỉ người đang thẩm định hồ sơ mới lấy ý kiến hiệp y, khi việc thẩm định còn mở.',
    en: 'Only who appraises the dossier asks for opinions, while the appraisal is open.',
  },
  opinion_asked_already: {
    status: 409,
    vi: 'Đã ghi yêu cầu lấy ý kiến cơ quan này.',
    en: 'This agency is on the list already.',
  },
  opinion_request_not_found: {
    status: 404,
    vi: 'Không tìm thấy yêu cầu lấy ý kiến.',
    en: 'There is no such opinion request.',
  },
  opinion_request_sent: {
    status: 409,
    vi: 'Yêu cầu đã gửi, không xóa được nữa.',
    en: 'The request was sent and cannot be taken back.',
  },
  posting_not_found: {
    status: 404,
    vi: 'Không có đợt công khai này, hoặc thời hạn công khai đã hết.',
    en: 'There is no such public posting, or its window is over.',
  },
  posting_not_ended: {
    status: 409,
    vi: 'Hồ sơ {dossier} phải công khai lấy ý kiến ít nhất {days} ngày làm việc trước khi hội đồng họp; đợt công khai chưa kết thúc.',
    en: 'Dossier {dossier} must be posted in public for at least {days} working days before the council meets; its posting has not ended.',
  },
  posting_missing: {
    status: 409,
    vi: 'Hồ sơ {dossier} phải công khai lấy ý kiến ít nhất {days} ngày làm việc trước khi hội đồng họp, nhưng chưa được công khai. Đưa hồ sơ ra khỏi chương trình; quản trị viên chuyển hồ sơ sang quy trình mới nhất và đưa về bước công khai.',
    en: 'Dossier {dossier} must be posted in public for at least {days} working days before the council meets, but never was. Take it off the agenda; the administrator migrates it to the newest process and moves it to the posting.',
  },
  comment_not_found: { status: 404, vi: 'Không tìm thấy góp ý.', en: 'There is no such comment.' },
  comment_already_moderated: {
    status: 409,
    vi: 'Người khác đã phân loại góp ý này; hãy xem lại.',
    en: 'Somebody else has moderated this comment; look again.',
  },
  comments_unread: {
    status: 409,
    vi: 'Còn góp ý chưa phân loại; hãy xem hết trong mục Góp ý công khai rồi kết luận.',
    en: 'Some comments are not moderated yet; read them all under Public comments, then conclude.',
  },
  too_many_comments: {
    status: 429,
    vi: 'Địa chỉ mạng này đã gửi quá nhiều góp ý; hãy thử lại sau một giờ.',
    en: 'Too many comments came from this network address; try again in an hour.',
  },
  task_not_open: {
    status: 409,
    vi: 'Việc này không còn chờ giải quyết.',
    en: 'This task no longer waits for anybody.',
  },
  notice_not_found: { status: 404, vi: 'Không tìm thấy thông báo.', en: 'There is no such notice.' },
  mail_not_found: { status: 404, vi: 'Không tìm thấy thư.', en: 'There is no such mail.' },

  // emulation blocs
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

  // role models
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

export type ErrorCode = keyof typeof errorCatalogue;

/** Names of what an error speaks of, put into its sentence. `vi` and `en` where the languages differ. */
export type ErrorParameters = Record<string, string | number | { vi: string; en: string }>;

export interface ErrorDetails {
  parameters?: ErrorParameters;
  /** Made when the language of the user is known. */
  errors?: (locale: Locale) => FieldError[];
  rows?: (locale: Locale) => RowError[];
}

/** Refusal of a request: it changed nothing, and its code says why. */
export class ApiError extends Error {
  readonly code: ErrorCode;
  readonly details: ErrorDetails;
  constructor(code: ErrorCode, details: ErrorDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return errorCatalogue[this.code].status;
  }
}

/** The sentence of an error in a language. */
export function errorSentence(code: ErrorCode, locale: Locale, parameters: ErrorParameters = {}): string {
  return fill(errorCatalogue[code][locale], locale, parameters);
}

/** Puts parameters into a sentence; a name without a parameter stays as it is. */
export function fill(sentence: string, locale: Locale, parameters: ErrorParameters): string {
  return sentence.replace(/\{(\w+)\}/g, (placeholder, name: string) => {
    const value = parameters[name];
    if (value === undefined) return placeholder;
    return typeof value === 'object' ? value[locale] : String(value);
  });
}
