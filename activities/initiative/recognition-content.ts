import { placeAndDate, printedDate } from '../../domain/numbering.ts';
import { decidingAuthority, headOf, seatOf, signatureLines } from '../papers/offices.ts';
import { capitals } from '../session/words.ts';
import type { RecognitionFacts } from './recognition-facts.ts';

const kindWords = { initiative: 'sáng kiến', research: 'đề tài nghiên cứu khoa học' };
const scopeWords = { unit: 'cơ sở', ministry: 'bộ, ngành', national: 'toàn quốc' };

/**
 * Words the decision that recognises an initiative with its scope (Decree 30/2020/NĐ-CP Annex III, form 1.2). What it gives is what
 * the template `documents/decision` shows. No text that was read gives its wording; the articles follow what Law 06/2022/QH15
 * Articles 21 to 23 ask the head to recognise.
 */
export function recognitionContent(facts: RecognitionFacts) {
  const what = kindWords[facts.kind];
  const scope = scopeWords[facts.scope];
  const several = facts.authors.length > 1;
  const authors = facts.authors.map(({ name, sharePercent }) =>
    several ? `${name} (${sharePercent}%)` : name,
  );
  const articles = [
    `Công nhận ${what} “${facts.name}”, lĩnh vực ${facts.field}, của ${several ? 'các đồng tác giả' : 'tác giả'} ${authors.join(', ')}, ${facts.unitName}; phạm vi ảnh hưởng: ${scope}.`,
    'Quyết định này có hiệu lực kể từ ngày ký ban hành.',
    `${headOf({ name: facts.unitName, paperSymbol: null, kind: '' })}, Thủ trưởng các đơn vị có liên quan và ${several ? 'các tác giả' : 'tác giả'} có tên tại Điều 1 chịu trách nhiệm thi hành Quyết định này./.`,
  ];
  const bases = facts.legalBases.map((text) => `Căn cứ ${text}`);
  if (facts.council !== null) bases.push(`Theo đề nghị của ${facts.council}`);
  return {
    symbol: facts.symbol,
    issuedOn: printedDate(facts.issuedOn),
    placeAndDate: placeAndDate(seatOf(facts.issuer), facts.issuedOn),
    issuer: { name: capitals(facts.issuer.name), superior: facts.superior && capitals(facts.superior.name) },
    issuerInText: headOf(facts.issuer),
    subject: `Về việc công nhận ${what} có phạm vi ảnh hưởng ${scope}`,
    authority: capitals(decidingAuthority(facts.issuer)),
    bases: bases.map((line, index) => `${line}${index === bases.length - 1 ? '.' : ';'}`),
    articles: articles.map((text, index) => ({ number: index + 1, text })),
    recipients: [`Như Điều ${articles.length};`, 'Lưu: VT, TĐKT.'],
    signer: {
      authority: signatureLines(facts.issuer, facts.signer.title, facts.signer.substitutes).map(capitals),
      name: facts.signer.name,
    },
    appendix: null,
    bonuses: null,
  };
}
