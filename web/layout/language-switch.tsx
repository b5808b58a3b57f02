import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { currentLocale, type Locale } from '../i18n.ts';
import { useSwitchLocale } from '../queries/session.ts';

/** Vietnamese or English, for all pages and, when logged in, for the account's mails too. */
export function LanguageSwitch() {
  const { t } = useTranslation();
  const change = useSwitchLocale();
  return (
    <Segmented<Locale>
      size="small"
      aria-label={t('language.label')}
      value={currentLocale()}
      onChange={(locale) => change.mutate(locale)}
      options={[
        { value: 'vi', label: 'VI', title: 'Tiếng Việt' },
        { value: 'en', label: 'EN', title: 'English' },
      ]}
    />
  );
}
