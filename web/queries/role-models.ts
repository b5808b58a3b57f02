import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  ChangeRoleModelRequest,
  ConsentField,
  ProposeRoleModelRequest,
  RoleModelDetail,
  RoleModelSummary,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const useRoleModels = () =>
  useQuery({
    queryKey: ['role_models'],
    queryFn: () => api.get<Listing<RoleModelSummary>>('/api/role-models', { pageSize: 200 }),
  });

export const useRoleModel = (id: string) =>
  useQuery({
    queryKey: ['role_model', id],
    queryFn: () => api.get<RoleModelDetail>(`/api/role-models/${id}`),
    refetchInterval: 15_000,
  });

/** What is done with a role model; after each, every page is read again. */
export function useRoleModelCommands(id = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/role-models/${id}`;
  return {
    propose: useMutation({
      mutationFn: (body: ProposeRoleModelRequest) => api.post<RoleModelDetail>('/api/role-models', body),
      onSettled,
    }),
    change: useMutation({
      mutationFn: (body: ChangeRoleModelRequest) => api.put<RoleModelDetail>(path, body),
      onSettled,
    }),
    submit: useMutation({
      mutationFn: () => api.post<RoleModelDetail>(`${path}/submit`),
      onSettled,
    }),
    consent: useMutation({
      mutationFn: (fields: ConsentField[]) => api.post<RoleModelDetail>(`${path}/consent`, { fields }),
      onSettled,
    }),
    attachConsent: useMutation({
      mutationFn: ({ file, fields }: { file: File; fields: ConsentField[] }) =>
        api.upload<RoleModelDetail>(`${path}/consent-paper`, file, { fields: fields.join(',') }),
      onSettled,
    }),
    withdraw: useMutation({
      mutationFn: () => api.delete<RoleModelDetail>(`${path}/consent`),
      onSettled,
    }),
    retire: useMutation({
      mutationFn: (reason: string) => api.post<RoleModelDetail>(`${path}/retire`, { reason }),
      onSettled,
    }),
  };
}
