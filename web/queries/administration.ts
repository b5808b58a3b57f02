import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AdminOverview, AuditEntry, EscalateResult, Incident } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const useAdminOverview = () =>
  useQuery({
    queryKey: ['admin', 'overview'],
    queryFn: () => api.get<AdminOverview>('/api/admin/overview'),
    refetchInterval: 15_000,
  });

export const auditPageSize = 50;

/** Audit log, newest first; `subject` is `kind:id`, e.g. `dossier:0b8e…`. */
export const useAudit = (filter: { subject?: string; page?: number }) =>
  useQuery({
    queryKey: ['admin', 'audit', filter],
    queryFn: () => api.get<Listing<AuditEntry>>('/api/audit', { ...filter, pageSize: auditPageSize }),
    placeholderData: keepPreviousData,
  });

/** Escalate a late task, retry an incident: always with a reason, which the audit log keeps. */
export function useAdminCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries({ queryKey: ['admin'] });
  return {
    escalate: useMutation({
      mutationFn: ({ taskId, reason }: { taskId: string; reason: string }) =>
        api.post<EscalateResult>(`/api/admin/tasks/${taskId}/escalate`, { reason }),
      onSettled,
    }),
    retryIncident: useMutation({
      mutationFn: ({ incidentId, reason }: { incidentId: string; reason: string }) =>
        api.post<Incident>(`/api/admin/incidents/${incidentId}/retry`, { reason }),
      onSettled,
    }),
  };
}
