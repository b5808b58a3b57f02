import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CalendarChange,
  CalendarProposal,
  CalendarReport,
  CalendarYear,
  ChangeCalendarRequest,
  ChangeCalendarResult,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';

/** A year of the working calendar; read again while dossiers are still being told of a change. */
export const useCalendar = (year: number) =>
  useQuery({
    queryKey: ['calendar', year],
    queryFn: () => api.get<CalendarYear>('/api/calendar', { year }),
    placeholderData: keepPreviousData,
    refetchInterval: (query) => ((query.state.data?.waiting ?? 0) > 0 ? 2000 : false),
  });

/** Which open deadlines a change moves; asked anew for every change. */
export const useCalendarReport = (change: CalendarChange, enabled: boolean) =>
  useQuery({
    queryKey: ['calendar', 'report', change],
    queryFn: () => api.post<CalendarReport>('/api/admin/calendar/preview', { change }),
    enabled,
    gcTime: 0,
    staleTime: 0,
    retry: false,
  });

export function useCalendarCommands() {
  const client = useQueryClient();
  return {
    /** What a file would change; nothing is saved. */
    read: useMutation({
      mutationFn: (file: File) => api.upload<CalendarProposal>('/api/admin/calendar/import', file),
    }),
    save: useMutation({
      mutationFn: (request: ChangeCalendarRequest) =>
        api.post<ChangeCalendarResult>('/api/admin/calendar/changes', request),
      onSettled: () => client.invalidateQueries({ queryKey: ['calendar'] }),
    }),
  };
}
