import { DownloadOutlined } from '@ant-design/icons';
import { Alert, Button, Modal } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword, OrganisationImport } from '../../../../api/contract/index.ts';
import { ImportSheet } from '../../../components/import-sheet.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { useOrganisationCommands } from '../../../queries/organisation.ts';

/** Imports a whole organisation: first what the sheet would add, then it is added, then the passwords are shown once. */
export function ImportDialog({ onClose }: { onClose: () => void }) {
  const { importSheet } = useOrganisationCommands();
  const { t } = useTranslation();
  const [result, setResult] = useState<OrganisationImport | null>(null);
  const tried = result?.dryRun === true;
  if (result?.dryRun === false) return <Imported result={result} onClose={onClose} />;
  return (
    <ImportSheet
      open
      title={t('organisation.importTitle')}
      help={t('organisation.importHelp')}
      template="/api/admin/organisation-imports/template.xlsx"
      confirm={t(tried ? 'organisation.importNow' : 'organisation.importTry')}
      command={{
        ...importSheet,
        reset: () => {
          importSheet.reset();
          setResult(null);
        },
      }}
      // A refusal is shown by the sheet's dialog itself.
      onSend={(file) => importSheet.mutateAsync({ file, dryRun: !tried }).then(setResult, () => undefined)}
      onClose={onClose}
    >
      {result !== null && <Counts result={result} />}
    </ImportSheet>
  );
}

/** What the sheet adds, or would. */
function Counts({ result }: { result: OrganisationImport }) {
  const { t } = useTranslation();
  return (
    <Alert
      type={result.dryRun ? 'info' : 'success'}
      showIcon
      title={t(result.dryRun ? 'organisation.wouldAdd' : 'organisation.hasAdded', {
        units: result.units,
        people: result.people,
        positions: result.positions,
        accounts: result.accounts,
        roles: result.roles,
        unchanged: result.unchanged,
      })}
      {...(result.likelySame > 0 && { description: t('staff.likelySame', { total: result.likelySame }) })}
    />
  );
}

function Imported({ result, onClose }: { result: OrganisationImport; onClose: () => void }) {
  const { t } = useTranslation();
  const columns: RecordColumn<OneTimePassword>[] = [
    { key: 'login', title: t('login.login'), card: 'heading', render: ({ login }) => login },
    {
      key: 'password',
      title: t('account.firstPassword'),
      render: ({ oneTimePassword }) => <code>{oneTimePassword}</code>,
    },
  ];
  return (
    <Modal
      open
      width={640}
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('organisation.importTitle')}
      okText={t('bulk.close')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <div className="stack">
        <Counts result={result} />
        {result.passwords.length > 0 && (
          <>
            <Alert type="warning" showIcon title={t('account.passwordHelp')} />
            <div>
              <Button icon={<DownloadOutlined aria-hidden />} onClick={() => save(result.passwords)}>
                {t('account.savePasswords')}
              </Button>
            </div>
            <RecordList
              label={t('account.firstPassword')}
              columns={columns}
              records={result.passwords.slice(0, shownAtMost)}
              keyOf={({ accountId }) => accountId}
              empty=""
            />
          </>
        )}
      </div>
    </Modal>
  );
}

/** The file holds them all. */
const shownAtMost = 50;

/** Logins and passwords hold nothing that a sheet would take for a formula or a separator. */
function save(passwords: readonly OneTimePassword[]): void {
  const lines = passwords.map(({ login, oneTimePassword }) => `${login};${oneTimePassword}`);
  const address = URL.createObjectURL(
    new Blob([`login;password\n${lines.join('\n')}\n`], { type: 'text/csv' }),
  );
  const link = document.createElement('a');
  link.href = address;
  link.download = 'mat-khau.csv';
  link.click();
  URL.revokeObjectURL(address);
}
