import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Paper, PaperDetail, PaperKind } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const paperPageSize = 50;

export const usePapers = (filter: { kind?: PaperKind; page?: number }) =>
  useQuery({
    queryKey: ['papers', filter],
    queryFn: () => api.get<Listing<Paper>>('/api/papers', { ...filter, pageSize: paperPageSize }),
    placeholderData: keepPreviousData,
  });

/** A paper with its list. While it is numbered and printed, which takes seconds, it is read again. */
export const usePaper = (id: string) =>
  useQuery({
    queryKey: ['papers', id],
    queryFn: () => api.get<PaperDetail>(`/api/papers/${id}`),
    refetchInterval: ({ state }) =>
      state.data && ['signed', 'numbered'].includes(state.data.status) ? 1000 : 15_000,
  });

/** Lists a dossier in a paper that is being gathered, or leaves it out. */
export function useListDossier(paperId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ dossierId, listed }: { dossierId: string; listed: boolean }) =>
      api.put<PaperDetail>(`/api/papers/${paperId}/dossiers/${dossierId}`, { listed }),
    onSettled: () => client.invalidateQueries({ queryKey: ['papers'] }),
  });
}
