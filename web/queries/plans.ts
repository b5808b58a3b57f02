import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CreatePlanRequest,
  ImportProgressResult,
  PlanComparison,
  PlanContent,
  PlanDetail,
  PlanItemInput,
  PlanSummary,
  ScoreSheetDetail,
  ScoringDetail,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const usePlans = () =>
  useQuery({
    queryKey: ['plans'],
    queryFn: () => api.get<Listing<PlanSummary>>('/api/plans', { pageSize: 200 }),
  });

export const usePlan = (id: string) =>
  useQuery({
    queryKey: ['work_plan', id],
    queryFn: () => api.get<PlanDetail>(`/api/plans/${id}`),
    refetchInterval: 15_000,
  });

export const usePlanContent = (id: string, version: number, assignerId?: string) =>
  useQuery({
    queryKey: ['work_plan', id, 'items', version, assignerId],
    queryFn: () => api.get<PlanContent>(`/api/plans/${id}/items`, { version, assignerId }),
  });

export const usePlanComparison = (id: string, version: number, earlier?: number) =>
  useQuery({
    queryKey: ['work_plan', id, 'comparison', version, earlier],
    queryFn: () => api.get<PlanComparison>(`/api/plans/${id}/comparison`, { version, with: earlier }),
  });

/** What is done with plans; after each, every plan and task is read again. */
export function usePlanCommands(planId = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/plans/${planId}`;
  return {
    create: useMutation({
      mutationFn: (body: CreatePlanRequest) => api.post<PlanDetail>('/api/plans', body),
      onSettled,
    }),
    write: useMutation({
      mutationFn: ({ unitId, items }: { unitId: string; items: PlanItemInput[] }) =>
        api.put<PlanContent>(`${path}/units/${unitId}/items`, { items }),
      onSettled,
    }),
    start: useMutation({
      mutationFn: (body: { proposalsDue: string; opinionsDue: string }) =>
        api.post<PlanDetail>(`${path}/start`, body),
      onSettled,
    }),
    adopt: useMutation({
      mutationFn: (body: { paperSymbol: string; assignedOn: string }) =>
        api.post<PlanDetail>(`${path}/adopt`, body),
      onSettled,
    }),
    closeRound: useMutation({
      mutationFn: (reason: string) => api.post(`${path}/close-round`, { reason }),
      onSettled,
    }),
    openScoring: useMutation({
      mutationFn: (body: { period: string; dueOn: string }) =>
        api.post<ScoringDetail>(`${path}/scorings`, body),
      onSettled,
    }),
    addAdHoc: useMutation({
      mutationFn: (body: { assignerId: string; item: PlanItemInput; reason: string }) =>
        api.post<PlanContent>(`${path}/ad-hoc-items`, body),
      onSettled,
    }),
  };
}

export const useScoring = (id: string) =>
  useQuery({
    queryKey: ['plan_scoring', id],
    queryFn: () => api.get<ScoringDetail>(`/api/plan-scorings/${id}`),
    refetchInterval: 15_000,
  });

export const useSheet = (scoringId: string, unitId: string) =>
  useQuery({
    queryKey: ['plan_scoring', scoringId, 'sheet', unitId],
    queryFn: () => api.get<ScoreSheetDetail>(`/api/plan-scorings/${scoringId}/sheets/${unitId}`),
  });

export function useScoringCommands(scoringId: string, unitId = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/plan-scorings/${scoringId}`;
  return {
    extend: useMutation({
      mutationFn: (body: { dueOn: string; reason: string }) =>
        api.post<ScoringDetail>(`${path}/extend`, body),
      onSettled,
    }),
    write: useMutation({
      mutationFn: (body: {
        version: number;
        total: number;
        scores: { itemId: string; unitId: string; earned: number; note: string | null }[];
      }) => api.put<ScoreSheetDetail>(`${path}/sheets/${unitId}`, body),
      onSettled,
    }),
    importProgress: useMutation({
      mutationFn: (file: File) => {
        const form = new FormData();
        form.set('file', file);
        return api.post<ImportProgressResult>(`${path}/sheets/${unitId}/progress-import`, form);
      },
      onSettled,
    }),
  };
}
