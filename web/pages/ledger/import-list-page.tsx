import { UploadOutlined } from '@ant-design/icons';
import { App, Button, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useNavigate, useSearchParams } from 'react-router';
import type { ImportedKind, LedgerImport } from '../../../api/contract/index.ts';
import { ImportSheet } from '../../components/import-sheet.tsx';
import { Loaded } from '../../components/loaded.tsx';
import { useNames } from '../../components/names.ts';
import { Page } from '../../components/page.tsx';
import { type RecordColumn, RecordList } from '../../components/record-list.tsx';
import { formatInstant } from '../../format/dates.ts';
import { formatInteger } from '../../format/numbers.ts';
import { currentLocale } from '../../i18n.ts';
import { ledgerPageSize, useImportCommands, useLedgerImports } from '../../queries/ledger.ts';
import { HolderSelect } from './holder-select.tsx';
import { ImportStandingTag } from './import-standing.tsx';

const importedKinds: ImportedKind[] = ['award', 'rating', 'initiative', 'discipline'];

function ImportDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const navigate = useNavigate();
  const { upload } = useImportCommands();
  const [unitId, setUnitId] = useState<string | null>(null);
  const [kind, setKind] = useState<ImportedKind>('award');
  return (
    <ImportSheet
      open
      title={t('ledger.importTitle')}
      help={t('ledger.importHelp')}
      template={`/api/ledger-imports/template.xlsx?kind=${kind}`}
      ready={unitId !== null}
      command={upload}
      onSend={(file) =>
        upload.mutate(
          { unitId: unitId ?? '', kind, file },
          {
            onSuccess: ({ id, rows }) => {
              void message.success(t('ledger.imported', { total: formatInteger(rows, currentLocale()) }));
              void navigate(`/ledger/imports/${id}`);
            },
          },
        )
      }
      onClose={onClose}
    >
      <div>
        <label htmlFor="import-kind">{t('ledger.importKind')}</label>
        <Select<ImportedKind>
          id="import-kind"
          className="full"
          value={kind}
          onChange={(chosen) => {
            upload.reset();
            setKind(chosen);
          }}
          options={importedKinds.map((value) => ({ value, label: t(`ledger.kind.${value}`) }))}
        />
      </div>
      <HolderSelect
        id="import-unit"
        label={t('ledger.importUnit')}
        filter={{ kind: 'collective', kept: true }}
        value={unitId}
        onChange={setUnitId}
      />
    </ImportSheet>
  );
}

/** Sheets imported into the ledgers that the account keeps, those that were undone too. */
export function ImportListPage() {
  const { t } = useTranslation();
  const names = useNames();
  const [search, setSearch] = useSearchParams();
  const page = Number(search.get('page') ?? 1);
  const imports = useLedgerImports(page);
  const [importing, setImporting] = useState(false);
  const columns: RecordColumn<LedgerImport>[] = [
    {
      key: 'file',
      title: t('ledger.file'),
      card: 'heading',
      render: ({ id, fileName }) => (
        <Link to={`/ledger/imports/${id}`} className="strong">
          {fileName}
        </Link>
      ),
    },
    {
      key: 'kind',
      title: t('ledger.importKind'),
      width: 200,
      render: ({ kind }) => t(`ledger.kind.${kind}`),
    },
    { key: 'unit', title: t('ledger.unit'), render: ({ unit }) => names.unit(unit) },
    { key: 'rows', title: t('ledger.rows'), width: 110, align: 'right', render: ({ rows }) => rows },
    {
      key: 'by',
      title: t('ledger.importedBy'),
      width: 220,
      render: ({ importedBy, importedAt }) => (
        <div>
          {importedBy.fullName}
          <div className="quiet">{formatInstant(importedAt)}</div>
        </div>
      ),
    },
    {
      key: 'standing',
      title: t('field.status'),
      width: 180,
      render: (row) => <ImportStandingTag row={row} />,
    },
  ];
  return (
    <Page
      title={t('ledger.imports')}
      trail={[{ title: t('nav.ledger'), to: '/ledger' }]}
      actions={
        <Button type="primary" icon={<UploadOutlined aria-hidden />} onClick={() => setImporting(true)}>
          {t('ledger.import')}
        </Button>
      }
    >
      <Loaded query={imports}>
        {({ items, total }) => (
          <RecordList
            label={t('ledger.imports')}
            columns={columns}
            records={items}
            keyOf={({ id }) => id}
            empty={t('ledger.noImports')}
            paging={{
              page,
              pageSize: ledgerPageSize,
              total,
              onChange: (next) => setSearch({ page: String(next) }),
            }}
          />
        )}
      </Loaded>
      {importing && <ImportDialog onClose={() => setImporting(false)} />}
    </Page>
  );
}
