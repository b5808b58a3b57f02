import type { ErrorText } from './error-text.ts';

/** Refusals about administration. */
export const administrationErrors = {
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
} as const satisfies Record<string, ErrorText>;
