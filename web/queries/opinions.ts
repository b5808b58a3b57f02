import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AskOpinionRequest, OpinionRequestList } from '../../api/contract/index.ts';
import { api } from '../api.ts';

const keyOf = (dossierId: string) => ['dossier', dossierId, 'opinions'];

export const useOpinions = (dossierId: string) =>
  useQuery({
    queryKey: keyOf(dossierId),
    queryFn: () => api.get<OpinionRequestList>(`/api/dossiers/${dossierId}/opinion-requests`),
  });

/** Notes requests for opinions and takes them back. */
export function useOpinionCommands(dossierId: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: keyOf(dossierId) });
  return {
    ask: useMutation({
      mutationFn: (body: AskOpinionRequest) =>
        api.post<OpinionRequestList>(`/api/dossiers/${dossierId}/opinion-requests`, body),
      onSettled,
    }),
    takeBack: useMutation({
      mutationFn: (requestId: string) => api.delete<void>(`/api/opinion-requests/${requestId}`),
      onSettled,
    }),
  };
}
