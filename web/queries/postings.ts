import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Comment, CommentStatus, ModerateRequest, Posting } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const postingPageSize = 50;

export const usePostings = (filter: { dossierId?: string; page?: number }) =>
  useQuery({
    queryKey: ['postings', filter],
    queryFn: () => api.get<Listing<Posting>>('/api/postings', { ...filter, pageSize: postingPageSize }),
    placeholderData: keepPreviousData,
  });

export const usePosting = (id: string) =>
  useQuery({ queryKey: ['postings', id], queryFn: () => api.get<Posting>(`/api/postings/${id}`) });

export const useComments = (postingId: string, filter: { status?: CommentStatus; page?: number }) =>
  useQuery({
    queryKey: ['postings', postingId, 'comments', filter],
    queryFn: () =>
      api.get<Listing<Comment>>(`/api/postings/${postingId}/comments`, {
        ...filter,
        pageSize: postingPageSize,
      }),
    placeholderData: keepPreviousData,
  });

/** Moderates a comment. What counts comments is read again, refused or not: somebody else may have been quicker. */
export function useModerate() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...body }: ModerateRequest & { id: string }) =>
      api.post<void>(`/api/comments/${id}/moderate`, body),
    onSettled: () =>
      Promise.all(['postings', 'dossier'].map((key) => client.invalidateQueries({ queryKey: [key] }))),
  });
}
