import { describeBranch } from '../../domain/law/describe.ts';
import { describeOwnRules } from '../../domain/law/own-rules.ts';
import { postingLevels, postingRule } from '../../domain/law/posting.ts';
import { simplifiedCaseNames } from '../../domain/law/procedure.ts';
import {
  type AwardRule,
  awardRule,
  type RuleSet,
  type VoteLevel,
  type VoteRule,
  voteLevelSchema,
} from '../../domain/law/rule-set.ts';
import { isUnconfirmed, type Source } from '../../domain/law/source.ts';
import type { Reported } from './question.ts';

type Locale = 'vi' | 'en';

const words = {
  vi: {
    decider: {
      department: 'Thủ trưởng đơn vị',
      commune: 'Chủ tịch Ủy ban nhân dân cấp xã',
      ministry: 'Bộ trưởng, Chủ tịch UBND tỉnh',
      government: 'Chính phủ',
      prime_minister: 'Thủ tướng Chính phủ',
      president: 'Chủ tịch nước',
    },
    chain: {
      U: 'tập thể bình xét, hội đồng cơ sở, thủ trưởng đơn vị quyết định',
      C: 'hội đồng cấp xã, Chủ tịch Ủy ban nhân dân cấp xã quyết định',
      M: 'cơ sở đề nghị, thường trực thẩm định, hội đồng bộ, tỉnh, người đứng đầu bộ, tỉnh quyết định',
      P: 'như tuyến M, rồi Bộ Nội vụ thẩm định, trình Chính phủ, Thủ tướng Chính phủ quyết định',
      S: 'như tuyến P, rồi Thủ tướng Chính phủ trình, Chủ tịch nước quyết định',
    },
    payer: {
      deciding_body: 'quỹ của cấp quyết định khen thưởng',
      proposing_ministry: 'bộ, ngành, tỉnh trình khen thưởng',
    },
    sector: { education: 'hệ thống giáo dục quốc dân' },
    year: { same: 'trong năm', next: 'năm sau' },
    level: { unit: 'đơn vị', department: 'vụ, cục', ministry: 'bộ, tỉnh', central: 'trung ương' },
    denominator: {
      total_members: 'tổng số thành viên',
      present: 'số thành viên dự họp',
      all_staff: 'tổng số công chức, viên chức, người lao động',
    },
    commendation: {
      merit: 'công trạng',
      sudden: 'đột xuất',
      movement: 'phong trào',
      service: 'quá trình cống hiến',
      tenure: 'niên hạn',
      external: 'đối ngoại',
      resistance: 'tổng kết kháng chiến',
    },
    kind: { title: 'danh hiệu thi đua', commendation: 'hình thức khen thưởng' },
    nominee: { person: 'cá nhân', collective: 'tập thể' },
    labels: {
      decided: 'Thẩm quyền',
      chain: 'Tuyến trình',
      votes: 'Biểu quyết',
      atLeast: 'từ',
      moreThan: 'trên',
      quorum: 'số thành viên tối thiểu',
      ballot: 'bắt buộc bỏ phiếu',
      council: 'xét tại Hội đồng Trung ương',
      standard: 'Tiêu chuẩn',
      papers: 'Hồ sơ',
      deadline: 'Thời hạn nộp hồ sơ',
      conferred: 'Xét tặng',
      every: 'năm một lần, vào ngày',
      money: 'Tiền thưởng',
      household: 'hộ gia đình',
      ofPerson: 'lần mức của cá nhân',
      paid: 'Chi tiền thưởng',
      simplified: 'Thủ tục đơn giản',
      reported: 'Chưa xác nhận, được cho là thay đổi từ',
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
      commune: 'chair of the commune',
      ministry: 'minister, provincial chair',
      government: 'Government',
      prime_minister: 'Prime Minister',
      president: 'President',
    },
    chain: {
      U: 'vote of the collective, council of the unit, decided by the head of the unit',
      C: 'council of the commune, decided by the chair of the commune',
      M: 'proposed by the unit, appraised by the standing body, council of the ministry or province, decided by its head',
      P: 'as chain M, then appraised by Home Affairs, decided by the Government or the Prime Minister',
      S: 'as chain P, then submitted by the Prime Minister, decided by the President',
    },
    payer: {
      deciding_body: 'fund of whoever decides',
      proposing_ministry: 'the ministry or province that proposed',
    },
    sector: { education: 'national education system' },
    year: { same: 'of the year', next: 'of the next year' },
    level: { unit: 'unit', department: 'department', ministry: 'ministry, province', central: 'central' },
    denominator: { total_members: 'all members', present: 'members present', all_staff: 'all staff' },
    commendation: {
      merit: 'regular merit',
      sudden: 'sudden merit',
      movement: 'movements',
      service: 'long service',
      tenure: 'years of service',
      external: 'external relations',
      resistance: 'the resistance wars',
    },
    kind: { title: 'emulation title', commendation: 'commendation form' },
    nominee: { person: 'persons', collective: 'collectives' },
    labels: {
      decided: 'Decided by',
      chain: 'Chain',
      votes: 'Votes',
      atLeast: 'at least',
      moreThan: 'more than',
      quorum: 'quorum',
      ballot: 'ballot mandatory',
      council: 'goes to the Central Council',
      standard: 'Standard',
      papers: 'Papers',
      deadline: 'Deadline of the dossier',
      conferred: 'Conferred',
      every: 'years once, on',
      money: 'Bonus',
      household: 'households',
      ofPerson: 'times that of a person',
      paid: 'Bonus paid by',
      simplified: 'Simplified procedure',
      reported: 'Unconfirmed, reported to change from',
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
export function showAward(
  ruleSet: RuleSet,
  awardCode: string,
  locale: Locale,
  reported: readonly Reported[] = [],
): string {
  const rule = awardRule(ruleSet, awardCode);
  const { labels, ...w } = words[locale];
  const lines = [
    `${rule.code}  ${rule.name[locale]} (${w.kind[rule.kind]})  ${cited(rule, locale)}`,
    `${ruleSet.id}  ${ruleSet.name[locale]}`,
    `${labels.decided}: ${w.decider[rule.decider.value]}  ${cited(rule.decider, locale)}`,
  ];
  lines.push(
    `${labels.chain}: ${rule.chain.value}, ${w.chain[rule.chain.value]}  ${cited(rule.chain, locale)}`,
  );
  if (rule.centralCouncil.value) lines.push(`  ${labels.council}  ${cited(rule.centralCouncil, locale)}`);
  if (rule.ballotMandatory.value) lines.push(`  ${labels.ballot}  ${cited(rule.ballotMandatory, locale)}`);
  lines.push(`${labels.votes}:`);
  for (const level of votingLevels(rule))
    lines.push(`  ${w.level[level]}: ${share(rule.votes[level], locale)}`);
  for (const level of postingLevels) {
    const posting = postingRule(rule, level);
    if (!posting) continue;
    lines.push(
      `${labels.posting} (${w.level[level]}): ${labels.atLeast} ${posting.workingDays} ${labels.workingDays}  ${cited(posting, locale)}`,
    );
  }
  lines.push(...standardLines(rule, ruleSet, locale));
  lines.push(`${labels.papers}:`);
  for (const paper of rule.papers) lines.push(`  - ${paper.name[locale]}  ${cited(paper, locale)}`);
  const simplified = rule.kind === 'commendation' ? ruleSet.simplifiedProcedure : undefined;
  if (simplified) {
    const cases = [
      ...simplified.kinds.map((kind) => w.commendation[kind]),
      ...(simplified.cases ?? []).map((one) => simplifiedCaseNames[one][locale]),
    ];
    const papers = simplified.papers.map(({ name }) => name[locale]).join('; ');
    lines.push(`${labels.simplified} (${cases.join('; ')}): ${papers}  ${cited(simplified, locale)}`);
  }
  const deadline = rule.dossierDeadline;
  if (deadline) {
    const told = ({ day, month, year }: Pick<typeof deadline, 'day' | 'month' | 'year'>) =>
      `${day}/${month} ${w.year[year]}`;
    lines.push(`${labels.deadline}: ${told(deadline)}  ${cited(deadline, locale)}`);
    for (const own of deadline.sectors ?? [])
      lines.push(`  ${w.sector[own.sector]}: ${told(own)}  ${cited(own, locale)}`);
  }
  if (rule.conferredEvery) {
    const { years, day, month } = rule.conferredEvery;
    lines.push(
      `${labels.conferred}: ${String(years).padStart(2, '0')} ${labels.every} ${day}/${month}  ${cited(rule.conferredEvery, locale)}`,
    );
  }
  for (const payee of ['person', 'collective'] as const) {
    const money = rule.money[payee];
    if (money)
      lines.push(
        `${labels.money} (${w.nominee[payee]}): ${multiple(money.tenths, locale)}  ${cited(money, locale)}`,
      );
  }
  const household = rule.nominees.includes('household') && rule.money.person && ruleSet.householdBonus;
  if (household) {
    const times = decimal((household.numerator * 10) / household.denominator, locale);
    lines.push(
      `${labels.money} (${labels.household}): ${times} ${labels.ofPerson}  ${cited(household, locale)}`,
    );
  }
  const limit = rule.money.leftToOrganisation;
  if (limit)
    lines.push(
      `${labels.money}: ${labels.own} ${multiple(limit.atMostTenths, locale)}  ${cited(limit, locale)}`,
    );
  const payer = ruleSet.payers?.find(({ deciders }) => deciders.includes(rule.decider.value));
  if (payer) lines.push(`${labels.paid}: ${w.payer[payer.payer]}  ${cited(payer, locale)}`);
  for (const { about, text, source } of describeOwnRules(ruleSet.own, awardCode))
    lines.push(`${about[locale]}: ${text[locale]}  ${cited(source, locale)}`);
  for (const change of reported)
    lines.push(
      `${labels.reported} ${change.from}: ${change.note?.[locale] ?? change.citation}  ${cited(change, locale)}`,
    );
  if (rule.note) lines.push(rule.note[locale]);
  return lines.join('\n');
}

/** Levels whose councils vote on the award, by its chain. */
function votingLevels(rule: AwardRule): VoteLevel[] {
  const last =
    rule.chain.value === 'U' || rule.chain.value === 'C'
      ? 'department'
      : rule.centralCouncil.value
        ? 'central'
        : 'ministry';
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
  return `${decimal(tenths, locale)} ${words[locale].labels.times}`;
}

function decimal(tenths: number, locale: Locale): string {
  return `${Math.floor(tenths / 10)}${locale === 'vi' ? ',' : '.'}${tenths % 10}`;
}

function share(vote: VoteRule, locale: Locale): string {
  const { labels, denominator } = words[locale];
  const bound = vote.strict ? labels.moreThan : labels.atLeast;
  const quorum = `${vote.quorum.numerator}/${vote.quorum.denominator}`;
  return `${bound} ${vote.sharePercent} % ${denominator[vote.denominator]}, ${labels.quorum} ${quorum}  ${cited(vote, locale)}${vote.quorumSource ? ` ${cited(vote.quorumSource, locale)}` : ''}`;
}

function cited(source: Source, locale: Locale): string {
  const grade = isUnconfirmed(source) ? `${source.grade}, ${words[locale].labels.unconfirmed}` : source.grade;
  return `[${source.citation}; ${grade}]`;
}
