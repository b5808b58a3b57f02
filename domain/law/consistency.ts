import type { Chain, Decider, RuleSetFile } from './rule-set.ts';
import type { Report } from './yaml-file.ts';

/** Who can decide at the end of each chain (Law 06/2022/QH15 Articles 77 to 80). */
export const decidersOf: Readonly<Record<Chain, readonly Decider[]>> = {
  U: ['department'],
  C: ['commune'],
  M: ['ministry'],
  P: ['government', 'prime_minister'],
  S: ['president'],
};

/** Reports values of an award that contradict each other although each is valid by itself. */
export function checkConsistency({ awards }: RuleSetFile, report: Report): void {
  for (const [i, award] of awards.entries()) {
    const chain = award.chain.value;
    const decider = award.decider.value;
    if (!decidersOf[chain].includes(decider)) {
      report(['awards', i, 'decider'], 'contradiction', {
        vi: `${award.code}: quy trình ${chain} không kết thúc ở "${decider}".`,
        en: `${award.code}: chain ${chain} does not end with "${decider}".`,
      });
    }
    if (award.centralCouncil.value && chain !== 'P' && chain !== 'S') {
      report(['awards', i, 'centralCouncil'], 'contradiction', {
        vi: `${award.code}: quy trình ${chain} không qua Hội đồng Trung ương.`,
        en: `${award.code}: chain ${chain} does not reach the Central Council.`,
      });
    }
    const { person, collective } = award.standards;
    for (const kind of award.nominees) {
      const standard = kind === 'person' || kind === 'outsider' ? person : collective;
      if (!standard) {
        report(['awards', i, 'standards'], 'missing_value', {
          vi: `${award.code}: thiếu tiêu chuẩn cho đối tượng "${kind}".`,
          en: `${award.code}: no standard for a nominee of kind "${kind}".`,
        });
      }
    }
  }
}
