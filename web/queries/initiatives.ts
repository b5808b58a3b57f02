import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeInitiativeRequest,
  DocumentInfo,
  InitiativeAttachmentKind,
  InitiativeDetail,
  InitiativeSummary,
  RegisteredInitiative,
  RegisterInitiativeRequest,
  TimelineEntry,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const useInitiatives = (q: string, page: number, pageSize: number) =>
  useQuery({
    queryKey: ['initiatives', q, page],
    queryFn: () => api.get<Listing<InitiativeSummary>>('/api/initiatives', { q, page, pageSize }),
    placeholderData: keepPreviousData,
  });

export const useInitiative = (id: string) =>
  useQuery({
    queryKey: ['initiative', id],
    queryFn: () => api.get<InitiativeDetail>(`/api/initiatives/${id}`),
    refetchInterval: 10_000,
  });

export const useInitiativeTimeline = (id: string) =>
  useQuery({
    queryKey: ['initiative', id, 'timeline'],
    queryFn: () => api.get<Listing<TimelineEntry>>(`/api/initiatives/${id}/timeline`),
    refetchInterval: 10_000,
  });

export const useInitiativeRegister = (q: string, page: number, pageSize: number) =>
  useQuery({
    queryKey: ['initiative-register', q, page],
    queryFn: () => api.get<Listing<RegisteredInitiative>>('/api/initiative-register', { q, page, pageSize }),
    placeholderData: keepPreviousData,
  });

/** What is done with applications; after each, everything is read again. */
export function useInitiativeCommands(id = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/initiatives/${id}`;
  return {
    register: useMutation({
      mutationFn: (body: RegisterInitiativeRequest) => api.post<InitiativeDetail>('/api/initiatives', body),
      onSettled,
    }),
    change: useMutation({
      mutationFn: (body: ChangeInitiativeRequest) => api.put<InitiativeDetail>(path, body),
      onSettled,
    }),
    attach: useMutation({
      mutationFn: ({ file, kind }: { file: File; kind: InitiativeAttachmentKind }) =>
        api.upload<DocumentInfo>(`${path}/documents`, file, { kind }),
      onSettled,
    }),
    submit: useMutation({ mutationFn: () => api.post<InitiativeDetail>(`${path}/submit`), onSettled }),
    withdraw: useMutation({
      mutationFn: (reason: string) => api.post<InitiativeDetail>(`${path}/withdraw`, { reason }),
      onSettled,
    }),
  };
}
