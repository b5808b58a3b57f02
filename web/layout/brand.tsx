import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';

/** Name of the system with its star; leads home. */
export function Brand() {
  const { t } = useTranslation();
  return (
    <Link to="/" className="brand" aria-label={t('brand.home')}>
      <svg viewBox="0 0 32 32" width="26" height="26" aria-hidden="true">
        <path fill="#f2c14e" d="m16 3 3.8 8.9 9.7.9-7.4 6.4 2.3 9.4L16 23.6l-8.4 5 2.3-9.4-7.4-6.4 9.7-.9z" />
      </svg>
      <span className="brand-name">Vinh Danh</span>
      <span className="brand-words">{t('brand.words')}</span>
    </Link>
  );
}
