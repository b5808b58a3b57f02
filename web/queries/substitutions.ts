import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CreateSubstitutionRequest, Me, Substitution } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';
import { sessionKey } from './session.ts';

const path = '/api/substitutions';

export const useSubstitutions = () =>
  useQuery({ queryKey: ['substitutions'], queryFn: () => api.get<Listing<Substitution>>(path) });

/** Gives and ends substitutions, and changes for whom one acts; then everything is somebody else's and is read anew. */
export function useSubstitutionCommands() {
  const client = useQueryClient();
  return {
    give: useMutation({
      mutationFn: (body: CreateSubstitutionRequest) => api.post<Listing<Substitution>>(path, body),
      onSettled: () => client.invalidateQueries({ queryKey: ['substitutions'] }),
    }),
    attach: useMutation({
      mutationFn: ({ id, file }: { id: string; file: File }) =>
        api.upload<Listing<Substitution>>(`${path}/${id}/authority`, file),
      onSettled: () => client.invalidateQueries({ queryKey: ['substitutions'] }),
    }),
    end: useMutation({
      mutationFn: ({ id, reason }: { id: string; reason: string }) =>
        api.post<Listing<Substitution>>(`${path}/${id}/end`, { reason }),
      onSettled: () => client.invalidateQueries(),
    }),
    actUnder: useMutation({
      mutationFn: (substitutionId: string | null) => api.put<Me>('/api/session/acting', { substitutionId }),
      onSuccess: async (me) => {
        client.setQueryData(sessionKey, me);
        await client.invalidateQueries();
      },
    }),
  };
}
