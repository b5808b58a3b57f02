import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { PartyOpinionNeed } from '../../../api/contract/index.ts';
import { formatDate } from '../../format/dates.ts';
import { usePartyOpinions } from '../../queries/party.ts';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { RecordPartyOpinion } from './record-party-opinion.tsx';

/** On whom a Party committee gives its opinion before a head decides, and what it said; the standing body records it. */
export function PartyOpinionCard({ dossierId }: { dossierId: string }) {
  const { t } = useTranslation();
  const { data } = usePartyOpinions(dossierId);
  const [recording, setRecording] = useState<PartyOpinionNeed | null>(null);
  if (!data || data.total === 0) return null;
  const columns: RecordColumn<PartyOpinionNeed>[] = [
    {
      key: 'name',
      title: t('party.nominee'),
      card: 'heading',
      render: ({ name, level, committee }) => (
        <>
          <span className="strong">{name}</span>
          <div className="quiet">{[committee, t(`level.${level}`)].filter(Boolean).join(' · ')}</div>
        </>
      ),
    },
    {
      key: 'opinion',
      title: t('party.opinion'),
      render: ({ opinion }) =>
        opinion === null ? (
          <ToneTag tone="amber">{t('party.missing')}</ToneTag>
        ) : (
          <>
            <ToneTag tone={opinion.outcome === 'agree' ? 'green' : 'red'}>
              {t(`party.${opinion.outcome}`)}
            </ToneTag>{' '}
            <a href={`/api/documents/${opinion.document.id}/content`} target="_blank" rel="noreferrer">
              {t('party.byPaper', { symbol: opinion.symbol, date: formatDate(opinion.issuedOn) })}
            </a>
            {opinion.comment !== null && <div className="prewrap">{opinion.comment}</div>}
          </>
        ),
    },
    {
      key: 'record',
      title: t('field.actions'),
      width: 170,
      card: 'bare',
      render: (need) =>
        need.canRecord && (
          <Button size="small" onClick={() => setRecording(need)}>
            {t('party.record')}
          </Button>
        ),
    },
  ];
  return (
    <Card size="small" title={t('party.title')}>
      <RecordList
        label={t('party.title')}
        columns={columns}
        records={data.items}
        keyOf={({ nominationId, level }) => `${nominationId} ${level}`}
        empty=""
      />
      {data.basis && <p className="quiet">{t('party.basis', data.basis)}</p>}
      {recording && (
        <RecordPartyOpinion
          dossierId={dossierId}
          need={recording}
          sameLevel={data.items.filter(({ level }) => level === recording.level)}
          onClose={() => setRecording(null)}
        />
      )}
    </Card>
  );
}
