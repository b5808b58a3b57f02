import type { Bilingual } from '../../../domain/law/source.ts';
import { type OrganisationColumn, organisationColumns } from '../../files/organisation-sheet.ts';
import type { CellError } from '../../files/row-errors.ts';

const sentences = {
  unknown_unit: {
    vi: 'Không có đơn vị nào mang mã này trong hệ thống hay trong tệp.',
    en: 'No unit of the system or the file has this code.',
  },
  not_administered: {
    vi: 'Bạn không quản trị đơn vị này.',
    en: 'You do not administer this unit.',
  },
  root_not_yours: {
    vi: 'Chỉ quản trị của toàn tổ chức lập được đơn vị không có cấp trên.',
    en: 'Only the administrator of a whole organisation makes a unit with none above it.',
  },
  unit_not_standing: {
    vi: 'Đơn vị không hoạt động trong suốt thời gian đó.',
    en: 'The unit does not stand throughout that time.',
  },
  ambiguous_person: {
    vi: 'Có nhiều người mang mã số này.',
    en: 'Several people have this code.',
  },
  dates_reversed: {
    vi: 'Ngày cuối trước ngày đầu.',
    en: 'The last day is before the first.',
  },
  birth_in_future: {
    vi: 'Ngày sinh không được sau ngày hôm nay.',
    en: 'The day of birth cannot be after today.',
  },
  login_taken: {
    vi: 'Tên đăng nhập đã có người khác dùng.',
    en: 'The login is somebody else’s.',
  },
  account_exists: {
    vi: 'Người này đã có tài khoản với tên đăng nhập khác.',
    en: 'This person has an account with another login.',
  },
  account_ended: { vi: 'Tài khoản này đã chấm dứt.', en: 'This account has ended.' },
  unknown_login: {
    vi: 'Không có tài khoản nào bạn quản trị mang tên đăng nhập này.',
    en: 'No account that you administer has this login.',
  },
} satisfies Record<string, Bilingual>;

/** What is wrong with a cell of the sheet. */
export const cellError = (
  { row }: { row: number },
  column: OrganisationColumn,
  code: keyof typeof sentences,
): CellError => ({ row, column: organisationColumns[column], code, sentence: sentences[code] });

/** The sheet says otherwise than what is recorded, which an import never changes. */
export const differs = (
  { row }: { row: number },
  column: OrganisationColumn,
  recorded: string | null,
): CellError => ({
  row,
  column: organisationColumns[column],
  code: 'differs',
  sentence: {
    vi: `Hệ thống đang ghi "${recorded ?? ''}"; sửa ở trang của đơn vị hay người đó, hoặc sửa tệp.`,
    en: `The system has "${recorded ?? ''}"; change it on the page of the unit or person, or correct the file.`,
  },
});
