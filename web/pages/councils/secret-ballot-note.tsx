import { Alert } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { SessionDetail } from '../../../api/contract/index.ts';
import { ReceiptCheckForm } from './receipt-check.tsx';

/** Says what a secret ballot protects, where to read what it does not, and lets a member check the own ballot. */
export function SecretBallotNote({ session }: { session: SessionDetail }) {
  const { t } = useTranslation();
  return (
    <Alert
      type="info"
      showIcon
      title={t('secret.title')}
      description={
        <div className="stack">
          <span>
            {t('secret.summary')} <Link to="/secret-ballot">{t('secret.more')}</Link>
          </span>
          {session.can.vote && <ReceiptCheckForm sessionId={session.id} items={session.items} />}
        </div>
      }
    />
  );
}
