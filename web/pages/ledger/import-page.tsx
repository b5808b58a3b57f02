import { UndoOutlined } from '@ant-design/icons';
import { Alert, App, Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useParams } from 'react-router';
import type { ImportedLine, LedgerImport } from '../../../api/contract/index.ts';
import { LinkButton } from '../../components/link-button.tsx';
import { Loaded, LoadedPage } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatDate, formatInstant } from '../../format/dates.ts';
import {
  ledgerPageSize,
  useImportCommands,
  useImportedLines,
  useLedgerImport,
} from '../../queries/ledger.ts';
import { ImportStandingTag } from './import-standing.tsx';
import { ledgerPath } from './ledger-path.ts';
import { useLineWords } from './line-words.ts';

function Lines({ importId }: { importId: string }) {
  const { t } = useTranslation();
  const wordsOf = useLineWords();
  const [page, setPage] = useState(1);
  const lines = useImportedLines(importId, page);
  const columns: RecordColumn<ImportedLine>[] = [
    {
      key: 'holder',
      title: t('ledger.holder'),
      card: 'heading',
      render: ({ holder }) => (
        <Link to={ledgerPath(holder)} className="strong">
          {holder.name}
        </Link>
      ),
    },
    {
      key: 'says',
      title: t('ledger.says'),
      render: ({ line }) => {
        const { main, more } = wordsOf(line);
        return `${main} · ${more.join(' · ')}`;
      },
    },
    {
      key: 'paper',
      title: t('ledger.paper'),
      width: 240,
      render: ({ line }) =>
        [line.decisionSymbol, line.decidedOn && formatDate(line.decidedOn)].filter(Boolean).join(' · '),
    },
  ];
  return (
    <Loaded query={lines}>
      {({ items, total }) => (
        <RecordList
          label={t('ledger.importedLines')}
          columns={columns}
          records={items}
          keyOf={({ line }) => line.id}
          empty={t('ledger.noLines')}
          loading={lines.isPlaceholderData}
          paging={{ page, pageSize: ledgerPageSize, total, onChange: setPage }}
        />
      )}
    </Loaded>
  );
}

function Opened({ row }: { row: LedgerImport }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const names = useNames();
  const { undo } = useImportCommands();
  const [undoing, setUndoing] = useState(false);
  const { id, kind, fileName, unit, rows, importedBy, importedAt, newPeople, proposedMatches, undone, uses } =
    row;
  return (
    <Page
      title={fileName}
      status={<ImportStandingTag row={row} />}
      subtitle={[
        t(`ledger.kind.${kind}`),
        names.unit(unit),
        importedBy.fullName,
        formatInstant(importedAt),
      ].join(' · ')}
      trail={[
        { title: t('nav.ledger'), to: '/ledger' },
        { title: t('ledger.imports'), to: '/ledger/imports' },
      ]}
      actions={
        undone === null && (
          <Button
            danger
            icon={<UndoOutlined aria-hidden />}
            disabled={uses.length > 0}
            onClick={() => setUndoing(true)}
          >
            {t('ledger.undo')}
          </Button>
        )
      }
    >
      <div className="stack">
        {undone !== null && (
          <Alert
            type="info"
            showIcon
            title={t('ledger.undoneBy', {
              name: undone.by.fullName,
              at: formatInstant(undone.at),
              reason: undone.reason,
            })}
          />
        )}
        {undone === null && uses.length > 0 && (
          <Alert
            type="info"
            showIcon
            title={t('ledger.notUndone', {
              uses: uses.map((use) => t(`ledger.use.${use}`)).join('; '),
            })}
          />
        )}
        {undone === null && (
          <>
            <p>
              {t('ledger.importSums', { rows, people: newPeople, matches: proposedMatches })}{' '}
              {proposedMatches > 0 && (
                <LinkButton size="small" to="/ledger/matches">
                  {t('ledger.toMatches')}
                </LinkButton>
              )}
            </p>
            <Lines importId={id} />
          </>
        )}
      </div>
      {undoing && (
        <ReasonDialog
          open
          danger
          title={t('ledger.undoTitle')}
          explanation={t('ledger.undoHelp', { rows, people: newPeople })}
          confirm={t('ledger.undo')}
          onConfirm={async (reason) => {
            await undo.mutateAsync({ id, reason });
            void message.success(t('ledger.undoDone'));
          }}
          onClose={() => setUndoing(false)}
        />
      )}
    </Page>
  );
}

/** One import: what it brought, what others have built on it, and undoing it while nobody has. */
export function ImportPage() {
  const { importId = '' } = useParams();
  return <LoadedPage query={useLedgerImport(importId)}>{(row) => <Opened row={row} />}</LoadedPage>;
}
