import { Button, Flex } from 'antd';
import { useTranslation } from 'react-i18next';
import type { LedgerLine } from '../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { ToneTag } from '../../components/tone-tag.tsx';
import { formatDate, formatDay } from '../../format/dates.ts';
import { useLineWords } from './line-words.ts';

/** What can be done with a line. */
export type LineAct = 'correct' | 'strike' | 'revoke';

/** Why a line counts no more: struck out and revoked ones stay to be read. */
function Standing({ line }: { line: LedgerLine }) {
  const { t } = useTranslation();
  if (line.struck) {
    const { by, at, reason } = line.struck;
    return (
      <div>
        <ToneTag>{t('ledger.struck')}</ToneTag>
        <div className="quiet">{t('ledger.struckBy', { name: by.fullName, at: formatDay(at), reason })}</div>
      </div>
    );
  }
  if (line.kind === 'award' && line.status === 'revoked') {
    return (
      <div>
        <ToneTag tone="red">{t('ledger.revoked')}</ToneTag>
        <div className="quiet">
          {t('ledger.revokedBy', {
            symbol: line.revocationSymbol,
            date: line.revokedOn === null ? '' : formatDate(line.revokedOn),
            reason: line.revocationReason,
          })}
        </div>
      </div>
    );
  }
  return null;
}

const countsNoMore = (line: LedgerLine) =>
  line.struck !== null || (line.kind === 'award' && line.status === 'revoked');

export interface LineListProps {
  label: string;
  lines: LedgerLine[];
  /** The account enters, corrects and strikes out lines here. */
  canKeep: boolean;
  onAct: (act: LineAct, line: LedgerLine) => void;
}

/** Lines of one kind, with the paper each rests on and who entered it. */
export function LineList({ label, lines, canKeep, onAct }: LineListProps) {
  const { t } = useTranslation();
  const wordsOf = useLineWords();
  const actsOf = (line: LedgerLine): LineAct[] => {
    if (line.struck) return [];
    const isKept = canKeep && line.source !== 'issued_decision';
    return [
      ...(isKept && !countsNoMore(line) ? (['correct'] as const) : []),
      ...(isKept ? (['strike'] as const) : []),
      ...(line.kind === 'award' && line.canRevoke ? (['revoke'] as const) : []),
    ];
  };
  const columns: RecordColumn<LedgerLine>[] = [
    {
      key: 'says',
      title: t('ledger.says'),
      card: 'heading',
      render: (line) => {
        const { main, more } = wordsOf(line);
        return (
          <div className={line.struck ? 'struck' : ''}>
            <span className="strong">{main}</span>
            <div className="quiet">{more.join(' · ')}</div>
          </div>
        );
      },
    },
    {
      key: 'paper',
      title: t('ledger.paper'),
      width: 200,
      render: (line) => (
        <div>
          {line.decisionSymbol === '' ? t('ledger.noPaper') : line.decisionSymbol}
          {line.decidedOn !== null && <span className="quiet"> · {formatDate(line.decidedOn)}</span>}
          {line.kind === 'award' && <div className="quiet">{line.decider}</div>}
        </div>
      ),
    },
    {
      key: 'source',
      title: t('ledger.enteredBy'),
      width: 170,
      render: (line) => (
        <div>
          {t(`ledger.source.${line.source}`)}
          <div className="quiet">
            {[line.recordedBy?.fullName, formatDay(line.recordedAt)].filter(Boolean).join(' · ')}
          </div>
        </div>
      ),
    },
    {
      key: 'standing',
      title: t('field.status'),
      width: 170,
      // A card leaves out what has nothing to say.
      render: (line) => (countsNoMore(line) ? <Standing line={line} /> : null),
    },
    {
      key: 'acts',
      title: t('field.actions'),
      width: 250,
      card: 'bare',
      render: (line) => {
        const acts = actsOf(line);
        return acts.length === 0 ? null : (
          <Flex gap={4} wrap>
            {acts.map((act) => (
              <Button
                key={act}
                size="small"
                danger={act === 'revoke'}
                aria-label={`${t(`ledger.act.${act}`)}: ${wordsOf(line).main}`}
                onClick={() => onAct(act, line)}
              >
                {t(`ledger.act.${act}`)}
              </Button>
            ))}
          </Flex>
        );
      },
    },
  ];
  const shown = {
    acts: lines.some((line) => actsOf(line).length > 0),
    standing: lines.some(countsNoMore),
  };
  return (
    <RecordList
      label={label}
      columns={columns.filter(({ key }) => (key === 'acts' || key === 'standing' ? shown[key] : true))}
      records={lines}
      keyOf={({ id }) => id}
      empty={t('ledger.noLines')}
    />
  );
}
