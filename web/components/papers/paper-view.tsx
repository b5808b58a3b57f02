import { Switch } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { PaperDetail, PaperEntry } from '../../../api/contract/index.ts';
import { useListDossier } from '../../queries/papers.ts';
import { DecideMany } from '../bulk/decide-many.tsx';
import { useNames } from '../names.ts';
import { ProblemAlert } from '../problem-alert.tsx';
import { type RecordColumn, RecordList } from '../record-list.tsx';
import { VerdictTag } from '../status-tags.tsx';
import { ToneTag } from '../tone-tag.tsx';
import { PaperCard, usePaperTitle } from './paper-card.tsx';

/**
 * A paper with the dossiers on its list. While it is gathered, each is listed or left for the next; once a submission is there, its
 * recipient accepts or returns them, one, some or all together.
 */
export function PaperView({ paper }: { paper: PaperDetail }) {
  const { t } = useTranslation();
  const names = useNames();
  const title = usePaperTitle()(paper);
  const list = useListDossier(paper.id);
  const [selected, setSelected] = useState<string[]>([]);
  const choosing = paper.task?.canAct === true;
  const receipts = paper.entries.flatMap(({ receipt }) => (receipt?.canAct ? [receipt] : []));
  const columns: RecordColumn<PaperEntry>[] = [
    {
      key: 'dossier',
      title: t('field.dossier'),
      card: 'heading',
      render: ({ dossierId, code, title: name, onHold }) => (
        <>
          <Link to={`/dossiers/${dossierId}`}>{name}</Link>{' '}
          {onHold && <ToneTag tone="amber">{t('dossierStatus.on_hold')}</ToneTag>}
          <div className="quiet">{code}</div>
        </>
      ),
    },
    { key: 'unit', title: t('field.unit'), render: ({ unit }) => names.unit(unit) },
    {
      key: 'nominations',
      title: t('papers.nominees'),
      width: 100,
      align: 'right',
      render: ({ nominations }) => nominations,
    },
    {
      key: 'state',
      title: t('field.status'),
      width: 260,
      render: (entry) => <EntryState entry={entry} />,
    },
    ...(choosing
      ? [
          {
            key: 'listed',
            title: t('papers.listed'),
            width: 130,
            render: ({ dossierId, code, status }: PaperEntry) =>
              status !== 'withdrawn' && (
                <Switch
                  aria-label={t('papers.listDossier', { code })}
                  checked={status === 'listed'}
                  loading={list.isPending && list.variables.dossierId === dossierId}
                  onChange={(listed) => list.mutate({ dossierId, listed })}
                />
              ),
          },
        ]
      : []),
  ];
  return (
    <div className="stack">
      {choosing && <p>{t('papers.choosing')}</p>}
      {list.error && <ProblemAlert error={list.error} />}
      {receipts.length > 0 && (
        <DecideMany
          tasks={receipts.filter(({ subject }) => selected.includes(subject.id))}
          onDone={() => setSelected([])}
        />
      )}
      <RecordList
        label={t('papers.dossiers')}
        columns={columns}
        records={paper.entries}
        keyOf={({ dossierId }) => dossierId}
        empty={t('papers.noDossier')}
        rowClass={({ status }) => (status === 'listed' ? '' : 'row-out')}
        {...(receipts.length > 0 && {
          selection: {
            selected,
            onChange: setSelected,
            labelOf: ({ code }: PaperEntry) => t('papers.pick', { code }),
          },
        })}
      />
      {paper.hiddenEntries > 0 && (
        <p className="quiet">{t('papers.hidden', { total: paper.hiddenEntries })}</p>
      )}
      <PaperCard paper={paper} title={title} />
    </div>
  );
}

/** What became of a dossier on the list: of a submission, what its recipient did with it. */
function EntryState({ entry: { status, reason, receipt } }: { entry: PaperEntry }) {
  const { t } = useTranslation();
  if (status === 'withdrawn')
    return (
      <>
        <ToneTag tone="red">{t('papers.withdrawn')}</ToneTag>
        <div>{reason}</div>
      </>
    );
  if (status === 'left_out') return <ToneTag tone="amber">{t('papers.leftOut')}</ToneTag>;
  if (receipt === null) return t('papers.onList');
  return (
    <>
      <Link to={`/tasks/${receipt.id}`}>{receipt.name}</Link>{' '}
      {receipt.verdict !== null && <VerdictTag task={receipt} verdict={receipt.verdict} />}
      {receipt.reason !== null && <div>{receipt.reason}</div>}
    </>
  );
}
