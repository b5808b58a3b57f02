import type { UseQueryResult } from '@tanstack/react-query';
import { Skeleton } from 'antd';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Page } from './page.tsx';
import { ProblemAlert } from './problem-alert.tsx';

/** Draws `children` from the data of a query; until they are there a skeleton, and an error with "try again". */
export function Loaded<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined) return children(query.data);
  if (query.error) return <ProblemAlert error={query.error} retry={() => void query.refetch()} />;
  return (
    <div aria-busy="true" aria-label={t('state.loading')} role="status">
      <Skeleton active paragraph={{ rows: 4 }} />
    </div>
  );
}

/** The same for a whole page: what cannot be shown, because it is not there or not for this account, says so under a heading. */
export function LoadedPage<T>({
  query,
  children,
}: {
  query: UseQueryResult<T>;
  children: (data: T) => ReactNode;
}) {
  const { t } = useTranslation();
  if (query.data !== undefined || !query.error) return <Loaded query={query}>{children}</Loaded>;
  return (
    <Page title={t('problem.page')} trail={[{ title: t('nav.home'), to: '/' }]}>
      <ProblemAlert error={query.error} retry={() => void query.refetch()} />
    </Page>
  );
}
