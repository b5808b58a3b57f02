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
  SessionSummary,
  SignRequest,
  SubjectRef,
  UpdateCouncilRequest,
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

/** Its process is about to do something by itself: print a paper, or come to the next step. */
const isMoving = ({ papers, step, status }: SessionDetail) =>
  papers.some(({ documentId }) => documentId === null) ||
  (step === null && (status === 'planned' || status === 'closed'));

/** A session; `useSessionMeter` keeps its votes up to date, and what its process does is asked for. */
export const useCouncilSession = (id: string) =>
  useQuery({
    queryKey: ['council-session', id],
    queryFn: () => api.get<SessionDetail>(`/api/sessions/${id}`),
    refetchInterval: ({ state }) => state.data !== undefined && isMoving(state.data) && 3000,
  });

/** Sessions that are planned or under way, of all councils that the account may read; those under way first. */
export const useSessionsAhead = () =>
  useQuery({
    queryKey: ['councils', 'sessions-ahead'],
    queryFn: async () => {
      const lists = await Promise.all(
        (['open', 'planned'] as const).map((status) =>
          api.get<Listing<SessionSummary>>('/api/sessions', { status, pageSize: 50 }),
        ),
      );
      return lists.flatMap(({ items }) => items);
    },
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
    update: useMutation({
      mutationFn: (request: UpdateCouncilRequest) => api.put<CouncilDetail>(path, request),
      onSettled,
    }),
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

/** Something an absent member signed. */
interface SignedPaper {
  personId: string;
  /** Subject of the agenda to which the paper is attached. */
  subject: SubjectRef;
  file: File;
}
export interface WrittenOpinion extends SignedPaper {
  ballots: { agendaItemId: string; choice: Choice }[];
}
export interface Proxy extends SignedPaper {
  proxyId: string;
}

const attach = ({ subject, file }: SignedPaper, kind: 'written_opinion' | 'proxy') =>
  api.upload<DocumentInfo>(`/api${subjectPath(subject)}/documents`, file, { kind });

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
  /** The session's process goes on after such an act, a moment later and by itself: the page looks again. */
  const onProcessTold = () => {
    for (const moment of [1500, 4000, 9000])
      setTimeout(() => void client.invalidateQueries({ queryKey: ['council-session', id] }), moment);
    return onSettled();
  };
  return {
    open: useMutation({
      mutationFn: () => api.post<SessionDetail>(`${path}/open`),
      onSettled: onProcessTold,
    }),
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
      mutationFn: async ({ ballots, ...paper }: WrittenOpinion) => {
        const { id: documentId } = await attach(paper, 'written_opinion');
        return api.put<SessionDetail>(`${path}/written-opinions/${paper.personId}`, { ballots, documentId });
      },
      onSettled,
    }),
    appointProxy: useMutation({
      mutationFn: async ({ proxyId, ...paper }: Proxy) => {
        const { id: documentId } = await attach(paper, 'proxy');
        return api.put<SessionDetail>(`${path}/proxies/${paper.personId}`, { proxyId, documentId });
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
    convene: useMutation({
      mutationFn: () => api.post<SessionDetail>(`${path}/convene`),
      onSettled: onProcessTold,
    }),
    reschedule: useMutation({
      mutationFn: (request: RescheduleRequest) => api.post<SessionDetail>(`${path}/reschedule`, request),
      onSettled: onProcessTold,
    }),
    cancel: useMutation({
      mutationFn: (reason: string) => api.post<SessionDetail>(`${path}/cancel`, { reason }),
      onSettled: onProcessTold,
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
    makeMinutes: useMutation({
      mutationFn: () => api.post<SessionDetail>(`${path}/minutes`),
      onSettled: onProcessTold,
    }),
    sign: useMutation({
      mutationFn: (papers: SignRequest['papers']) =>
        api.post<SessionDetail>(`${path}/signatures`, { papers }),
      onSettled: onProcessTold,
    }),
    returnMinutes: useMutation({
      mutationFn: (reason: string) => api.post<SessionDetail>(`${path}/minutes/return`, { reason }),
      onSettled: onProcessTold,
    }),
    close: useMutation({
      mutationFn: () => api.post<SessionDetail>(`${path}/close`),
      onSettled: onProcessTold,
    }),
  };
}
