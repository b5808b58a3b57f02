import { KeyOutlined, LogoutOutlined, SwapOutlined, UserOutlined } from '@ant-design/icons';
import { Button, Dropdown } from 'antd';
import { useTranslation } from 'react-i18next';
import { useNavigate } from 'react-router';
import { useNarrow } from '../components/use-narrow.ts';
import { useLogout, useMe } from '../queries/session.ts';

/** Who is logged in, with which roles, and the way out. */
export function AccountMenu() {
  const { t } = useTranslation();
  const me = useMe();
  const narrow = useNarrow();
  const navigate = useNavigate();
  const logout = useLogout();
  const roles = me.roles.map(({ role, unit, council }, index) => ({
    key: `${role}-${index}`,
    disabled: true,
    label: `${t(`role.${role}`)} · ${council?.name ?? unit?.name ?? ''}`,
  }));
  return (
    <Dropdown
      trigger={['click']}
      menu={{
        className: 'account-menu',
        items: [
          { key: 'who', type: 'group', label: `${me.person.fullName} (${me.login})`, children: roles },
          { type: 'divider' },
          { key: 'substitutions', icon: <SwapOutlined aria-hidden />, label: t('substitution.title') },
          { key: 'password', icon: <KeyOutlined aria-hidden />, label: t('password.title') },
          { key: 'logout', icon: <LogoutOutlined aria-hidden />, label: t('action.logout') },
        ],
        onClick: ({ key }) => {
          if (key === 'substitutions') void navigate('/substitutions');
          if (key === 'password') void navigate('/password');
          if (key === 'logout') logout.mutate();
        },
      }}
    >
      <Button
        type="text"
        className="top-button"
        icon={<UserOutlined aria-hidden />}
        aria-label={t('nav.account', { name: me.person.fullName })}
      >
        {narrow ? null : me.person.fullName}
      </Button>
    </Dropdown>
  );
}
