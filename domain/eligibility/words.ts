import type { Bilingual } from '../law/source.ts';

/** Names of awards by their code; a code without a name stays a code. */
export type AwardNames = ReadonlyMap<string, Bilingual>;

/**
 * What a finding's fact or gap says, in words of both languages. Facts are written once, in codes and years, so that scripts
 * and stored verdicts read the same in every language; this is where people meet them. A text that is not a code's phrase,
 * such as a fact of a later rule, is shown as it is.
 *
 *     inWords('CSTD_BO 2025', names)    // { vi: 'Chiến sĩ thi đua cấp bộ … năm 2025', en: '… 2025' }
 *     inWords('1 x initiative national', names)
 */
export function inWords(text: string, names: AwardNames): Bilingual {
  for (const { pattern, say } of phrases) {
    const found = pattern.exec(text);
    if (found) return say(found.groups ?? {}, names);
  }
  return { vi: text, en: text };
}

type Groups = Record<string, string | undefined>;
interface Phrase {
  pattern: RegExp;
  say: (groups: Groups, names: AwardNames) => Bilingual;
}

const both = (vi: string, en: string): Bilingual => ({ vi, en });
const fixed = (text: string, vi: string, en: string): Phrase => ({
  pattern: new RegExp(`^${text.replace(/[.()]/g, '\\$&')}$`),
  say: () => both(vi, en),
});
/** `{award}`, `{n}` … in the pattern are codes and numbers; the words are made of what was found. */
const phrase = (
  pattern: string,
  say: (groups: Record<string, string>, award: (code: string) => Bilingual) => Bilingual,
): Phrase => ({
  pattern: new RegExp(`^${pattern.replace(/\{(\w+)\}/g, (_, name: string) => placeholders[name] ?? '')}$`),
  say: (groups, names) =>
    say(groups as Record<string, string>, (code) => names.get(code) ?? both(code, code)),
});
const placeholders: Record<string, string> = {
  award: '(?<award>[A-Z][A-Z0-9_]{1,15})',
  n: '(?<n>\\d+)',
  total: '(?<total>\\d+)',
  year: '(?<year>\\d{4})',
  years: '(?<years>\\d{4}(?:-\\d{4})?)',
  rating: '(?<rating>not_completed|completed|good|excellent)',
  scope: '(?<scope>unit|ministry|national)',
  severity: '(?<severity>none|reprimand|warning|more)',
  kind: '(?<kind>sudden|movement)',
};

const ratings: Record<string, Bilingual> = {
  not_completed: both('không hoàn thành nhiệm vụ', 'did not complete the work'),
  completed: both('hoàn thành nhiệm vụ', 'completed the work'),
  good: both('hoàn thành tốt nhiệm vụ', 'completed the work well'),
  excellent: both('hoàn thành xuất sắc nhiệm vụ', 'completed the work excellently'),
};
const scopes: Record<string, Bilingual> = {
  unit: both('cấp cơ sở', 'unit level'),
  ministry: both('cấp bộ, tỉnh', 'ministry or province level'),
  national: both('toàn quốc', 'nationwide'),
};
const severities: Record<string, Bilingual> = {
  none: both('không bị kỷ luật', 'nobody disciplined'),
  reprimand: both('khiển trách', 'reprimand'),
  warning: both('cảnh cáo', 'warning'),
  more: both('nặng hơn cảnh cáo', 'more than a warning'),
};
const kinds: Record<string, Bilingual> = {
  sudden: both('khen đột xuất', 'sudden merit'),
  movement: both('khen theo phong trào, chuyên đề', 'thematic movement'),
};
const word = (table: Record<string, Bilingual>, code: string | undefined): Bilingual =>
  table[code ?? ''] ?? both(code ?? '', code ?? '');

const phrases: Phrase[] = [
  // What only people know.
  fixed('judgement', 'cần người có thẩm quyền xem xét', 'a person has to judge'),
  fixed(
    'underExamination',
    'chưa có xác nhận về việc xem xét kỷ luật, thanh tra, khiếu nại, tố cáo',
    'nobody has said whether anything is under examination',
  ),
  fixed('discipline', 'chưa có xác nhận đầy đủ về kỷ luật', 'nobody has vouched for the list of measures'),
  fixed(
    'initiatives',
    'chưa có xác nhận đầy đủ về sáng kiến',
    'nobody has vouched for the list of initiatives',
  ),
  fixed('foundedIn', 'chưa rõ năm thành lập', 'the year of foundation is not known'),
  fixed('sex', 'chưa rõ nam hay nữ', 'woman or man is not known'),
  fixed('members.women', 'chưa rõ số nữ', 'the number of women is not known'),
  fixed(
    'lowest rating of the members',
    'chưa đủ xếp loại của mọi thành viên',
    'not every member’s rating is known',
  ),
  // Principles.
  fixed('under examination', 'đang bị xem xét', 'under examination'),
  fixed('nothing under examination', 'không có việc gì đang bị xem xét', 'nothing under examination'),
  fixed('cleared in writing', 'kết luận bằng văn bản là không vi phạm', 'cleared in writing'),
  fixed('a measure in force', 'đang thi hành kỷ luật', 'a disciplinary measure in force'),
  fixed('end of the measure', 'hết thời hạn kỷ luật', 'the end of the measure'),
  fixed('no measure in force', 'không có kỷ luật đang thi hành', 'no disciplinary measure in force'),
  fixed(
    'a collective is not disciplined',
    'tập thể không thuộc diện kỷ luật',
    'a collective is not disciplined',
  ),
  fixed('female', 'nữ', 'a woman'),
  fixed('male', 'nam', 'a man'),
  phrase('{n}/{total} women', ({ n, total }) => both(`${n}/${total} là nữ`, `${n} of ${total} are women`)),
  phrase('{n} % women', ({ n }) => both(`${n} % là nữ`, `${n} % women`)),
  phrase('{award} {years} (?<how>held|proposed)', ({ award = '', years, how }, name) =>
    both(
      `${how === 'held' ? 'đã được tặng' : 'đang được đề nghị'} ${name(award).vi} (${years})`,
      `${how} ${name(award).en} (${years})`,
    ),
  ),
  phrase('no other {award} (?<how>held|proposed) for {years}', ({ award = '', how, years }, name) =>
    both(
      `chưa ${how === 'held' ? 'được tặng' : 'được đề nghị'} ${name(award).vi} cho ${years}`,
      `no other ${name(award).en} ${how} for ${years}`,
    ),
  ),
  phrase('no move after {n} months or more', ({ n }) =>
    both(`không chuyển công tác sau từ ${n} tháng`, `no move after ${n} months or more`),
  ),
  phrase('moved in {year} after {n} months', ({ year, n }) =>
    both(
      `chuyển công tác năm ${year} sau ${n} tháng ở đơn vị cũ`,
      `moved in ${year} after ${n} months at the former unit`,
    ),
  ),
  phrase('opinion of the former unit \\({year}\\)', ({ year }) =>
    both(`ý kiến của đơn vị cũ (${year})`, `opinion of the former unit (${year})`),
  ),
  // Awards.
  phrase('{award} {year}', ({ award = '', year }, name) =>
    both(`${name(award).vi} năm ${year}`, `${name(award).en} ${year}`),
  ),
  phrase('{award} {year} \\({kind}, does not count\\)', ({ award = '', year, kind }, name) =>
    both(
      `${name(award).vi} năm ${year} (${word(kinds, kind).vi}, không tính)`,
      `${name(award).en} ${year} (${word(kinds, kind).en}, does not count)`,
    ),
  ),
  phrase('{award} {year} \\(decision names no period\\)', ({ award = '', year }, name) =>
    both(
      `${name(award).vi} năm ${year} (quyết định không ghi giai đoạn)`,
      `${name(award).en} ${year} (the decision names no period)`,
    ),
  ),
  phrase('{n} x {award}', ({ n, award = '' }, name) =>
    both(`thêm ${n} lần ${name(award).vi}`, `${n} more ${name(award).en}`),
  ),
  phrase('{n} years after {award}', ({ n, award = '' }, name) =>
    both(`đủ ${n} năm kể từ ${name(award).vi}`, `${n} years after ${name(award).en}`),
  ),
  phrase('members with {award}', ({ award = '' }, name) =>
    both(
      `chưa rõ số thành viên đạt ${name(award).vi}`,
      `it is not known how many members hold ${name(award).en}`,
    ),
  ),
  phrase('{n}/{total} {award}', ({ n, total, award = '' }, name) =>
    both(`${n}/${total} thành viên đạt ${name(award).vi}`, `${n} of ${total} members hold ${name(award).en}`),
  ),
  phrase('{n} {award}', ({ n, award = '' }, name) =>
    both(`${n} thành viên đạt ${name(award).vi}`, `${n} members hold ${name(award).en}`),
  ),
  phrase('{n} % {award}', ({ n, award = '' }, name) =>
    both(`${n} % thành viên đạt ${name(award).vi}`, `${n} % of the members with ${name(award).en}`),
  ),
  // Ratings, initiatives, the collective.
  phrase('{rating} {year}', ({ rating, year }) =>
    both(`${word(ratings, rating).vi} năm ${year}`, `${word(ratings, rating).en} in ${year}`),
  ),
  phrase('{n} x {rating}', ({ n, rating }) =>
    both(`thêm ${n} năm ${word(ratings, rating).vi}`, `${n} more years rated “${word(ratings, rating).en}”`),
  ),
  phrase('lowest rating: {rating}', ({ rating }) =>
    both(`xếp loại thấp nhất: ${word(ratings, rating).vi}`, `the lowest rating: ${word(ratings, rating).en}`),
  ),
  phrase('all members {rating}', ({ rating }) =>
    both(`mọi thành viên ${word(ratings, rating).vi}`, `every member ${word(ratings, rating).en}`),
  ),
  phrase('{n} x initiative {scope}', ({ n, scope }) =>
    both(
      `thêm ${n} sáng kiến, đề tài phạm vi ${word(scopes, scope).vi}`,
      `${n} more initiatives or projects, ${word(scopes, scope).en}`,
    ),
  ),
  phrase('(?<name>.+) \\({scope}, {year}(?<used>, already used)?\\)', ({ name, scope, year, used }) =>
    both(
      `${name} (${word(scopes, scope).vi}, ${year}${used ? ', đã sử dụng' : ''})`,
      `${name} (${word(scopes, scope).en}, ${year}${used ? ', already used' : ''})`,
    ),
  ),
  fixed('serviceYears', 'chưa rõ số năm phục vụ', 'the years of service are not known'),
  phrase('{n} years of service', ({ n }) => both(`${n} năm phục vụ`, `${n} years of service`)),
  phrase('founded {year}', ({ year }) => both(`thành lập năm ${year}`, `founded in ${year}`)),
  phrase('{n} more years', ({ n }) => both(`thêm ${n} năm`, `${n} more years`)),
  phrase('discipline: {severity}', ({ severity }) =>
    both(
      `mức kỷ luật cao nhất: ${word(severities, severity).vi}`,
      `the severest measure: ${word(severities, severity).en}`,
    ),
  ),
  phrase('discipline below {severity}', ({ severity }) =>
    both(
      `không ai bị kỷ luật từ mức ${word(severities, severity).vi}`,
      `nobody disciplined from ${word(severities, severity).en} on`,
    ),
  ),
];
