import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreatePartyManagementRequest,
  PartyManagement,
  PartyOpinionList,
  RecordPartyOpinionRequest,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

const opinionsKey = (dossierId: string) => ['dossier', dossierId, 'party-opinions'];

export const usePartyOpinions = (dossierId: string) =>
  useQuery({
    queryKey: opinionsKey(dossierId),
    queryFn: () => api.get<PartyOpinionList>(`/api/dossiers/${dossierId}/party-opinions`),
  });

export function useRecordPartyOpinion(dossierId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: ({ file, comment, ...fields }: RecordPartyOpinionRequest & { file: File }) =>
      api.upload<PartyOpinionList>(`/api/dossiers/${dossierId}/party-opinions`, file, {
        ...fields,
        ...(comment ? { comment } : {}),
      }),
    onSettled: () => client.invalidateQueries({ queryKey: ['dossier', dossierId] }),
  });
}

export const managementPageSize = 50;

/** Whom Party committees manage. */
export const useManagement = (filter: { page: number; q: string }) =>
  useQuery({
    queryKey: ['party-management', filter],
    queryFn: () =>
      api.get<Listing<PartyManagement>>('/api/party-management', {
        page: filter.page,
        pageSize: managementPageSize,
        ...(filter.q.trim() ? { q: filter.q.trim() } : {}),
      }),
    placeholderData: keepPreviousData,
  });

export function useManagementCommands() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(['party-management', 'dossier'].map((key) => client.invalidateQueries({ queryKey: [key] })));
  return {
    add: useMutation({
      mutationFn: (body: CreatePartyManagementRequest) =>
        api.post<PartyManagement>('/api/party-management', body),
      onSettled,
    }),
    end: useMutation({
      mutationFn: ({ id, validTo }: { id: string; validTo: string }) =>
        api.post<PartyManagement>(`/api/party-management/${id}/end`, { validTo }),
      onSettled,
    }),
  };
}
