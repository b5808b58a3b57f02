import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BulkResult,
  CastAlikeRequest,
  CastBallotsRequest,
  CastBallotsResult,
  Choice,
  CouncilDetail,
  CouncilSummary,
  CreateCouncilRequest,
  DecidingVotesRequest,
  DeclarationRequest,
  DocumentInfo,
  PlanSessionRequest,
  ReceiptCheck,
  ReconstituteRequest,
  Recount,
  RecusalRequest,
  RescheduleRequest,
  SessionDetail,
  SessionNoteRequest,
  SignRequest,
  SubjectRef,
  WithdrawBallotsRequest,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import { subjectPath } from '../components/subject-path.ts';
import type { Listing } from './catalogue.ts';

export const useCouncils = () =>
  useQuery({
    queryKey: ['councils'],
    queryFn: () => api.get<Listing<CouncilSummary>>('/api/councils', { pageSize: 200 }),
  });

export const useCouncil = (id: string) =>
  useQuery({ queryKey: ['council', id], queryFn: () => api.get<CouncilDetail>(`/api/councils/${id}`) });

/** A session; `useSessionMeter` keeps its votes up to date. */
export const useCouncilSession = (id: string) =>
  useQuery({
    queryKey: ['council-session', id],
    queryFn: () => api.get<SessionDetail>(`/api/sessions/${id}`),
  });

/** Establishes a council. */
export function useCreateCouncil() {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: CreateCouncilRequest) => api.post<CouncilDetail>('/api/councils', request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['councils'] }),
  });
}

/** What an administrator does with a council. */
export function useCouncilCommands(councilId: string) {
  const client = useQueryClient();
  const path = `/api/councils/${councilId}`;
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['council', councilId] }),
      client.invalidateQueries({ queryKey: ['councils'] }),
    ]);
  return {
    reconstitute: useMutation({
      mutationFn: (request: ReconstituteRequest) => api.put<CouncilDetail>(`${path}/members`, request),
      onSettled,
    }),
    attachDecision: useMutation({
      mutationFn: (file: File) => api.upload<CouncilDetail>(`${path}/decision`, file, {}),
      onSettled,
    }),
  };
}

export function usePlanSession(councilId: string) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: (request: PlanSessionRequest) =>
      api.post<SessionDetail>(`/api/councils/${councilId}/sessions`, request),
    onSuccess: () => client.invalidateQueries({ queryKey: ['council', councilId] }),
  });
}

export interface WrittenOpinion {
  personId: string;
  /** Subject of the agenda to which the signed opinion is attached. */
  subject: SubjectRef;
  file: File;
  ballots: { agendaItemId: string; choice: Choice }[];
}

/** What members and the secretary do in a session. Each command reads the session again, refused or not. */
export function useSessionCommands(id: string) {
  const client = useQueryClient();
  const path = `/api/sessions/${id}`;
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['council-session', id] }),
      client.invalidateQueries({ queryKey: ['council'] }),
      client.invalidateQueries({ queryKey: ['councils'] }),
    ]);
  return {
    open: useMutation({ mutationFn: () => api.post<SessionDetail>(`${path}/open`), onSettled }),
    recuse: useMutation({
      mutationFn: ({ itemId, ...request }: RecusalRequest & { itemId: string }) =>
        api.post<SessionDetail>(`${path}/agenda-items/${itemId}/recusals`, request),
      onSettled,
    }),
    checkReceipt: useMutation({
      mutationFn: (receipt: string) => api.get<ReceiptCheck>(`${path}/receipt`, { receipt }),
    }),
    recount: useMutation({ mutationFn: () => api.get<Recount>(`${path}/recount`) }),
    attendance: useMutation({
      mutationFn: (present: string[]) => api.put<SessionDetail>(`${path}/attendance`, { present }),
      onSettled,
    }),
    cast: useMutation({
      mutationFn: (request: CastBallotsRequest) => api.put<CastBallotsResult>(`${path}/ballots`, request),
      onSettled,
    }),
    castAlike: useMutation({
      mutationFn: (request: CastAlikeRequest) => api.post<BulkResult>(`${path}/ballots/alike`, request),
      onSettled,
    }),
    withdraw: useMutation({
      mutationFn: (request: WithdrawBallotsRequest) => api.post<void>(`${path}/ballots/withdraw`, request),
      onSettled,
    }),
    furtherBallot: useMutation({
      mutationFn: (agendaItemIds: string[]) =>
        api.post<SessionDetail>(`${path}/further-ballots`, { agendaItemIds }),
      onSettled,
    }),
    decideTies: useMutation({
      mutationFn: (request: DecidingVotesRequest) =>
        api.post<SessionDetail>(`${path}/deciding-votes`, request),
      onSettled,
    }),
    writtenOpinion: useMutation({
      mutationFn: async ({ personId, subject, file, ballots }: WrittenOpinion) => {
        const document = await api.upload<DocumentInfo>(`/api${subjectPath(subject)}/documents`, file, {
          kind: 'written_opinion',
        });
        return api.put<CastBallotsResult>(`${path}/written-opinions/${personId}`, {
          ballots,
          documentId: document.id,
        });
      },
      onSettled,
    }),
    returnItem: useMutation({
      mutationFn: ({ itemId, reason }: { itemId: string; reason: string }) =>
        api.post<unknown>(`${path}/agenda-items/${itemId}/return`, { reason }),
      onSettled,
    }),
    removeItem: useMutation({
      mutationFn: ({ itemId, reason }: { itemId: string; reason: string }) =>
        api.post<unknown>(`${path}/agenda-items/${itemId}/remove`, { reason }),
      onSettled,
    }),
    convene: useMutation({ mutationFn: () => api.post<SessionDetail>(`${path}/convene`), onSettled }),
    reschedule: useMutation({
      mutationFn: (request: RescheduleRequest) => api.post<SessionDetail>(`${path}/reschedule`, request),
      onSettled,
    }),
    cancel: useMutation({
      mutationFn: (reason: string) => api.post<SessionDetail>(`${path}/cancel`, { reason }),
      onSettled,
    }),
    declare: useMutation({
      mutationFn: (request: DeclarationRequest) => api.put<SessionDetail>(`${path}/declaration`, request),
      onSettled,
    }),
    note: useMutation({
      mutationFn: (request: SessionNoteRequest) => api.put<SessionDetail>(`${path}/notes`, request),
      onSettled,
    }),
    verifyItem: useMutation({
      mutationFn: ({ itemId, reason }: { itemId: string; reason: string }) =>
        api.post<unknown>(`${path}/agenda-items/${itemId}/verify`, { reason }),
      onSettled,
    }),
    makeMinutes: useMutation({ mutationFn: () => api.post<SessionDetail>(`${path}/minutes`), onSettled }),
    sign: useMutation({
      mutationFn: (papers: SignRequest['papers']) =>
        api.post<SessionDetail>(`${path}/signatures`, { papers }),
      onSettled,
    }),
    returnMinutes: useMutation({
      mutationFn: (reason: string) => api.post<SessionDetail>(`${path}/minutes/return`, { reason }),
      onSettled,
    }),
    close: useMutation({ mutationFn: () => api.post<SessionDetail>(`${path}/close`), onSettled }),
  };
}
