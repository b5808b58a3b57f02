import { readCalendars, readRuleSets } from '../../db/seed/read-rules.ts';
import type { CalendarFile } from '../../domain/calendar.ts';
import { ruleSetOn } from '../../domain/law/load.ts';
import { applyOverlay } from '../../domain/law/overlay.ts';
import type { RuleSet } from '../../domain/law/rule-set.ts';
import { type LawContext, QuestionError } from './question.ts';

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
  const overlaid = new Map<RuleSet, RuleSet>();

  function ruleSetFor(date: string): RuleSet {
    const national = ruleSetOn(sets, date);
    if (!national) throw new QuestionError('no_rule_set', `No rule-set is in force on ${date}.`);
    if (overlay === undefined) return national;
    const ruleSet = overlaid.get(national) ?? withOverlay(national, overlay);
    overlaid.set(national, ruleSet);
    return ruleSet;
  }
  return (date) => ({ date, calendarDays, ruleSet: () => ruleSetFor(date) });
}

function withOverlay(national: RuleSet, { file, text }: OverlayFile): RuleSet {
  const { ruleSet, problems } = applyOverlay(national, text, file);
  if (ruleSet) return ruleSet;
  const told = problems.map(({ line, path, message }) => `${file}:${line}: ${path}: ${message.en}`);
  throw new QuestionError('overlay_refused', told.join(' '));
}
