import type { ErrorText } from './error-text.ts';

/** Refusals about councils. */
export const councilErrors = {
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
} as const satisfies Record<string, ErrorText>;
