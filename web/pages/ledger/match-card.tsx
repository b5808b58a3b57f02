import { Button, Card, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { MatchedPerson, PersonMatch } from '../../../api/contract/index.ts';
import { useNames } from '../../components/names.ts';
import { ToneTag } from '../../components/tone-tag.tsx';
import { formatDate, formatDay } from '../../format/dates.ts';
import { ledgerPath } from './ledger-path.ts';

/** Reasons whose words the pages have; the API may find further ones. */
const knownReasons = [
  'same_national_id',
  'other_national_id',
  'same_staff_code',
  'other_staff_code',
  'same_name',
  'same_name_unmarked',
  'same_words',
  'same_birth_date',
  'swapped_birth_date',
  'same_birth_year',
  'other_birth_date',
  'same_unit_same_years',
  'same_unit',
  'other_sex',
] as const;

function Person({ person }: { person: MatchedPerson }) {
  const { t } = useTranslation();
  const names = useNames();
  const { id, fullName, birth, staffCode, post, unit, importedFrom, awards } = person;
  const birthWords = birth !== null && (birth.length > 4 ? formatDate(birth) : birth);
  return (
    <div className="matched">
      <Link to={ledgerPath({ kind: 'person', id })} className="strong">
        {fullName}
      </Link>
      <div className="quiet">
        {unit === null ? t('ledger.noPost') : [post, names.unit(unit)].filter(Boolean).join(', ')}
      </div>
      <div className="quiet">
        {[
          birthWords && t('ledger.born', { date: birthWords }),
          staffCode !== null && t('ledger.staffCode', { code: staffCode }),
          importedFrom !== null && t('ledger.fromSheet', { file: importedFrom }),
          t('ledger.awardsTotal', { total: awards }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </div>
    </div>
  );
}

/** Two rows side by side, with what speaks for and against their being one person. */
export function MatchCard({
  match,
  onDecide,
}: {
  match: PersonMatch;
  onDecide: (status: 'confirmed' | 'rejected') => void;
}) {
  const { t } = useTranslation();
  const { personA, personB, reasons, score, status, decidedBy, decidedAt, decisionReason } = match;
  const wordsOf = (code: string) => {
    const known = knownReasons.find((reason) => reason === code);
    return known ? t(`ledger.reason.${known}`) : code;
  };
  const pair = `${personA.fullName} – ${personB.fullName}`;
  return (
    <Card size="small">
      <div className="match-pair">
        <Person person={personA} />
        <Person person={personB} />
      </div>
      <Flex gap={4} wrap className="match-reasons">
        {reasons.map(({ code, points }) => (
          <ToneTag key={code} tone={points > 0 ? 'green' : 'red'}>
            {wordsOf(code)} {points > 0 ? `+${points}` : points}
          </ToneTag>
        ))}
        <span className="quiet">{t('ledger.score', { score })}</span>
      </Flex>
      {decidedBy !== null && decidedAt !== null && (
        <p className="quiet">
          {t('ledger.decidedBy', {
            name: decidedBy.fullName,
            at: formatDay(decidedAt),
            reason: decisionReason,
          })}
        </p>
      )}
      <Flex gap={8} wrap>
        {status !== 'confirmed' && (
          <Button
            type={status === 'proposed' ? 'primary' : 'default'}
            aria-label={`${t('ledger.match.confirm')}: ${pair}`}
            onClick={() => onDecide('confirmed')}
          >
            {t('ledger.match.confirm')}
          </Button>
        )}
        {status !== 'rejected' && (
          <Button
            aria-label={`${t(status === 'confirmed' ? 'ledger.match.split' : 'ledger.match.reject')}: ${pair}`}
            onClick={() => onDecide('rejected')}
          >
            {t(status === 'confirmed' ? 'ledger.match.split' : 'ledger.match.reject')}
          </Button>
        )}
      </Flex>
    </Card>
  );
}
