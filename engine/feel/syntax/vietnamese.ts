/** The parser's sentences in Vietnamese; the English ones are the parser's own. */
const SENTENCES: [RegExp, string][] = [
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
  [/^The expression is longer than (\d+) characters/, 'Biểu thức dài quá $1 ký tự'],
];

/** What `parse` said, in Vietnamese. */
export function inVietnamese(problem: string): string {
  const [pattern, text] = SENTENCES.find(([sentence]) => sentence.test(problem)) ?? [/^$/, ''];
  return problem
    .replace(pattern, text)
    .replace(/ or (?=")/, ' hoặc ')
    .replace(/ at position (\d+)/, ' ở vị trí $1')
    .replace(' (end of the expression)', ' (cuối biểu thức)')
    .replace(/(\d), near (?=")/, '$1, gần ');
}
