import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Overlay, SubmissionPolicy, UnitSubmissionPolicy } from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const useOverlays = () =>
  useQuery({
    queryKey: ['overlays'],
    queryFn: () => api.get<Listing<Overlay>>('/api/admin/overlays', { pageSize: 200 }),
  });

/** Write, replace and end an organisation's overlays. Rules shown elsewhere are read again. */
export function useOverlayCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  return {
    create: useMutation({
      mutationFn: (body: { unitId: string; text: string }) => api.post<Overlay>('/api/admin/overlays', body),
      onSettled,
    }),
    replace: useMutation({
      mutationFn: ({ overlayId, ...body }: { overlayId: string; text: string; version: number }) =>
        api.put<Overlay>(`/api/admin/overlays/${overlayId}`, body),
      onSettled,
    }),
    end: useMutation({
      mutationFn: ({
        overlayId,
        ...body
      }: {
        overlayId: string;
        effectiveTo: string | null;
        version: number;
      }) => api.post<Overlay>(`/api/admin/overlays/${overlayId}/end`, body),
      onSettled,
    }),
  };
}

export const useSubmissionPolicies = () =>
  useQuery({
    queryKey: ['submission-policies'],
    queryFn: () => api.get<Listing<UnitSubmissionPolicy>>('/api/admin/submission-policies'),
  });

/** State how a unit submits who is not eligible, or take that back. */
export function usePolicyCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  return {
    set: useMutation({
      mutationFn: ({ unitId, ...body }: SubmissionPolicy & { unitId: string }) =>
        api.put<SubmissionPolicy>(`/api/units/${unitId}/submission-policy`, body),
      onSettled,
    }),
    drop: useMutation({
      mutationFn: (unitId: string) => api.delete<void>(`/api/units/${unitId}/submission-policy`),
      onSettled,
    }),
  };
}
