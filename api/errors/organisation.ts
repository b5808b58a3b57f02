import type { ErrorText } from './error-text.ts';

/** Refusals about units, people and their posts, accounts and roles. */
export const organisationErrors = {
  unit_code_taken: {
    status: 409,
    vi: 'Mã {code} đã được dùng cho một đơn vị khác.',
    en: 'The code {code} belongs to another unit already.',
  },
  unit_ended: {
    status: 409,
    vi: 'Đơn vị đã kết thúc hoạt động từ {date}.',
    en: 'The unit ended on {date}.',
  },
  unit_unchanged: {
    status: 422,
    vi: 'Thông tin đơn vị không có gì thay đổi.',
    en: 'Nothing about the unit would change.',
  },
  unit_below_itself: {
    status: 422,
    vi: 'Không thể chuyển đơn vị vào chính nó hoặc vào đơn vị thuộc nó.',
    en: 'A unit cannot be moved below itself.',
  },
  unit_change_overtaken: {
    status: 409,
    vi: 'Đã có thay đổi của đơn vị này từ {date}; thay đổi mới không được sớm hơn.',
    en: 'This unit was changed from {date} on; a new change cannot begin earlier.',
  },
  unit_change_not_found: {
    status: 404,
    vi: 'Không tìm thấy thay đổi này.',
    en: 'There is no such change.',
  },
  unit_change_settled: {
    status: 409,
    vi: 'Thay đổi này đã có hiệu lực hoặc đã được rút lại.',
    en: 'This change has taken effect or was taken back.',
  },
  unit_in_use: {
    status: 409,
    vi: 'Chưa thể kết thúc đơn vị. Còn: {what}.',
    en: 'The unit cannot end yet. There are still: {what}.',
  },
  unit_not_standing: {
    status: 422,
    vi: 'Đơn vị {unit} chỉ hoạt động từ {from} đến {to}.',
    en: 'The unit {unit} stands from {from} to {to} only.',
  },
  day_before_start: {
    status: 422,
    vi: 'Ngày không được trước {date}.',
    en: 'The day cannot be before {date}.',
  },
  position_not_found: {
    status: 404,
    vi: 'Không tìm thấy chức vụ này.',
    en: 'There is no such position.',
  },
  position_ended: {
    status: 409,
    vi: 'Chức vụ này đã kết thúc.',
    en: 'This position has ended.',
  },
  birth_in_future: {
    status: 422,
    vi: 'Ngày sinh không được sau ngày hôm nay.',
    en: 'The day of birth cannot be after today.',
  },
  account_not_found: {
    status: 404,
    vi: 'Không tìm thấy tài khoản này.',
    en: 'There is no such account.',
  },
  account_exists: {
    status: 409,
    vi: 'Người này đã có tài khoản {login}.',
    en: 'This person has the account {login} already.',
  },
  account_ended: {
    status: 409,
    vi: 'Tài khoản này đã chấm dứt.',
    en: 'This account has ended.',
  },
  account_locked_already: {
    status: 409,
    vi: 'Tài khoản này đang bị khóa.',
    en: 'This account is locked.',
  },
  account_not_locked: {
    status: 409,
    vi: 'Tài khoản này không bị khóa.',
    en: 'This account is not locked.',
  },
  account_beyond: {
    status: 403,
    vi: 'Tài khoản này còn có vai trò tại {unit}, ngoài phạm vi bạn quản trị; hãy nhờ quản trị của nơi đó.',
    en: 'This account also holds a role at {unit}, which you do not administer; ask the administrator there.',
  },
  account_own: {
    status: 409,
    vi: 'Bạn không thể khóa, chấm dứt hay đặt lại mật khẩu tài khoản của chính mình.',
    en: 'You cannot lock, end or reset your own account.',
  },
  login_taken: {
    status: 409,
    vi: 'Tên đăng nhập {login} đã có người dùng.',
    en: 'The login {login} is taken.',
  },
  last_administrator: {
    status: 409,
    vi: 'Đây là quản trị cuối cùng của {unit}; hãy giao vai trò quản trị không thời hạn cho người khác trước.',
    en: 'This is the last administrator of {unit}; give somebody else the role without an end first.',
  },
  role_held_already: {
    status: 409,
    vi: 'Tài khoản đã có vai trò này tại đây trong thời gian đó.',
    en: 'The account holds this role here in that time already.',
  },
  role_place_unfit: {
    status: 422,
    vi: 'Vai trò trong hội đồng gắn với hội đồng, các vai trò khác gắn với đơn vị.',
    en: 'Roles of a council are held on a council, all others on a unit.',
  },
  role_without_seat: {
    status: 422,
    vi: 'Người này không giữ ghế nào trong hội đồng cho vai trò đó; hãy kiện toàn hội đồng.',
    en: 'The person has no seat on the council that gives this role; re-constitute the council.',
  },
  role_not_found: {
    status: 404,
    vi: 'Không tìm thấy vai trò này.',
    en: 'There is no such role.',
  },
  role_ended: {
    status: 409,
    vi: 'Vai trò này đã kết thúc hoặc kết thúc sớm hơn ngày đó.',
    en: 'This role has ended, or ends before that day.',
  },
} as const satisfies Record<string, ErrorText>;
