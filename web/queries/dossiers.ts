import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AddNominationRequest,
  AttachmentKind,
  BonusTable,
  CreateDossierRequest,
  Diagram,
  DocumentInfo,
  DossierDetail,
  DossierStatus,
  DossierSummary,
  ImportResult,
  Nomination,
  NominationStatus,
  NomineeInitiative,
  ReEvaluation,
  SubmitResult,
  TimelineEntry,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface DossierFilter {
  status?: DossierStatus;
  awardCode?: string;
  q?: string;
  page?: number;
}

export interface NominationFilter {
  status?: NominationStatus;
  q?: string;
  page?: number;
}

export const pageSize = 50;

export const useDossiers = (filter: DossierFilter) =>
  useQuery({
    queryKey: ['dossiers', filter],
    queryFn: () => api.get<Listing<DossierSummary>>('/api/dossiers', { ...filter, pageSize }),
    placeholderData: keepPreviousData,
  });

/** A dossier moves while it is looked at: a running one is read again every few seconds. */
export const useDossier = (id: string) =>
  useQuery({
    queryKey: ['dossier', id],
    queryFn: () => api.get<DossierDetail>(`/api/dossiers/${id}`),
    refetchInterval: (query) => {
      const status = query.state.data?.status;
      return status === 'running' || status === 'decided' || status === 'returned' ? 5000 : false;
    },
  });

/** Read again whenever the dossier moves: its decision makes the amounts final. */
export const useBonuses = (dossierId: string) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'bonuses'],
    queryFn: () => api.get<BonusTable>(`/api/dossiers/${dossierId}/bonuses`),
  });

export const useNominations = (dossierId: string, filter: NominationFilter) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'nominations', filter],
    queryFn: () =>
      api.get<Listing<Nomination>>(`/api/dossiers/${dossierId}/nominations`, { ...filter, pageSize }),
    placeholderData: keepPreviousData,
  });

/** All nominations at once, as far as one page goes, for the head who decides on single ones. */
export const useAllNominations = (dossierId: string, enabled: boolean) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'nominations', 'all'],
    queryFn: () => api.get<Listing<Nomination>>(`/api/dossiers/${dossierId}/nominations`, { pageSize: 2000 }),
    enabled,
  });

export const useTimeline = (dossierId: string) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'timeline'],
    queryFn: () => api.get<Listing<TimelineEntry>>(`/api/dossiers/${dossierId}/timeline`),
    refetchInterval: 10_000,
  });

export const useDiagram = (dossierId: string) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'diagram'],
    queryFn: () => api.get<Diagram>(`/api/dossiers/${dossierId}/diagram`),
    refetchInterval: 10_000,
  });

export function useCreateDossier() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateDossierRequest) => api.post<DossierDetail>('/api/dossiers', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['dossiers'] }),
  });
}

/** What a clerk does with one dossier. Each command reads the dossier and the lists again when it is through. */
export function useDossierCommands(id: string) {
  const client = useQueryClient();
  const reread = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['dossier', id] }),
      client.invalidateQueries({ queryKey: ['dossiers'] }),
      client.invalidateQueries({ queryKey: ['tasks'] }),
    ]);
  const path = `/api/dossiers/${id}`;
  return {
    addNomination: useMutation({
      mutationFn: (request: AddNominationRequest) => api.post<Nomination>(`${path}/nominations`, request),
      onSuccess: reread,
    }),
    removeNomination: useMutation({
      mutationFn: (nominationId: string) => api.delete<void>(`${path}/nominations/${nominationId}`),
      onSuccess: reread,
    }),
    importNominations: useMutation({
      mutationFn: (file: File) => api.upload<ImportResult>(`${path}/nominations/import`, file),
      onSuccess: reread,
    }),
    attach: useMutation({
      mutationFn: ({ file, kind }: { file: File; kind: AttachmentKind }) =>
        api.upload<DocumentInfo>(`${path}/documents`, file, { kind }),
      onSuccess: reread,
    }),
    submit: useMutation({
      mutationFn: (ineligibleReason?: string) =>
        api.post<SubmitResult>(`${path}/submit`, ineligibleReason === undefined ? {} : { ineligibleReason }),
      onSuccess: reread,
    }),
    reEvaluate: useMutation({
      mutationFn: (body: { seen: string; reason: string }) =>
        api.post<DossierDetail>(`${path}/re-evaluation`, body),
      onSuccess: reread,
    }),
    withdraw: useMutation({
      mutationFn: (reason: string) => api.post<DossierDetail>(`${path}/withdraw`, { reason }),
      onSuccess: reread,
    }),
    hold: useMutation({
      mutationFn: (reason: string) => api.post<DossierDetail>(`${path}/hold`, { reason }),
      onSuccess: reread,
    }),
    resume: useMutation({
      mutationFn: (reason: string) => api.post<DossierDetail>(`${path}/resume`, { reason }),
      onSuccess: reread,
    }),
    remove: useMutation({
      mutationFn: () => api.delete<void>(path),
      onSuccess: () => client.invalidateQueries({ queryKey: ['dossiers'] }),
    }),
  };
}

/** The dossier under its law and under the newer one; read anew each time it is opened. */
export const useReEvaluation = (dossierId: string) =>
  useQuery({
    queryKey: ['dossiers', dossierId, 're-evaluation'],
    queryFn: () => api.get<ReEvaluation>(`/api/dossiers/${dossierId}/re-evaluation`),
    gcTime: 0,
  });

/** Initiatives of a nominee's ledger with their uses, and which the nomination rests on; read anew each time. */
export const useNomineeInitiatives = (dossierId: string, nominationId: string) =>
  useQuery({
    queryKey: ['dossier', dossierId, 'nominations', nominationId, 'initiatives'],
    queryFn: () =>
      api.get<Listing<NomineeInitiative>>(
        `/api/dossiers/${dossierId}/nominations/${nominationId}/initiatives`,
      ),
    gcTime: 0,
  });

export function useInitiativeCommand(dossierId: string, nominationId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (initiativeIds: string[]) =>
      api.put<Listing<NomineeInitiative>>(
        `/api/dossiers/${dossierId}/nominations/${nominationId}/initiatives`,
        { initiativeIds },
      ),
    onSettled: () =>
      Promise.all([
        client.invalidateQueries({ queryKey: ['dossier', dossierId] }),
        client.invalidateQueries({ queryKey: ['ledger'] }),
      ]),
  });
}
