import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { App as AntApp, ConfigProvider } from 'antd';
import enUS from 'antd/es/locale/en_US.js';
import viVN from 'antd/es/locale/vi_VN.js';
import dayjs from 'dayjs';
import 'dayjs/locale/vi.js';
import { StrictMode } from 'react';
import { useTranslation } from 'react-i18next';
import { RouterProvider } from 'react-router/dom';
import { ApiProblem, onSessionLost } from './api.ts';
import { sessionKey } from './queries/session.ts';
import { router } from './routes.tsx';
import { theme } from './theme.ts';

const client = new QueryClient({
  defaultOptions: {
    queries: {
      // What the API refused stays refused; a network that failed once may be back a moment later.
      retry: (failures, error) => !(error instanceof ApiProblem && error.status < 500) && failures < 2,
      staleTime: 2000,
    },
  },
});

// The guard of the pages behind the login sees the session gone and leads to the login, and back afterwards.
onSessionLost(() => client.setQueryData(sessionKey, null));

export function App() {
  const { i18n } = useTranslation();
  const vietnamese = i18n.language !== 'en';
  dayjs.locale(vietnamese ? 'vi' : 'en');
  return (
    <StrictMode>
      <QueryClientProvider client={client}>
        <ConfigProvider locale={vietnamese ? viVN : enUS} theme={theme}>
          <AntApp>
            <RouterProvider router={router} />
          </AntApp>
        </ConfigProvider>
      </QueryClientProvider>
    </StrictMode>
  );
}
