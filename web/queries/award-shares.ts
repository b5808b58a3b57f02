import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AwardShares, AwardSharesQuery, DirectWorkResult } from '../../api/contract/index.ts';
import { api } from '../api.ts';

/** Who the awards of a unit went to; nothing is asked until the unit is chosen. */
export const useAwardShares = (unitId: string | null, { fromYear, toYear, by }: AwardSharesQuery) =>
  useQuery({
    queryKey: ['ledger', 'award-shares', unitId, fromYear, toYear, by],
    queryFn: () => api.get<AwardShares>(`/api/units/${unitId}/award-shares`, { fromYear, toYear, by }),
    enabled: unitId !== null && fromYear <= toYear,
    placeholderData: keepPreviousData,
  });

export function useDirectWorkImport() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ unitId, file }: { unitId: string; file: File }) =>
      api.upload<DirectWorkResult>(`/api/units/${unitId}/direct-work-imports`, file),
    onSettled: () => client.invalidateQueries({ queryKey: ['ledger', 'award-shares'] }),
  });
}
