import { Empty } from 'antd';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page } from '../components/page.tsx';

/** An address that leads nowhere. */
export function NotFoundPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('notFound.title')}>
      <Empty image={Empty.PRESENTED_IMAGE_SIMPLE} description={<Link to="/">{t('notFound.home')}</Link>} />
    </Page>
  );
}
