import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { EligibilityReport, EligibilityVerdict, Recheck } from '../../api/contract/index.ts';
import { api } from '../api.ts';

export interface EligibilityFilter {
  verdict?: EligibilityVerdict;
  page?: number;
}

export const eligibilityPageSize = 20;

/** Verdicts on the nominees of a dossier; under the dossier's key, so that they are read again with it. */
export const useEligibility = (dossierId: string, filter: EligibilityFilter = {}, enabled = true) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'eligibility', filter],
    queryFn: () =>
      api.get<EligibilityReport>(`/api/dossiers/${dossierId}/eligibility`, {
        ...filter,
        pageSize: eligibilityPageSize,
      }),
    placeholderData: keepPreviousData,
    enabled,
  });

export function useRecheck(dossierId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.post<Recheck>(`/api/dossiers/${dossierId}/eligibility`),
    onSettled: () => client.invalidateQueries({ queryKey: ['dossier', dossierId, 'eligibility'] }),
  });
}
