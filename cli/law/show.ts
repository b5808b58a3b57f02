import { describeBranch } from '../../domain/law/describe.ts';
import { describeOwnRules } from '../../domain/law/own-rules.ts';
import {
  type AwardRule,
  awardRule,
  type RuleSet,
  type VoteLevel,
  type VoteRule,
  voteLevelSchema,
} from '../../domain/law/rule-set.ts';
import { isUnconfirmed, type Source } from '../../domain/law/source.ts';

type Locale = 'vi' | 'en';

const words = {
  vi: {
    decider: {
      department: 'Thủ trưởng đơn vị',
      ministry: 'Bộ trưởng, Chủ tịch UBND tỉnh',
      government: 'Chính phủ',
      prime_minister: 'Thủ tướng Chính phủ',
      president: 'Chủ tịch nước',
    },
    level: { unit: 'đơn vị', department: 'vụ, cục', ministry: 'bộ, tỉnh', central: 'trung ương' },
    denominator: {
      total_members: 'tổng số thành viên',
      present: 'số thành viên dự họp',
      all_staff: 'tổng số công chức, viên chức, người lao động',
    },
    kind: { title: 'danh hiệu thi đua', commendation: 'hình thức khen thưởng' },
    nominee: { person: 'cá nhân', collective: 'tập thể' },
    labels: {
      decided: 'Thẩm quyền',
      votes: 'Biểu quyết',
      atLeast: 'từ',
      moreThan: 'trên',
      quorum: 'số thành viên tối thiểu',
      ballot: 'bắt buộc bỏ phiếu',
      council: 'xét tại Hội đồng Trung ương',
      standard: 'Tiêu chuẩn',
      papers: 'Hồ sơ',
      deadline: 'Thời hạn',
      money: 'Tiền thưởng',
      own: 'cơ quan quy định, không quá',
      times: 'lần mức lương cơ sở',
      posting: 'Công khai trước khi họp hội đồng',
      workingDays: 'ngày làm việc',
      unconfirmed: 'chưa xác nhận',
      point: 'điểm',
    },
  },
  en: {
    decider: {
      department: 'head of the organisation',
      ministry: 'minister, provincial chair',
      government: 'Government',
      prime_minister: 'Prime Minister',
      president: 'President',
    },
    level: { unit: 'unit', department: 'department', ministry: 'ministry, province', central: 'central' },
    denominator: { total_members: 'all members', present: 'members present', all_staff: 'all staff' },
    kind: { title: 'emulation title', commendation: 'commendation form' },
    nominee: { person: 'persons', collective: 'collectives' },
    labels: {
      decided: 'Decided by',
      votes: 'Votes',
      atLeast: 'at least',
      moreThan: 'more than',
      quorum: 'quorum',
      ballot: 'ballot mandatory',
      council: 'goes to the Central Council',
      standard: 'Standard',
      papers: 'Papers',
      deadline: 'Deadline',
      money: 'Bonus',
      own: 'set by the organisation, at most',
      times: 'times the base salary',
      posting: 'Posted publicly before the council',
      workingDays: 'working days',
      unconfirmed: 'unconfirmed',
      point: 'point',
    },
  },
};

/** The rule of an award as a lawyer reads it: one line per value, with its citation and grade. @throws UnknownAwardError */
export function showAward(ruleSet: RuleSet, awardCode: string, locale: Locale): string {
  const rule = awardRule(ruleSet, awardCode);
  const { labels, ...w } = words[locale];
  const lines = [
    `${rule.code}  ${rule.name[locale]} (${w.kind[rule.kind]})  ${cited(rule, locale)}`,
    `${ruleSet.id}  ${ruleSet.name[locale]}`,
    `${labels.decided}: ${w.decider[rule.decider.value]}  ${cited(rule.decider, locale)}`,
  ];
  if (rule.centralCouncil.value) lines.push(`  ${labels.council}  ${cited(rule.centralCouncil, locale)}`);
  if (rule.ballotMandatory.value) lines.push(`  ${labels.ballot}  ${cited(rule.ballotMandatory, locale)}`);
  lines.push(`${labels.votes}:`);
  for (const level of votingLevels(rule))
    lines.push(`  ${w.level[level]}: ${share(rule.votes[level], locale)}`);
  if (rule.publicPosting) {
    const { workingDays } = rule.publicPosting;
    lines.push(
      `${labels.posting}: ${labels.atLeast} ${workingDays} ${labels.workingDays}  ${cited(rule.publicPosting, locale)}`,
    );
  }
  lines.push(...standardLines(rule, ruleSet, locale));
  lines.push(`${labels.papers}:`);
  for (const paper of rule.papers) lines.push(`  - ${paper.name[locale]}  ${cited(paper, locale)}`);
  if (rule.dossierDeadline) {
    const { day, month } = rule.dossierDeadline;
    lines.push(`${labels.deadline}: ${day}/${month}  ${cited(rule.dossierDeadline, locale)}`);
  }
  for (const payee of ['person', 'collective'] as const) {
    const money = rule.money[payee];
    if (money)
      lines.push(
        `${labels.money} (${w.nominee[payee]}): ${multiple(money.tenths, locale)}  ${cited(money, locale)}`,
      );
  }
  const limit = rule.money.leftToOrganisation;
  if (limit)
    lines.push(
      `${labels.money}: ${labels.own} ${multiple(limit.atMostTenths, locale)}  ${cited(limit, locale)}`,
    );
  for (const { about, text, source } of describeOwnRules(ruleSet.own, awardCode))
    lines.push(`${about[locale]}: ${text[locale]}  ${cited(source, locale)}`);
  if (rule.note) lines.push(rule.note[locale]);
  return lines.join('\n');
}

/** Levels whose councils vote on the award, by its chain. */
function votingLevels(rule: AwardRule): VoteLevel[] {
  const last = rule.chain.value === 'U' ? 'department' : rule.centralCouncil.value ? 'central' : 'ministry';
  const levels = voteLevelSchema.options;
  return levels.slice(0, levels.indexOf(last) + 1);
}

function standardLines(rule: AwardRule, ruleSet: RuleSet, locale: Locale): string[] {
  const { labels, nominee } = words[locale];
  return (['person', 'collective'] as const).flatMap((kind) => {
    const standard = rule.standards[kind];
    if (!standard) return [];
    return [
      `${labels.standard} (${nominee[kind]}):`,
      ...standard.map((branch) => {
        const point = branch.point === undefined ? '' : `${labels.point} ${branch.point}: `;
        return `  - ${point}${describeBranch(branch, ruleSet)[locale]}  ${cited(branch, locale)}`;
      }),
    ];
  });
}

function multiple(tenths: number, locale: Locale): string {
  const mark = locale === 'vi' ? ',' : '.';
  return `${Math.floor(tenths / 10)}${mark}${tenths % 10} ${words[locale].labels.times}`;
}

function share(vote: VoteRule, locale: Locale): string {
  const { labels, denominator } = words[locale];
  const bound = vote.strict ? labels.moreThan : labels.atLeast;
  const quorum = `${vote.quorum.numerator}/${vote.quorum.denominator}`;
  return `${bound} ${vote.sharePercent} % ${denominator[vote.denominator]}, ${labels.quorum} ${quorum}  ${cited(vote, locale)}`;
}

function cited(source: Source, locale: Locale): string {
  const grade = isUnconfirmed(source) ? `${source.grade}, ${words[locale].labels.unconfirmed}` : source.grade;
  return `[${source.citation}; ${grade}]`;
}
