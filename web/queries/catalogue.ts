import { keepPreviousData, useQuery } from '@tanstack/react-query';
import type { Award, Campaign, CaseLoad, Person, Unit } from '../../api/contract/index.ts';
import { api } from '../api.ts';

/** A part of a list with the size of the whole. */
export interface Listing<T> {
  items: T[];
  total: number;
}

export const useAwards = () =>
  useQuery({
    queryKey: ['awards'],
    queryFn: () => api.get<Listing<Award>>('/api/awards'),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useCaseLoads = () =>
  useQuery({
    queryKey: ['case-loads'],
    queryFn: () => api.get<Listing<CaseLoad>>('/api/case-loads'),
    staleTime: Number.POSITIVE_INFINITY,
  });

export const useCampaigns = () =>
  useQuery({
    queryKey: ['campaigns'],
    queryFn: () => api.get<Listing<Campaign>>('/api/campaigns'),
    staleTime: 300_000,
  });

/** Units by name or code; `mine`: only those for which the account may start a dossier. */
export const useUnits = (options: { q?: string; mine?: boolean } = {}) =>
  useQuery({
    queryKey: ['units', options],
    queryFn: () =>
      api.get<Listing<Unit>>('/api/units', {
        q: options.q,
        mine: options.mine,
        pageSize: options.mine ? 200 : 30,
      }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });

/** People by name, of a unit and of the units below it, or of all that the account has a role on. */
export const usePeople = (unitId: string | undefined, q: string) =>
  useQuery({
    queryKey: ['people', unitId, q],
    queryFn: () => api.get<Listing<Person>>('/api/people', { unitId, q, pageSize: 30 }),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
