import { useTranslation } from 'react-i18next';
import type { InstanceOperation } from '../../../../api/contract/index.ts';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { type Tone, ToneTag } from '../../../components/tone-tag.tsx';
import { formatInstant } from '../../../format/dates.ts';

const tones: Record<InstanceOperation['status'], Tone> = { pending: 'amber', done: 'green', refused: 'red' };

/** What administrators did to the instance, why, and what came of it. */
export function Operations({ operations }: { operations: InstanceOperation[] }) {
  const { t } = useTranslation();
  const columns: RecordColumn<InstanceOperation>[] = [
    {
      key: 'kind',
      title: t('instance.operation'),
      card: 'heading',
      render: ({ kind, status }) => (
        <>
          {t(`operation.${kind}`)} <ToneTag tone={tones[status]}>{t(`operationStatus.${status}`)}</ToneTag>
        </>
      ),
    },
    {
      key: 'reason',
      title: t('field.reason'),
      render: ({ reason, problems }) => (
        <div>
          {reason}
          {problems.map(({ detail, element, visit }) => (
            <div key={`${visit} ${element}`} className="quiet">
              {detail} {element !== null && <span className="code">{element}</span>}
            </div>
          ))}
        </div>
      ),
    },
    { key: 'by', title: t('audit.actor'), width: 200, render: ({ by }) => by?.fullName ?? t('audit.system') },
    { key: 'at', title: t('field.at'), width: 170, render: ({ at }) => formatInstant(at) },
  ];
  return (
    <section className="stack" aria-label={t('instance.operations')}>
      <h2>{t('instance.operations')}</h2>
      <RecordList
        label={t('instance.operations')}
        columns={columns}
        records={operations}
        keyOf={({ number }) => String(number)}
        empty={t('instance.noOperations')}
      />
    </section>
  );
}
