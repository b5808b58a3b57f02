import { Button } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import type { InitiativeDetail } from '../../../api/contract/index.ts';
import { InitiativeStatusTag } from '../../components/initiatives/initiative-status-tag.tsx';
import { InitiativeView } from '../../components/initiatives/initiative-view.tsx';
import { LoadedPage } from '../../components/loaded.tsx';
import { Page } from '../../components/page.tsx';
import { ProblemAlert } from '../../components/problem-alert.tsx';
import { ReasonDialog } from '../../components/reason-dialog.tsx';
import { useInitiative, useInitiativeCommands } from '../../queries/initiatives.ts';
import { useMe } from '../../queries/session.ts';
import { InitiativeDialog } from './initiative-dialog.tsx';

/** One application, with what its unit and authors do with it. */
export function InitiativePage() {
  const { initiativeId = '' } = useParams();
  return (
    <LoadedPage query={useInitiative(initiativeId)}>
      {(initiative) => <Initiative initiative={initiative} />}
    </LoadedPage>
  );
}

function Initiative({ initiative }: { initiative: InitiativeDetail }) {
  const { t } = useTranslation();
  const me = useMe();
  const { submit, withdraw } = useInitiativeCommands(initiative.id);
  const [dialog, setDialog] = useState<'change' | 'withdraw' | null>(null);
  const close = () => setDialog(null);
  const { can } = initiative;
  return (
    <Page
      title={initiative.name}
      status={<InitiativeStatusTag status={initiative.status} />}
      subtitle={initiative.code}
      trail={[{ title: t('nav.initiatives'), to: '/initiatives' }]}
      actions={
        <>
          {can.withdraw && (
            <Button danger onClick={() => setDialog('withdraw')}>
              {t('initiatives.withdraw')}
            </Button>
          )}
          {can.edit && <Button onClick={() => setDialog('change')}>{t('initiatives.change')}</Button>}
          {can.submit && (
            <Button type="primary" loading={submit.isPending} onClick={() => submit.mutate()}>
              {t('initiatives.submit')}
            </Button>
          )}
        </>
      }
    >
      {submit.error !== null && <ProblemAlert error={submit.error} />}
      <InitiativeView initiative={initiative} />
      {dialog === 'change' && <InitiativeDialog me={me} initiative={initiative} onClose={close} />}
      <ReasonDialog
        open={dialog === 'withdraw'}
        title={t('initiatives.withdraw')}
        explanation={t('initiatives.withdrawHelp')}
        confirm={t('initiatives.withdraw')}
        danger
        onConfirm={(reason) => withdraw.mutateAsync(reason)}
        onClose={close}
      />
    </Page>
  );
}
