import { useMutation, useQueries, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CheckMigrationsRequest,
  DefinitionDetail,
  DefinitionSummary,
  DeploymentCheck,
  DeployResult,
  MigrationLine,
  MigrationsCheck,
  MigrationsRequest,
  MigrationsResult,
  ModelDiff,
  NodeMapping,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export interface ModelFile {
  name: string;
  content: string;
}

export const useDefinitions = () =>
  useQuery({
    queryKey: ['definitions'],
    queryFn: () => api.get<Listing<DefinitionSummary>>('/api/definitions'),
  });

/** A version never changes. */
const definition = (id: string) => ({
  queryKey: ['definitions', id],
  queryFn: () => api.get<DefinitionDetail>(`/api/definitions/${id}`),
  staleTime: 60_000,
});

export const useDefinition = (id: string) => useQuery(definition(id));

/** The newest version of every process; undefined until all are there. */
export function useNewestDefinitions(): DefinitionDetail[] | undefined {
  const { data } = useDefinitions();
  const newest = (data?.items ?? []).filter(({ isNewest }) => isNewest);
  const details = useQueries({ queries: newest.map(({ id }) => definition(id)) });
  const loaded = details.flatMap((detail) => detail.data ?? []);
  return data !== undefined && loaded.length === newest.length ? loaded : undefined;
}

/** What `to` changes in `from`; nothing is asked while one of them is missing. */
export const useDefinitionDiff = (from: string | undefined, to: string) =>
  useQuery({
    queryKey: ['definitions', 'diff', from, to],
    queryFn: () => api.get<ModelDiff>(`/api/definitions/${from}/diff`, { to }),
    enabled: from !== undefined,
    staleTime: Number.POSITIVE_INFINITY,
  });

/** Taking running instances over to a version: tried first, then done, a line an instance. */
export function useMigrations(to: string) {
  const client = useQueryClient();
  const path = `/api/definitions/${to}/migrations`;
  return {
    check: useMutation({
      mutationFn: (request: CheckMigrationsRequest) => api.post<MigrationsCheck>(`${path}/check`, request),
    }),
    migrate: useMutation({
      mutationFn: async (request: Omit<MigrationsRequest, 'after'>) => {
        const lines: MigrationLine[] = [];
        let after: string | null = null;
        do {
          const body: MigrationsRequest = after === null ? request : { ...request, after };
          const { items, next }: MigrationsResult = await api.post<MigrationsResult>(path, body);
          lines.push(...items);
          after = next;
        } while (after !== null);
        return lines;
      },
      onSettled: () =>
        Promise.all(
          ['definitions', 'instances', 'dossiers'].map((queryKey) =>
            client.invalidateQueries({ queryKey: [queryKey] }),
          ),
        ),
    }),
  };
}

export function useDeployment() {
  const client = useQueryClient();
  return {
    check: useMutation({
      mutationFn: (request: { files: ModelFile[]; nodes?: NodeMapping[] }) =>
        api.post<DeploymentCheck>('/api/definitions/check', request),
    }),
    deploy: useMutation({
      mutationFn: (request: { files: ModelFile[]; reason: string; confirm: boolean }) =>
        api.post<DeployResult>('/api/definitions', request),
      onSettled: () => client.invalidateQueries({ queryKey: ['definitions'] }),
    }),
  };
}
