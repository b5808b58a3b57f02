import { Button, Card } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Level, UnitChange, UnitKind } from '../../../../api/contract/index.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../../components/tone-tag.tsx';
import { formatDate, formatInstant } from '../../../format/dates.ts';
import { useOrganisationCommands } from '../../../queries/organisation.ts';

const tones: Record<UnitChange['status'], Tone> = { pending: 'amber', applied: 'green', withdrawn: 'plain' };

/** What changed in the life of a unit, and what will on a day to come. */
export function UnitHistory({ changes }: { changes: UnitChange[] }) {
  const { t } = useTranslation();
  const { withdrawChange } = useOrganisationCommands();
  const [taken, setTaken] = useState<UnitChange | null>(null);
  const inWords = (field: UnitChange['fields'][number]['field'], value: string | null): string => {
    if (value === null) return '–';
    if (field === 'kind') return t(`unitKind.${value as UnitKind}`);
    if (field === 'level') return t(`level.${value as Level}`);
    if (field === 'isStandingBody') return t(value === 'true' ? 'form.yes' : 'form.no');
    return field === 'validTo' ? formatDate(value) : value;
  };
  const columns: RecordColumn<UnitChange>[] = [
    {
      key: 'day',
      title: t('organisation.effectiveOn'),
      width: 140,
      card: 'heading',
      render: ({ effectiveOn }) => <span className="strong">{formatDate(effectiveOn)}</span>,
    },
    {
      key: 'what',
      title: t('organisation.changesTo'),
      card: 'bare',
      render: ({ fields }) => (
        <ul className="plain">
          {fields.map(({ field, from, to }) => (
            <li key={field}>
              {t(`organisation.field.${field}`)}: {from !== null && <s>{inWords(field, from)}</s>}{' '}
              {inWords(field, to)}
            </li>
          ))}
        </ul>
      ),
    },
    {
      key: 'why',
      title: t('field.reason'),
      render: ({ reason, decidedBy, decidedAt }) => (
        <>
          {reason}
          <div className="quiet">
            {decidedBy.fullName}, {formatInstant(decidedAt)}
          </div>
        </>
      ),
    },
    {
      key: 'status',
      title: t('field.status'),
      width: 210,
      render: (change) => (
        <>
          <ToneTag tone={tones[change.status]}>{t(`organisation.changeStatus.${change.status}`)}</ToneTag>{' '}
          {change.status === 'pending' && (
            <Button size="small" onClick={() => setTaken(change)}>
              {t('organisation.takeBack')}
            </Button>
          )}
        </>
      ),
    },
  ];
  return (
    <Card size="small" title={t('organisation.history')}>
      <RecordList
        label={t('organisation.history')}
        columns={columns}
        records={changes}
        keyOf={({ id }) => id}
        empty=""
      />
      <ReasonDialog
        open={taken !== null}
        title={t('organisation.takeBack')}
        explanation={t('organisation.takeBackHelp')}
        confirm={t('organisation.takeBack')}
        onConfirm={(reason) => withdrawChange.mutateAsync({ id: taken?.id ?? '', reason })}
        onClose={() => setTaken(null)}
      />
    </Card>
  );
}
