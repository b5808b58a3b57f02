import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AddLegalDocumentRequest,
  CorrectLegalDocumentRequest,
  CreateOfficePaperRequest,
  LegalDocument,
  OfficePaper,
  OfficePaperDetail,
  PaperDraft,
  PaperVersion,
  StartOfficePaperRequest,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface OfficePaperFilter {
  campaignId?: string;
  kind?: string;
  status?: string;
}

export const useOfficePapers = (filter: OfficePaperFilter = {}) =>
  useQuery({
    queryKey: ['office_papers', filter],
    queryFn: () => api.get<Listing<OfficePaper>>('/api/office-papers', { ...filter, pageSize: 200 }),
    placeholderData: keepPreviousData,
  });

export const useOfficePaper = (id: string) =>
  useQuery({
    queryKey: ['office_paper', id],
    queryFn: () => api.get<OfficePaperDetail>(`/api/office-papers/${id}`),
    refetchInterval: 15_000,
  });

export const usePaperVersion = (id: string, number: number, enabled: boolean) =>
  useQuery({
    queryKey: ['office_paper', id, 'version', number],
    queryFn: () => api.get<PaperVersion>(`/api/office-papers/${id}/versions/${number}`),
    enabled,
  });

/** Begin a paper, write its draft, hand it on. */
export function useOfficePaperCommands(paperId = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/office-papers/${paperId}`;
  return {
    create: useMutation({
      mutationFn: (body: CreateOfficePaperRequest) => api.post<OfficePaperDetail>('/api/office-papers', body),
      onSettled,
    }),
    write: useMutation({
      mutationFn: (body: { version: number; draft: PaperDraft }) => api.put<OfficePaperDetail>(path, body),
      onSettled,
    }),
    start: useMutation({
      mutationFn: (body: StartOfficePaperRequest) => api.post<OfficePaperDetail>(`${path}/start`, body),
      onSettled,
    }),
  };
}

export const useLegalDocuments = (q = '') =>
  useQuery({
    queryKey: ['legal-documents', q],
    queryFn: () => api.get<Listing<LegalDocument>>('/api/legal-documents', { q, pageSize: 200 }),
    placeholderData: keepPreviousData,
  });

/** Keep the list of legal documents that papers cite. */
export function useLegalDocumentCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  return {
    add: useMutation({
      mutationFn: (body: AddLegalDocumentRequest) => api.post<LegalDocument>('/api/legal-documents', body),
      onSettled,
    }),
    correct: useMutation({
      mutationFn: ({ id, ...body }: CorrectLegalDocumentRequest & { id: string }) =>
        api.put<LegalDocument>(`/api/legal-documents/${id}`, body),
      onSettled,
    }),
  };
}
