import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { ChangePasswordRequest, LoginRequest, Me, Role } from '../../api/contract/index.ts';
import { ApiProblem, api } from '../api.ts';
import { currentLocale, type Locale, switchLocale } from '../i18n.ts';

export const sessionKey = ['session'] as const;

/** Who is logged in; `null` when nobody is. */
export function useSession() {
  return useQuery({
    queryKey: sessionKey,
    queryFn: async (): Promise<Me | null> => {
      try {
        const me = await api.get<Me>('/api/session');
        // The account's language, also where it was chosen on another device: what the server says is in it.
        if (me.locale !== currentLocale()) await switchLocale(me.locale);
        return me;
      } catch (error) {
        if (error instanceof ApiProblem && error.status === 401) return null;
        throw error;
      }
    },
    staleTime: 60_000,
  });
}

/** The account of a page behind the login; the router has made sure that there is one. */
export function useMe(): Me {
  const { data } = useSession();
  if (!data) throw new Error('useMe is for pages behind the login');
  return data;
}

/** Whether the account holds one of `roles` anywhere. */
export const holds = (me: Me, ...roles: Role[]): boolean =>
  me.roles.some((grant) => roles.includes(grant.role));

export function useLogin() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: LoginRequest) => api.post<Me>('/api/session', request),
    onSuccess: async (me) => {
      client.clear();
      client.setQueryData(sessionKey, me);
      await switchLocale(me.locale);
    },
  });
}

/** Changes the own password. What was refused until then, everything, is read now. */
export function useChangePassword() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: ChangePasswordRequest) => api.put<Me>('/api/session/password', request),
    onSuccess: (me) => client.setQueryData(sessionKey, me),
  });
}

export function useLogout() {
  return useMutation({
    mutationFn: () => api.delete<void>('/api/session'),
    // A full load, so that nothing this account has read stays in the browser's memory.
    onSuccess: () => window.location.assign('/login'),
  });
}

/** Switches the language of the pages at once and, when somebody is logged in, of the account's mails and errors. */
export function useSwitchLocale() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (locale: Locale) => {
      await client.cancelQueries({ queryKey: sessionKey });
      await switchLocale(locale);
      if (client.getQueryData(sessionKey)) {
        client.setQueryData(sessionKey, await api.patch<Me>('/api/session', { locale }));
      }
      // Some texts come from the API, in the language of the request.
      await client.invalidateQueries({ predicate: ({ queryKey }) => queryKey[0] !== sessionKey[0] });
    },
  });
}
