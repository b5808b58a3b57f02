import type { Branch, Condition, Rating, Scope } from './criteria.ts';
import type { RuleSet } from './rule-set.ts';
import type { Bilingual } from './source.ts';

const ratings: Record<Rating, Bilingual> = {
  completed: { vi: 'hoàn thành nhiệm vụ', en: 'work completed' },
  good: { vi: 'hoàn thành tốt nhiệm vụ', en: 'work completed well' },
  excellent: { vi: 'hoàn thành xuất sắc nhiệm vụ', en: 'work completed excellently' },
};
const scopes: Record<Scope, Bilingual> = {
  unit: { vi: 'được cơ sở công nhận', en: 'recognised in the unit' },
  ministry: { vi: 'có phạm vi ảnh hưởng trong bộ, tỉnh', en: 'effective across the ministry or province' },
  national: { vi: 'có phạm vi ảnh hưởng toàn quốc', en: 'effective nationwide' },
};
const severities = {
  reprimand: { vi: 'khiển trách', en: 'reprimand' },
  warning: { vi: 'cảnh cáo', en: 'warning' },
};

/** A condition as a person reads it, in both languages, without a full stop. */
export function describeCondition(condition: Condition, ruleSet: Pick<RuleSet, 'awards'>): Bilingual {
  switch (condition.need) {
    case 'award': {
      const { times, consecutive, withinYears } = condition;
      const name = awardName(condition.award, ruleSet);
      if (times === 1 && withinYears === undefined) return { vi: `đã có ${name.vi}`, en: `holds ${name.en}` };
      return {
        vi: `${twoDigits(times)} lần ${consecutive ? 'liên tục ' : ''}có ${name.vi}${within(withinYears).vi}`,
        en: `${name.en} ${timesInEnglish(times)}${consecutive ? ' in a row' : ''}${within(withinYears).en}`,
      };
    }
    case 'rating': {
      const { years, withinYears, orAward } = condition;
      const rating = ratings[condition.rating];
      const or = orAward === undefined ? undefined : awardName(orAward, ruleSet);
      const inARow = withinYears === undefined && years > 1;
      return {
        vi: `${inARow ? 'từ ' : ''}${twoDigits(years)} năm ${inARow ? 'trở lên liên tục ' : ''}${rating.vi}${or ? ` hoặc ${or.vi}` : ''}${within(withinYears).vi}`,
        en: `${rating.en}${or ? ` or ${or.en}` : ''} for ${inARow ? 'at least ' : ''}${counted(years, 'year')}${inARow ? ' in a row' : ''}${within(withinYears).en}`,
      };
    }
    case 'initiative': {
      const scope = scopes[condition.scope];
      return {
        vi: `${twoDigits(condition.count)} sáng kiến, đề tài ${scope.vi}`,
        en: `${counted(condition.count, 'initiative or project', 'initiatives or projects')} ${scope.en}`,
      };
    }
    case 'years_since': {
      const name = awardName(condition.award, ruleSet);
      return {
        vi: `từ ${twoDigits(condition.years)} năm trở lên sau kỳ thành tích được tặng ${name.vi}`,
        en: `at least ${counted(condition.years, 'year')} after the achievement period of ${name.en}`,
      };
    }
    case 'service':
      return {
        vi: `có đủ ${twoDigits(condition.years)} năm phục vụ liên tục`,
        en: `${counted(condition.years, 'year')} of service without a break`,
      };
    case 'existence':
      return {
        vi: `có quá trình xây dựng, phát triển từ ${twoDigits(condition.years)} năm trở lên`,
        en: `at least ${counted(condition.years, 'year')} of existence`,
      };
    case 'members_with_award': {
      const name = awardName(condition.award, ruleSet);
      return {
        vi: `ít nhất ${condition.percent} % cá nhân có ${name.vi}`,
        en: `at least ${condition.percent} % of the members hold ${name.en}`,
      };
    }
    case 'some_members_with_award': {
      const name = awardName(condition.award, ruleSet);
      return {
        vi: `có ít nhất ${twoDigits(condition.count)} cá nhân có ${name.vi}`,
        en: `at least ${counted(condition.count, 'member')} with ${name.en}`,
      };
    }
    case 'members_rated': {
      const rating = ratings[condition.rating];
      return { vi: `100 % cá nhân ${rating.vi}`, en: `all members: ${rating.en}` };
    }
    case 'no_discipline': {
      const severity = severities[condition.from];
      return {
        vi: `không có cá nhân bị kỷ luật từ ${severity.vi} trở lên`,
        en: `nobody disciplined by a ${severity.en} or more`,
      };
    }
    case 'other':
      return condition.byVote
        ? { vi: `${condition.text.vi} (bình xét)`, en: `${condition.text.en} (by vote)` }
        : condition.text;
  }
}

/** A branch of a standard in one sentence: its conditions joined by "and", its alternatives by "or". */
export function describeBranch(branch: Branch, ruleSet: Pick<RuleSet, 'awards'>): Bilingual {
  const all = branch.allOf.map((condition) => describeCondition(condition, ruleSet));
  const groups = (branch.oneOf ?? []).map((group) => {
    const parts = group.map((condition) => describeCondition(condition, ruleSet));
    return { vi: parts.map(({ vi }) => vi).join(' và '), en: parts.map(({ en }) => en).join(' and ') };
  });
  if (groups.length > 0) {
    all.push({
      vi: `một trong các điều kiện: ${groups.map(({ vi }) => vi).join(' | ')}`,
      en: `one of: ${groups.map(({ en }) => en).join(' | ')}`,
    });
  }
  return { vi: all.map(({ vi }) => vi).join('; '), en: all.map(({ en }) => en).join('; ') };
}

/** An award as it stands in a sentence: titles in quotation marks, forms by their name. */
function awardName(code: string, ruleSet: Pick<RuleSet, 'awards'>): Bilingual {
  const award = ruleSet.awards.find((rule) => rule.code === code);
  if (!award) return { vi: code, en: code };
  const { vi, en } = award.name;
  return award.kind === 'title' ? { vi: `“${vi}”`, en: `“${en}”` } : { vi, en: `the ${en}` };
}

function within(years: number | undefined): Bilingual {
  if (years === undefined) return { vi: '', en: '' };
  if (years === 1) return { vi: ' trong năm xét', en: ' in the year considered' };
  return { vi: ' trong thời gian đó', en: ' in that time' };
}

function timesInEnglish(times: number): string {
  return times === 1 ? 'once' : times === 2 ? 'twice' : `${times} times`;
}

function counted(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** Numbers below ten as papers write them: `05 năm`. */
function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
