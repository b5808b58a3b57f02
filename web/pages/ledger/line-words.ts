import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { LedgerLine, LineKind } from '../../../api/contract/index.ts';
import { useUseWords } from '../../components/dossier/initiatives-dialog.tsx';
import { useNames } from '../../components/names.ts';
import { formatDate } from '../../format/dates.ts';

/** Kinds of lines in the order a ledger shows them; the last three are of persons only. */
export const lineKinds: LineKind[] = [
  'award',
  'rating',
  'initiative',
  'statement',
  'discipline',
  'maternity',
  'transfer',
];
export const collectiveKinds: LineKind[] = lineKinds.slice(0, 4);

/** What a line says: the words that come first, and what is added to them. */
export function useLineWords(): (line: LedgerLine) => { main: string; more: string[] } {
  const { t } = useTranslation();
  const names = useNames();
  const wordsOfUse = useUseWords();
  return (line) => {
    switch (line.kind) {
      case 'award':
        return { main: names.award(line), more: awardWords(t, line) };
      case 'rating':
        return { main: t(`ledger.rating.${line.rating}`), more: [t('ledger.inYear', { year: line.year })] };
      case 'initiative':
        return {
          main: line.name,
          more: [
            t('ledger.inYear', { year: line.year }),
            t(`ledger.scope.${line.scope}`),
            ...line.uses.map(wordsOfUse),
          ],
        };
      case 'statement':
        return { main: t('ledger.vouched'), more: statementWords(t, line) };
      case 'discipline':
        return {
          main: t(`ledger.severity.${line.severity}`),
          more: [
            line.endedOn === null
              ? t('ledger.lasting')
              : t('ledger.endedOn', { date: formatDate(line.endedOn) }),
          ],
        };
      case 'maternity':
        return { main: t('ledger.maternityYear', { year: line.year }), more: [] };
      case 'transfer':
        return {
          main: t('ledger.from', { unit: line.formerUnit }),
          more: [
            t('ledger.inYear', { year: line.year }),
            t('ledger.monthsThere', { months: line.monthsAtFormerUnit }),
            t(`ledger.agrees.${line.formerUnitAgrees ?? 'unknown'}`),
          ],
        };
    }
  };
}

function awardWords(t: TFunction, line: Extract<LedgerLine, { kind: 'award' }>): string[] {
  const { fromYear, year, periodNamed, commendationKind } = line;
  const period =
    fromYear === year ? t('ledger.inYear', { year }) : t('ledger.inYears', { from: fromYear, to: year });
  return [
    periodNamed ? period : t('ledger.ofDecision', { year }),
    ...(commendationKind === null ? [] : [t(`ledger.commendation.${commendationKind}`)]),
  ];
}

function statementWords(t: TFunction, line: Extract<LedgerLine, { kind: 'statement' }>): string[] {
  const { awardsCompleteFrom, initiativesComplete, disciplineComplete, underExamination, foundedIn } = line;
  return [
    awardsCompleteFrom === null
      ? t('ledger.awardsUnknown')
      : t('ledger.awardsFrom', { year: awardsCompleteFrom }),
    t(`ledger.initiativesComplete.${initiativesComplete}`),
    t(`ledger.disciplineComplete.${disciplineComplete}`),
    t(`ledger.examined.${underExamination ?? 'unknown'}`),
    ...(foundedIn === null ? [] : [t('ledger.founded', { year: foundedIn })]),
  ];
}
