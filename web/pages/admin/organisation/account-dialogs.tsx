import { App, Form, Input, Select } from 'antd';
import dayjs from 'dayjs';
import { useTranslation } from 'react-i18next';
import type { Role, StaffAccount, StaffDetail } from '../../../../api/contract/index.ts';
import { FormDialog } from '../../../components/form-dialog.tsx';
import { UnitSelect } from '../../../components/unit-select.tsx';
import { DateItem } from '../../../form/date-item.tsx';
import { useCouncils } from '../../../queries/councils.ts';
import { useOrganisationCommands } from '../../../queries/organisation.ts';
import type { Shown } from './one-time-password.tsx';
import { ReasonItem } from './unit-dialogs.tsx';

const rolesOfUnits: Role[] = ['clerk', 'appraiser', 'head', 'registrar', 'admin'];
const rolesOfCouncils: Role[] = ['secretary', 'member', 'chair'];
const isOfCouncil = (role: Role | undefined) => role !== undefined && rolesOfCouncils.includes(role);

/** An account; the password of its first login is shown afterwards, once. */
export function NewAccountDialog({
  person,
  onPassword,
  onClose,
}: {
  person: StaffDetail;
  onPassword: (shown: Shown) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { createAccount } = useOrganisationCommands();
  return (
    <FormDialog<{ login: string }>
      title={t('account.createFor', { name: person.fullName })}
      confirm={t('account.create')}
      explanation={t('account.createHelp')}
      onSubmit={async ({ login }) =>
        onPassword(
          await createAccount.mutateAsync({ personId: person.id, login: login.trim().toLowerCase() }),
        )
      }
      onClose={onClose}
    >
      <Form.Item
        name="login"
        label={t('login.login')}
        extra={t('account.loginHelp')}
        rules={[{ required: true, message: t('validation.required') }]}
      >
        <Input maxLength={64} autoCapitalize="none" autoComplete="off" spellCheck={false} />
      </Form.Item>
    </FormDialog>
  );
}

interface GrantFields {
  role: Role;
  unitId?: string | null;
  councilId?: string | null;
  validFrom: string;
  validTo?: string | null;
}

export function GrantRoleDialog({ account, onClose }: { account: StaffAccount; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { grantRole } = useOrganisationCommands();
  return (
    <FormDialog<GrantFields>
      title={t('account.grantTo', { login: account.login })}
      confirm={t('account.grant')}
      initial={{ role: 'clerk', validFrom: dayjs().format('YYYY-MM-DD') }}
      onSubmit={async ({ role, unitId, councilId, validFrom, validTo }) => {
        await grantRole.mutateAsync({
          ...{ accountId: account.id, role, validFrom },
          unitId: isOfCouncil(role) ? null : (unitId ?? null),
          councilId: isOfCouncil(role) ? (councilId ?? null) : null,
          validTo: validTo ?? null,
        });
        void message.success(t('account.granted'));
      }}
      onClose={onClose}
    >
      <Form.Item name="role" label={t('account.role')} extra={t('account.roleHelp')}>
        <Select
          options={[...rolesOfUnits, ...rolesOfCouncils].map((value) => ({
            value,
            label: t(`role.${value}`),
          }))}
        />
      </Form.Item>
      <PlaceItem />
      <DateItem name="validFrom" label={t('staff.from')} required />
      <DateItem name="validTo" label={t('staff.to')} help={t('staff.toHelp')} />
    </FormDialog>
  );
}

/** Where a role is held: on a council for those of a seat, on a unit for all others. */
function PlaceItem() {
  const { t } = useTranslation();
  const role = Form.useWatch<Role | undefined>('role');
  const councils = useCouncils();
  const required = [{ required: true, message: t('validation.required') }];
  if (isOfCouncil(role)) {
    return (
      <Form.Item name="councilId" label={t('field.council')} extra={t('account.seatHelp')} rules={required}>
        <Select
          showSearch={{ optionFilterProp: 'label' }}
          options={(councils.data?.items ?? []).map(({ id, name }) => ({ value: id, label: name }))}
        />
      </Form.Item>
    );
  }
  return (
    <Form.Item name="unitId" label={t('organisation.unit')} rules={required}>
      <UnitSelect />
    </Form.Item>
  );
}

export function EndRoleDialog({
  role,
  onClose,
}: {
  role: StaffAccount['roles'][number];
  onClose: () => void;
}) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const { endRole } = useOrganisationCommands();
  return (
    <FormDialog<{ lastDay?: string | null; reason: string }>
      danger
      title={`${t('account.endRole')}: ${t(`role.${role.role}`)}`}
      confirm={t('account.endRole')}
      onSubmit={async ({ lastDay, reason }) => {
        await endRole.mutateAsync({ id: role.id, lastDay: lastDay ?? null, reason });
        void message.success(t('account.roleEnded'));
      }}
      onClose={onClose}
    >
      <DateItem name="lastDay" label={t('organisation.lastDay')} help={t('account.endRoleHelp')} />
      <ReasonItem />
    </FormDialog>
  );
}
