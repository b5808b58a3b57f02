import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Notice } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';
import { sessionKey } from './session.ts';

export const useNotices = (filter: { unread?: boolean; page?: number; pageSize?: number }) =>
  useQuery({
    queryKey: ['notices', filter],
    queryFn: () => api.get<Listing<Notice>>('/api/notices', filter),
    refetchInterval: 60_000,
  });

export function useReadNotice() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (id: string) => api.post<Notice>(`/api/notices/${id}/read`),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['notices'] }),
        client.invalidateQueries({ queryKey: sessionKey }),
      ]),
  });
}
