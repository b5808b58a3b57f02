/** What the parser says is wrong, in Vietnamese; the English sentences are the parser's own. */
const PROBLEMS: [RegExp, string][] = [
  [/^Unexpected text/, 'Đoạn này không đọc được'],
  [/^A comment is not closed/, 'Chú thích chưa được đóng'],
  [/^A string is not closed/, 'Chuỗi chữ chưa được đóng'],
  [/^Expected an expression/, 'Thiếu biểu thức'],
  [/^Expected the name of a variable/, 'Thiếu tên biến'],
  [/^Expected the name of a parameter/, 'Thiếu tên tham số'],
  [/^Expected the name of a type/, 'Thiếu tên kiểu dữ liệu'],
  [/^Expected the name of a context entry/, 'Thiếu tên của mục'],
  [/^Expected a name behind "\."/, 'Thiếu tên sau dấu "."'],
  [/^Expected a name and ":"/, 'Thiếu tên và dấu ":"'],
  [/^Expected a string behind "@"/, 'Thiếu chuỗi chữ sau dấu "@"'],
  [/^Expected (?=")/, 'Thiếu '],
  [/^Unknown type /, 'Không có kiểu dữ liệu '],
  [/^The expression is nested too deeply/, 'Biểu thức lồng nhau quá sâu'],
  [/^The expression has too many operators in a row/, 'Biểu thức có quá nhiều phép toán nối tiếp nhau'],
  [/^The expression is longer than (\d+) characters/, 'Biểu thức dài quá $1 ký tự'],
];

/** Why something became null while it was evaluated; `$1` may be a kind of value. */
const WARNINGS: [RegExp, string][] = [
  [/^Unknown variable "(.*)"$/, 'Chưa có biến "$1"'],
  [/^Unknown function "(.*)"$/, 'Không có hàm "$1"'],
  [/^Cannot apply (.+) to (.+) and (.+)$/, 'Không làm được phép $1 giữa $2 và $3'],
  [/^Cannot compare (.+) with (.+)$/, 'Không so sánh được $1 với $2'],
  [/^Cannot negate (.+)$/, 'Không đổi dấu được $1'],
  [/^Cannot iterate over (.+)$/, 'Không lặp được trên $1'],
  [/^Cannot call (.+)$/, 'Không gọi được $1 như hàm'],
  [
    /^The result of (.+) is no number \(division by zero, or too large\)$/,
    'Kết quả của phép $1 không phải là số (chia cho 0 hoặc quá lớn)',
  ],
  [/^(.+)\(\) gives null for \((.*)\)$/, 'Hàm $1() cho null với ($2)'],
  [/^(.+)\(\) gives null for the named arguments \((.*)\)$/, 'Hàm $1() cho null với các tham số ($2)'],
  [/^(.+) has no entry "(.*)"$/, 'Trong $1 không có mục "$2"'],
  [/^A filter wants a number or a boolean, not (.+)$/, 'Bộ lọc cần số hoặc đúng/sai, không phải $1'],
  [/^A list of (\d+) has no element (.+)$/, 'Danh sách có $1 phần tử, không có phần tử thứ $2'],
  [/^The function wants (\d+) arguments, not (\d+)$/, 'Hàm cần $1 tham số, không phải $2'],
  [/^The argument "(.*)" cannot be a (.+)$/, 'Tham số "$1" không thể là $2'],
  [/^The result of the function is not of its type$/, 'Kết quả của hàm không đúng kiểu'],
  [/^The ends of the range are of different types$/, 'Hai đầu của khoảng khác kiểu'],
  [/^A key is given twice$/, 'Một khóa được nêu hai lần'],
  [/^External functions are not supported$/, 'Không hỗ trợ hàm bên ngoài'],
  [/^The assertion does not hold$/, 'Điều được khẳng định không đúng'],
  [/^The text is too long for this pattern$/, 'Đoạn chữ quá dài cho mẫu này'],
];

const KINDS: Record<string, string> = {
  number: 'số',
  string: 'chữ',
  boolean: 'đúng/sai',
  list: 'danh sách',
  context: 'bản ghi',
  range: 'khoảng',
  function: 'hàm',
  date: 'ngày',
  time: 'giờ',
  'date and time': 'ngày giờ',
  'days and time duration': 'thời lượng ngày giờ',
  'years and months duration': 'thời lượng năm tháng',
};

/** A warning of an evaluation in Vietnamese; one that is not known is given back as it is. */
export function warningInVietnamese(warning: string): string {
  const known = WARNINGS.find(([sentence]) => sentence.test(warning));
  if (!known) return warning;
  const [sentence, vietnamese] = known;
  const parts = sentence.exec(warning) ?? [];
  return vietnamese.replace(/\$(\d)/g, (_, place: string) => {
    const part = parts[Number(place)] ?? '';
    return part
      .split(', ')
      .map((kind) => KINDS[kind] ?? kind)
      .join(', ');
  });
}

/** What `parse` said, in Vietnamese; one that is not known is given back as it is. */
export function inVietnamese(problem: string): string {
  const known = PROBLEMS.find(([sentence]) => sentence.test(problem));
  if (!known) return problem;
  return problem
    .replace(...known)
    .replace(/ or (?=")/, ' hoặc ')
    .replace(/ at position (\d+)/, ' ở vị trí $1')
    .replace(' (end of the expression)', ' (cuối biểu thức)')
    .replace(/(\d), near (?=")/, '$1, gần ');
}
