import { inVietnamese, warningInVietnamese } from '../feel/vietnamese.ts';

/** What the core says of its own accord when a model is stuck (`stuck.ts`); the English sentences stand where it is thrown. */
const SENTENCES: [RegExp, string][] = [
  [
    /^no condition of the flows out of (.+) holds and none is the default$/,
    'Không điều kiện nào của các luồng đi ra từ $1 thỏa và không có luồng mặc định',
  ],
  [/^nothing catches the error without code$/, 'Không phần tử nào bắt lỗi không mã này'],
  [/^nothing catches the error (.+)$/, 'Không phần tử nào bắt lỗi $1'],
  [/^no process (.+) in this deployment$/, 'Lần triển khai này không có quy trình $1'],
  [
    /^more than (\d+) tokens moved in one step without waiting for anything$/,
    'Hơn $1 bước chạy liền nhau mà không chờ gì: quy trình lặp vô tận',
  ],
  [/^processes call each other more than (\d+) levels deep$/, 'Các quy trình gọi nhau sâu hơn $1 tầng'],
  [/^there is no transaction to cancel$/, 'Không có giao dịch nào để hủy'],
  [
    /^only its event starts an event sub-process$/,
    'Chỉ sự kiện của nó mới khởi động được quy trình con theo sự kiện',
  ],
  [/^(.*): this is (.+), not FEEL$/, '$1: đây là $2, không phải FEEL'],
  [/^(.*): expected (.+), got (.*)$/, '$1: cần $2, nhưng nhận được $3'],
];

/** What an expression in its place should have given. */
const WANTED: Record<string, string> = {
  'true or false': 'đúng hoặc sai',
  'a text': 'chữ',
  'a list of texts': 'danh sách chữ',
  'a date or a duration': 'ngày hoặc thời lượng',
  'a date, a duration or a number of days': 'ngày, thời lượng hoặc số ngày',
  'a whole number of days': 'số ngày nguyên',
  'an ISO duration': 'thời lượng ISO',
  'a repeating interval': 'chu kỳ',
  'a repeating interval such as R3/PT10M': 'chu kỳ, ví dụ R3/PT10M',
  'a number of retries': 'số lần thử lại',
  'a priority from 0 to 100': 'mức ưu tiên từ 0 đến 100',
  'a correlation key (text or number)': 'khóa liên kết (chữ hoặc số)',
};

/** The message of an incident in the user's language; what the core did not write stays as it is. */
export function incidentMessage(message: string, locale: 'vi' | 'en'): string {
  if (locale === 'en') return message;
  const known = SENTENCES.find(([sentence]) => sentence.test(message));
  if (known) {
    return message.replace(known[0], known[1]).replace(/cần (.+), nhưng/, (whole, wanted: string) => {
      const [, kind = '', limit = ''] = /^(a list of at most|a number from 0 to) (\d+)/.exec(wanted) ?? [];
      if (limit !== '')
        return `cần ${kind.startsWith('a list') ? 'danh sách tối đa' : 'số từ 0 đến'} ${limit}, nhưng`;
      return WANTED[wanted] === undefined ? whole : `cần ${WANTED[wanted]}, nhưng`;
    });
  }
  // An expression and, behind a colon, what is wrong with it; the expression may hold colons itself.
  for (let at = message.indexOf(': '); at >= 0; at = message.indexOf(': ', at + 1)) {
    const reason = message.slice(at + 2);
    const translated = [warningInVietnamese(reason), inVietnamese(reason)].find((text) => text !== reason);
    if (translated !== undefined) return `${message.slice(0, at)}: ${translated}`;
  }
  return message;
}
