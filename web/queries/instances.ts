import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CheckMigrationRequest,
  InstanceDetail,
  InstanceSummary,
  MigrateRequest,
  MigrationCheck,
  ModifyRequest,
  RestartResult,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface InstanceFilter {
  kind?: string;
  status?: string;
  q?: string;
  page: number;
}

export const useInstances = (filter: InstanceFilter) =>
  useQuery({
    queryKey: ['instances', filter],
    queryFn: () => api.get<Listing<InstanceSummary>>('/api/instances', { ...filter, pageSize: 30 }),
    placeholderData: keepPreviousData,
  });

/** An instance moves while it is looked at, and sooner while an operation is on its way. */
export const useInstance = (id: string) =>
  useQuery({
    queryKey: ['instances', id],
    queryFn: () => api.get<InstanceDetail>(`/api/instances/${id}`),
    refetchInterval: ({ state: { data } }) =>
      data?.operations.some(({ status }) => status === 'pending') ? 1000 : 10_000,
  });

/** What an administrator can do to an instance; each with a reason. */
export function useInstanceOperations(id: string) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      ['instances', 'dossiers'].map((queryKey) => client.invalidateQueries({ queryKey: [queryKey] })),
    );
  const path = `/api/instances/${id}`;
  return {
    byReason: useMutation({
      mutationFn: ({ name, reason }: { name: 'suspend' | 'resume' | 'cancel'; reason: string }) =>
        api.post(`${path}/${name}`, { reason }),
      onSettled,
    }),
    modify: useMutation({
      mutationFn: (request: Partial<ModifyRequest>) => api.post(`${path}/modify`, request),
      onSettled,
    }),
    checkMigration: useMutation({
      mutationFn: (request: CheckMigrationRequest) =>
        api.post<MigrationCheck>(`${path}/migrate/check`, request),
    }),
    migrate: useMutation({
      mutationFn: (request: MigrateRequest) => api.post(`${path}/migrate`, request),
      onSettled,
    }),
    restart: useMutation({
      mutationFn: (request: { at: { process: string; element: string }[]; reason: string }) =>
        api.post<RestartResult>(`${path}/restart`, request),
      onSettled,
    }),
  };
}
