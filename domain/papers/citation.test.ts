import { expect, it } from 'vitest';
import { type CitedDocument, citation, shortCitation } from './citation.ts';

const directive: CitedDocument = {
  type: 'Chỉ thị',
  symbol: '01/CT-UBND',
  issuer: 'Chủ tịch Ủy ban nhân dân tỉnh',
  issuedOn: '2023-01-09',
  subject: 'về phát động thi đua năm 2023',
};
const law: CitedDocument = {
  type: 'Luật',
  symbol: '06/2022/QH15',
  issuer: 'Quốc hội',
  issuedOn: '2022-06-15',
  subject: 'Thi đua, khen thưởng',
};

it('type, number, day, issuer, subject', () => {
  expect(citation(directive)).toBe(
    'Chỉ thị số 01/CT-UBND ngày 09 tháng 01 năm 2023 của Chủ tịch Ủy ban nhân dân tỉnh về phát động thi đua năm 2023',
  );
});

it('a law is cited by name and day, without number and issuer', () => {
  expect(citation(law)).toBe('Luật Thi đua, khen thưởng ngày 15 tháng 6 năm 2022');
  expect(shortCitation(law)).toBe('Luật Thi đua, khen thưởng');
});

it.each([
  ['34-CT/TW', '2014-04-07', 'Bộ Chính trị', 'Chỉ thị số 34-CT/TW ngày 07/4/2014 của Bộ Chính trị'],
  [
    '52-CT/TU',
    '2014-05-28',
    'Ban Thường vụ Tỉnh ủy',
    'Chỉ thị số 52-CT/TU ngày 28/5/2014 của Ban Thường vụ Tỉnh ủy',
  ],
  ['01/CT', '2023-01-09', 'Chủ tịch', 'Chỉ thị số 01/CT ngày 09/01/2023 của Chủ tịch'],
])('inside a text %s is cited short, as source 003 does', (symbol, issuedOn, issuer, wanted) => {
  expect(shortCitation({ ...directive, symbol, issuedOn, issuer })).toBe(wanted);
});

it('a paper without number is named by its type alone', () => {
  expect(citation({ ...directive, symbol: null, issuer: null })).toBe(
    'Chỉ thị ngày 09 tháng 01 năm 2023 về phát động thi đua năm 2023',
  );
});
