import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CampaignDetail,
  CreateCampaignRequest,
  ReportActualsRequest,
  WriteTargetsRequest,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';

export const useCampaign = (id: string) =>
  useQuery({
    queryKey: ['campaign', id],
    queryFn: () => api.get<CampaignDetail>(`/api/campaigns/${id}`),
  });

/** Launch a campaign, set its targets, report what was reached. */
export function useCampaignCommands(campaignId = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/campaigns/${campaignId}`;
  return {
    create: useMutation({
      mutationFn: (body: CreateCampaignRequest) => api.post<CampaignDetail>('/api/campaigns', body),
      onSettled,
    }),
    writeTargets: useMutation({
      mutationFn: (body: WriteTargetsRequest) => api.put<CampaignDetail>(`${path}/targets`, body),
      onSettled,
    }),
    report: useMutation({
      mutationFn: (body: ReportActualsRequest) => api.put<CampaignDetail>(`${path}/actuals`, body),
      onSettled,
    }),
  };
}
