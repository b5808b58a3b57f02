import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { CloseYearRequest, Review, StartedDossiers, Suggestion } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface SuggestionFilter {
  awardCode?: string | undefined;
  verdict?: Suggestion['verdict'] | undefined;
  page?: number;
}

export const suggestionPageSize = 50;

export const useReviews = () =>
  useQuery({ queryKey: ['reviews'], queryFn: () => api.get<Listing<Review>>('/api/reviews') });

export const useReview = (id: string) =>
  useQuery({ queryKey: ['reviews', id], queryFn: () => api.get<Review>(`/api/reviews/${id}`) });

/** Under the review's key, so that they are read again with it. */
export const useSuggestions = (reviewId: string, filter: SuggestionFilter) =>
  useQuery({
    queryKey: ['reviews', reviewId, 'suggestions', filter],
    queryFn: () =>
      api.get<Listing<Suggestion>>(`/api/reviews/${reviewId}/suggestions`, {
        ...filter,
        pageSize: suggestionPageSize,
      }),
    placeholderData: keepPreviousData,
  });

/** Closes a year, or finds the suggestions of a closed one anew. */
export function useCloseYear() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CloseYearRequest) => api.post<Review>('/api/reviews', request),
    onSettled: () => client.invalidateQueries({ queryKey: ['reviews'] }),
  });
}

export function useStartDossiers(reviewId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (suggestionIds: string[]) =>
      api.post<StartedDossiers>(`/api/reviews/${reviewId}/dossiers`, { suggestionIds }),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['reviews'] }),
        client.invalidateQueries({ queryKey: ['dossiers'] }),
      ]),
  });
}
