import { PlusOutlined } from '@ant-design/icons';
import { App, Button, Card, Flex } from 'antd';
import dayjs from 'dayjs';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { StaffAccount } from '../../../../api/contract/index.ts';
import { useNames } from '../../../components/names.ts';
import { ReasonDialog } from '../../../components/reason-dialog.tsx';
import { type RecordColumn, RecordList } from '../../../components/record-list.tsx';
import { ToneTag } from '../../../components/tone-tag.tsx';
import { stretchWords } from '../../../format/stretch.ts';
import { useOrganisationCommands } from '../../../queries/organisation.ts';
import { useMe } from '../../../queries/session.ts';
import { EndRoleDialog, GrantRoleDialog } from './account-dialogs.tsx';
import { AccountStateTag } from './account-state-tag.tsx';
import type { Shown } from './one-time-password.tsx';

type Role = StaffAccount['roles'][number];
type Act = 'reset' | 'lock' | 'unlock' | 'end';

/** What can be done to an account as it stands; one's own has a page of its own. */
function actsOn({ state, inHand }: StaffAccount): Act[] {
  if (!inHand || state === 'ended') return [];
  return state === 'locked' ? ['unlock', 'reset', 'end'] : ['reset', 'lock', 'end'];
}

/** An account with its roles. */
export function AccountCard({
  account,
  onPassword,
}: {
  account: StaffAccount;
  onPassword: (shown: Shown) => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const me = useMe();
  const { actOnAccount, resetPassword } = useOrganisationCommands();
  const [act, setAct] = useState<Act>('lock');
  const [asking, setAsking] = useState(false);
  const perform = async (reason: string) => {
    if (act === 'reset') onPassword(await resetPassword.mutateAsync({ id: account.id, reason }));
    else {
      await actOnAccount.mutateAsync({ id: account.id, act, reason });
      void message.success(t(`account.done.${act}`));
    }
  };
  const acts = account.id === me.accountId ? [] : actsOn(account);
  return (
    <Card
      size="small"
      title={
        <>
          {t('account.account')} {account.login} <AccountStateTag state={account.state} />{' '}
          {account.mustChangePassword && <ToneTag tone="amber">{t('account.firstPassword')}</ToneTag>}
        </>
      }
    >
      <div className="stack">
        {!account.inHand && account.state !== 'ended' && <p className="quiet">{t('account.beyond')}</p>}
        {acts.length > 0 && (
          <Flex gap={8} wrap>
            {acts.map((one) => (
              <Button
                key={one}
                danger={one === 'end'}
                onClick={() => {
                  setAct(one);
                  setAsking(true);
                }}
              >
                {t(`account.act.${one}`)}
              </Button>
            ))}
          </Flex>
        )}
        <Roles account={account} />
      </div>
      <ReasonDialog
        open={asking}
        danger={act === 'end'}
        title={`${t(`account.act.${act}`)}: ${account.login}`}
        explanation={t(`account.help.${act}`)}
        confirm={t(`account.act.${act}`)}
        onConfirm={perform}
        onClose={() => setAsking(false)}
      />
    </Card>
  );
}

function Roles({ account }: { account: StaffAccount }) {
  const { t } = useTranslation();
  const names = useNames();
  const [granting, setGranting] = useState(false);
  const [ending, setEnding] = useState<Role | null>(null);
  const today = dayjs().format('YYYY-MM-DD');
  const columns: RecordColumn<Role>[] = [
    {
      key: 'role',
      title: t('account.role'),
      card: 'heading',
      render: ({ role, unit, council }) => (
        <>
          <span className="strong">{t(`role.${role}`)}</span>
          <div className="quiet">{council?.name ?? (unit ? names.unit(unit) : '')}</div>
        </>
      ),
    },
    {
      key: 'dates',
      title: t('staff.dates'),
      width: 230,
      render: ({ validFrom, validTo }) => stretchWords(t, validFrom, validTo),
    },
    {
      key: 'acts',
      title: t('field.actions'),
      width: 160,
      render: (role) =>
        role.administered &&
        (role.validTo === null || role.validTo >= today) && (
          <Button size="small" danger onClick={() => setEnding(role)}>
            {t('account.endRole')}
          </Button>
        ),
    },
  ];
  return (
    <>
      <RecordList
        label={t('account.roles')}
        columns={columns}
        records={account.roles}
        keyOf={({ id }) => id}
        empty={t('account.noRole')}
      />
      {account.state !== 'ended' && (
        <div>
          <Button icon={<PlusOutlined aria-hidden />} onClick={() => setGranting(true)}>
            {t('account.grant')}
          </Button>
        </div>
      )}
      {granting && <GrantRoleDialog account={account} onClose={() => setGranting(false)} />}
      {ending && <EndRoleDialog role={ending} onClose={() => setEnding(null)} />}
    </>
  );
}
