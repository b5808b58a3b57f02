import { Button, Result } from 'antd';
import { useTranslation } from 'react-i18next';

/**
 * A page that broke while it was drawn or loaded. Most often a new version was installed while the old one was open and
 * the page's file is gone, so that loading everything again is the cure.
 */
export function RouteError() {
  const { t } = useTranslation();
  return (
    <Result
      status="warning"
      title={t('problem.page')}
      subTitle={t('problem.pageHelp')}
      extra={
        <Button type="primary" onClick={() => window.location.reload()}>
          {t('action.reload')}
        </Button>
      }
    />
  );
}
