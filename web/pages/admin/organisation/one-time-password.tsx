import { Alert, Modal, Typography } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OneTimePassword } from '../../../../api/contract/index.ts';

export type Shown = OneTimePassword;

/** The password of a first login: shown now and never again. */
export function OneTimePasswordDialog({ shown, onClose }: { shown: Shown; onClose: () => void }) {
  const { t } = useTranslation();
  return (
    <Modal
      open
      closable={false}
      keyboard={false}
      mask={{ closable: false }}
      title={t('account.passwordOf', { login: shown.login })}
      okText={t('account.passwordTaken')}
      cancelButtonProps={{ style: { display: 'none' } }}
      onOk={onClose}
    >
      <div className="stack">
        <Typography.Text copyable className="one-time-password">
          {shown.oneTimePassword}
        </Typography.Text>
        <Alert type="warning" showIcon title={t('account.passwordHelp')} />
      </div>
    </Modal>
  );
}
