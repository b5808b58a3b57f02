import type { OwnRules } from './overlay.ts';
import type { Bilingual, Source } from './source.ts';

/** One value of an organisation's own as a person reads it. */
export interface OwnRuleText {
  about: Bilingual;
  text: Bilingual;
  source: Source;
}

const levels: Record<string, Bilingual> = {
  unit: { vi: 'đơn vị', en: 'unit' },
  department: { vi: 'vụ, cục', en: 'department' },
  ministry: { vi: 'bộ, tỉnh', en: 'ministry, province' },
};
const ratings: Record<string, Bilingual> = {
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'completed' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'completed well' },
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'completed excellently' },
};

/** What an organisation added to the law for an award: levels of council, its quota, the bands of its scores. */
export function describeOwnRules(own: OwnRules | undefined, awardCode: string): OwnRuleText[] {
  if (!own) return [];
  const told: OwnRuleText[] = [];
  if (own.councilLevels) {
    const named = own.councilLevels.levels.map((level) => levels[level] ?? { vi: level, en: level });
    told.push({
      about: { vi: 'Cấp có hội đồng', en: 'Levels of council' },
      text: { vi: named.map(({ vi }) => vi).join('; '), en: named.map(({ en }) => en).join('; ') },
      source: own.councilLevels,
    });
  }
  for (const quota of own.councilQuotas.filter(({ award }) => award === awardCode)) {
    const level = levels[quota.level] ?? { vi: quota.level, en: quota.level };
    told.push({
      about: { vi: 'Chỉ tiêu hội đồng thông qua', en: 'Quota of the council' },
      text: {
        vi: `cấp ${level.vi}: không quá ${quota.count}, xếp theo số phiếu`,
        en: `${level.en}: at most ${quota.count}, by votes in favour`,
      },
      source: quota,
    });
  }
  for (const quota of own.quotas.filter(({ award }) => award === awardCode)) {
    told.push({
      about: { vi: 'Chỉ tiêu một năm của đơn vị', en: 'Quota of a unit for a year' },
      text:
        'count' in quota.limit
          ? { vi: `không quá ${quota.limit.count}`, en: `at most ${quota.limit.count}` }
          : {
              vi: `không quá ${quota.limit.percentOfStaff} % số người của đơn vị`,
              en: `at most ${quota.limit.percentOfStaff} % of the unit’s staff`,
            },
      source: quota,
    });
  }
  for (const band of own.scoreBands) {
    const score = `${Math.floor(band.fromBasisPoints / 100)},${String(band.fromBasisPoints % 100).padStart(2, '0')}`;
    const rating = ratings[band.rating] ?? { vi: band.rating, en: band.rating };
    told.push({
      about: { vi: 'Mức điểm thi đua', en: 'Band of scores' },
      text: { vi: `từ ${score} %: ${rating.vi}`, en: `from ${score.replace(',', '.')} %: ${rating.en}` },
      source: band,
    });
  }
  return told;
}
