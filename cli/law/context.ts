import { readCalendars, readRuleSets } from '../../db/seed/read-rules.ts';
import { type CalendarFile, calendarOf } from '../../domain/calendar.ts';
import { ruleSetOn } from '../../domain/law/load.ts';
import { applyOverlay } from '../../domain/law/overlay.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import { type LawContext, QuestionError, type Reported } from './question.ts';

export interface OverlayFile {
  file: string;
  text: string;
}

/** The files of `rules/`, read once per process. */
let shipped: Promise<[RuleSet[], CalendarFile[]]> | undefined;

/** The shipped law, with an overlay where one is given, for any day: call it with the day asked about. */
export async function openLaw(overlay: OverlayFile | undefined): Promise<(date: string) => LawContext> {
  shipped ??= Promise.all([readRuleSets(), readCalendars()]);
  const [sets, calendars] = await shipped;
  const calendarDays = calendars.flatMap(({ days }) => days);
  const calendar = calendarOf(calendarDays);
  const overlaid = new Map<RuleSet, RuleSet>();

  function ruleSetFor(date: string): RuleSet {
    const national = ruleSetOn(sets, date);
    if (!national) throw noRuleSet(sets, date);
    if (overlay === undefined) return national;
    const ruleSet = overlaid.get(national) ?? withOverlay(national, overlay);
    overlaid.set(national, ruleSet);
    return ruleSet;
  }
  return (date) => ({
    date,
    calendarDays,
    calendar,
    ruleSet: () => ruleSetFor(date),
    reported: reportedBy(sets, date),
  });
}

/** Before the first set its predecessor was in force, whose rules are not held here. */
function noRuleSet(sets: readonly RuleSet[], date: string): QuestionError {
  const next = sets.find(({ status, effectiveFrom }) => status === 'in_force' && effectiveFrom > date);
  const before = next?.predecessor;
  return new QuestionError('no_rule_set', {
    vi: `Không có bộ quy tắc nào có hiệu lực ngày ${date}.${before ? ` Trước ngày ${next.effectiveFrom} áp dụng ${before.name.vi} (${before.citation}); hệ thống không lưu quy định này.` : ''}`,
    en: `No rule-set is in force on ${date}.${before ? ` Before ${next.effectiveFrom} the ${before.name.en} applied (${before.citation}); its rules are not held here.` : ''}`,
  });
}

/** Later law that is reported for a day without a text, and a last day of the set in force that is. */
function reportedBy(sets: readonly RuleSet[], date: string): Reported[] {
  const amended = sets
    .filter(({ status, effectiveFrom }) => status === 'unconfirmed' && effectiveFrom <= date)
    .flatMap(({ effectiveFrom, legalBases }) =>
      legalBases.map((basis) => ({ ...basis, from: effectiveFrom })),
    );
  const end = ruleSetOn(sets, date)?.reportedEnd;
  const ended = end && end.date <= date ? [{ ...end, from: end.date }] : [];
  return [...amended, ...ended].map(({ from, citation, grade, note }) => ({
    from,
    citation,
    grade,
    ...(note && { note }),
  }));
}

function withOverlay(national: RuleSet, { file, text }: OverlayFile): RuleSet {
  const { ruleSet, problems } = applyOverlay(national, text, file);
  if (ruleSet) return ruleSet;
  const told = (locale: 'vi' | 'en') =>
    problems.map(({ line, path, message }) => `${file}:${line}: ${path}: ${message[locale]}`).join(' ');
  throw new QuestionError('overlay_refused', { vi: told('vi'), en: told('en') });
}
