import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BlocDetail,
  BlocSheetDetail,
  BlocStage,
  BlocSummary,
  BlocYearDetail,
  CreateBlocRequest,
  LinkBlocCampaignsRequest,
  OpenBlocYearRequest,
  SignPledgeRequest,
  StartBlocYearRequest,
  WriteBlocCriteriaRequest,
  WriteBlocSheetRequest,
  WritePledgeRequest,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const useBlocs = () =>
  useQuery({
    queryKey: ['blocs'],
    queryFn: () => api.get<Listing<BlocSummary>>('/api/blocs', { pageSize: 200 }),
  });

export const useBloc = (id: string) =>
  useQuery({ queryKey: ['bloc', id], queryFn: () => api.get<BlocDetail>(`/api/blocs/${id}`) });

export const useBlocYear = (id: string) =>
  useQuery({
    queryKey: ['bloc_year', id],
    queryFn: () => api.get<BlocYearDetail>(`/api/bloc-years/${id}`),
    refetchInterval: 15_000,
  });

const sheetPath = (id: string, unitId: string, stage: BlocStage) =>
  `/api/bloc-years/${id}/members/${unitId}/sheets/${stage}`;

export const useBlocSheet = (id: string, unitId: string, stage: BlocStage) =>
  useQuery({
    queryKey: ['bloc_year', id, 'sheet', unitId, stage],
    queryFn: () => api.get<BlocSheetDetail>(sheetPath(id, unitId, stage)),
  });

/** Set up a bloc, open a year of it. */
export function useBlocCommands(blocId = '') {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  return {
    create: useMutation({
      mutationFn: (body: CreateBlocRequest) => api.post<BlocDetail>('/api/blocs', body),
      onSettled,
    }),
    openYear: useMutation({
      mutationFn: (body: OpenBlocYearRequest) => api.post<BlocYearDetail>(`/api/blocs/${blocId}/years`, body),
      onSettled,
    }),
  };
}

/** What is done with a year; after each, every page is read again. */
export function useBlocYearCommands(id: string) {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const path = `/api/bloc-years/${id}`;
  return {
    writeCriteria: useMutation({
      mutationFn: (body: WriteBlocCriteriaRequest) => api.put<BlocYearDetail>(`${path}/criteria`, body),
      onSettled,
    }),
    linkCampaigns: useMutation({
      mutationFn: (body: LinkBlocCampaignsRequest) => api.put<BlocYearDetail>(`${path}/campaigns`, body),
      onSettled,
    }),
    writePledge: useMutation({
      mutationFn: (body: WritePledgeRequest) => api.put<BlocYearDetail>(`${path}/pledge`, body),
      onSettled,
    }),
    start: useMutation({
      mutationFn: (body: StartBlocYearRequest) => api.post<BlocYearDetail>(`${path}/start`, body),
      onSettled,
    }),
    sign: useMutation({
      mutationFn: (body: SignPledgeRequest) => api.post<BlocYearDetail>(`${path}/signatures`, body),
      onSettled,
    }),
    writeSheet: useMutation({
      mutationFn: ({
        unitId,
        stage,
        ...body
      }: WriteBlocSheetRequest & { unitId: string; stage: BlocStage }) =>
        api.put<BlocSheetDetail>(sheetPath(id, unitId, stage), body),
      onSettled,
    }),
  };
}
