import { useTranslation } from 'react-i18next';
import { Page } from '../../components/page.tsx';

const sections = ['how', 'protects', 'not', 'member'] as const;

/** What a secret ballot here protects, and what it does not: honest words for those who vote. docs/secret-ballot.md says more. */
export function SecretBallotPage() {
  const { t } = useTranslation();
  return (
    <Page title={t('secret.title')}>
      {sections.map((section) => (
        <section key={section}>
          <h2>{t(`secret.${section}.title`)}</h2>
          <ul>
            {t(`secret.${section}.points`)
              .split('\n')
              .map((point) => (
                <li key={point}>{point}</li>
              ))}
          </ul>
        </section>
      ))}
    </Page>
  );
}
