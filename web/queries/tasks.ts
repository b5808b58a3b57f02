import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  BulkResult,
  CompleteTaskRequest,
  DecideTasksRequest,
  Decision,
  Task,
  TaskForm,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface InboxFilter {
  mine?: 'candidate' | 'assigned' | 'all';
  state?: 'active' | 'done';
  /** Whether tasks come along that are not to be followed up yet. */
  postponed?: 'include' | 'exclude';
  page?: number;
}

export const inboxPageSize = 50;

/** Inbox of the account, sorted by deadline; looked up again every quarter of a minute. */
export const useInbox = (filter: InboxFilter) =>
  useQuery({
    queryKey: ['tasks', filter],
    queryFn: () => api.get<Listing<Task>>('/api/tasks', { ...filter, pageSize: inboxPageSize }),
    placeholderData: keepPreviousData,
    refetchInterval: 15_000,
  });

export const useTask = (id: string) =>
  useQuery({ queryKey: ['task', id], queryFn: () => api.get<Task>(`/api/tasks/${id}`) });

/** Form that belongs to the decision of a task; only for tasks that have one. */
export const useTaskForm = (id: string) =>
  useQuery({ queryKey: ['task', id, 'form'], queryFn: () => api.get<TaskForm>(`/api/tasks/${id}/form`) });

/** Many tasks decided alike, and taken back while they have not been sent on. */
export function useBulkDecision() {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all(
      ['tasks', 'task', 'dossier', 'papers', 'admin'].map((key) =>
        client.invalidateQueries({ queryKey: [key] }),
      ),
    );
  return {
    decide: useMutation({
      mutationFn: (request: DecideTasksRequest) => api.post<BulkResult>('/api/tasks/decisions', request),
      onSettled,
    }),
    undo: useMutation({
      mutationFn: (taskIds: string[]) => api.post<BulkResult>('/api/tasks/decisions/undo', { taskIds }),
      onSettled,
    }),
  };
}

/** Claim, release, decide. After each, and also after a refusal, the task is read again: somebody else may have acted. */
export function useTaskCommands(task: Task) {
  const client = useQueryClient();
  const onSettled = () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['task', task.id] }),
      client.invalidateQueries({ queryKey: ['tasks'] }),
      client.invalidateQueries({ queryKey: [task.subject.kind, task.subject.id] }),
      client.invalidateQueries({ queryKey: ['admin'] }),
    ]);
  const path = `/api/tasks/${task.id}`;
  const { version } = task;
  return {
    claim: useMutation({ mutationFn: () => api.post<Task>(`${path}/claim`, { version }), onSettled }),
    release: useMutation({ mutationFn: () => api.post<Task>(`${path}/release`, { version }), onSettled }),
    complete: useMutation({
      mutationFn: (decision: Omit<CompleteTaskRequest, 'version'>) =>
        api.post<Decision>(`${path}/complete`, { version, ...decision }),
      onSettled,
    }),
  };
}
