import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  CollectiveLedger,
  ImportedKind,
  ImportedLine,
  LedgerHolder,
  LedgerImport,
  LedgerLine,
  LineEntry,
  LineKind,
  MatchStatus,
  PersonLedger,
  PersonMatch,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const ledgerPageSize = 50;

export interface HolderFilter {
  kind: LedgerHolder['kind'];
  q?: string;
  page?: number;
  /** Only those whose ledger the account keeps. */
  kept?: boolean;
}

/** Persons or collectives whose ledger the account may read. */
export const useHolders = (filter: HolderFilter) =>
  useQuery({
    queryKey: ['ledger', 'holders', filter],
    queryFn: () => api.get<Listing<LedgerHolder>>('/api/ledger', { ...filter, pageSize: ledgerPageSize }),
    placeholderData: keepPreviousData,
  });

export const usePersonLedger = (id: string, enabled = true) =>
  useQuery({
    queryKey: ['ledger', 'person', id],
    queryFn: () => api.get<PersonLedger>(`/api/people/${id}/ledger`),
    enabled,
  });

export const useCollectiveLedger = (id: string) =>
  useQuery({
    queryKey: ['ledger', 'collective', id],
    queryFn: () => api.get<CollectiveLedger>(`/api/units/${id}/ledger`),
  });

/** What the ledger says decides verdicts too, so both are read again after a command. */
function useReread() {
  const client = useQueryClient();
  return () =>
    Promise.all([
      client.invalidateQueries({ queryKey: ['ledger'] }),
      client.invalidateQueries({ queryKey: ['dossier'] }),
    ]);
}

export interface Struck {
  kind: LineKind;
  id: string;
  reason: string;
}

/** Enter, correct, strike out and revoke; `path` is the holder's, e.g. `/api/people/ID/ledger`. */
export function useLineCommands(path: string) {
  const onSettled = useReread();
  return {
    enter: useMutation({ mutationFn: (line: LineEntry) => api.post<LedgerLine>(path, line), onSettled }),
    correct: useMutation({
      mutationFn: ({ kind, id, ...body }: Struck & { line: LineEntry }) =>
        api.post<{ id: string }>(`/api/ledger/${kind}/${id}/correction`, body),
      onSettled,
    }),
    strike: useMutation({
      mutationFn: ({ kind, id, reason }: Struck) =>
        api.post<void>(`/api/ledger/${kind}/${id}/strike`, { reason }),
      onSettled,
    }),
    revoke: useMutation({
      mutationFn: ({
        id,
        ...body
      }: {
        id: string;
        decisionSymbol: string;
        decidedOn: string;
        reason: string;
      }) => api.post<void>(`/api/ledger-awards/${id}/revoke`, body),
      onSettled,
    }),
  };
}

export interface MatchFilter {
  status: MatchStatus;
  personId?: string;
  page?: number;
}

export const usePersonMatches = (filter: MatchFilter) =>
  useQuery({
    queryKey: ['ledger', 'matches', filter],
    queryFn: () =>
      api.get<Listing<PersonMatch>>('/api/person-matches', { ...filter, pageSize: ledgerPageSize }),
    placeholderData: keepPreviousData,
  });

export function useMatchCommands() {
  const onSettled = useReread();
  return {
    decide: useMutation({
      mutationFn: ({ id, ...body }: { id: string; status: 'confirmed' | 'rejected'; reason: string }) =>
        api.post<void>(`/api/person-matches/${id}/decision`, body),
      onSettled,
    }),
    propose: useMutation({
      mutationFn: (body: { personId: string; otherId: string }) =>
        api.post<PersonMatch>('/api/person-matches', body),
      onSettled,
    }),
  };
}

export const useLedgerImports = (page: number) =>
  useQuery({
    queryKey: ['ledger', 'imports', page],
    queryFn: () => api.get<Listing<LedgerImport>>('/api/ledger-imports', { page, pageSize: ledgerPageSize }),
    placeholderData: keepPreviousData,
  });

export const useLedgerImport = (id: string) =>
  useQuery({
    queryKey: ['ledger', 'import', id],
    queryFn: () => api.get<LedgerImport>(`/api/ledger-imports/${id}`),
  });

export const useImportedLines = (id: string, page: number) =>
  useQuery({
    queryKey: ['ledger', 'import', id, 'lines', page],
    queryFn: () =>
      api.get<Listing<ImportedLine>>(`/api/ledger-imports/${id}/lines`, { page, pageSize: ledgerPageSize }),
    placeholderData: keepPreviousData,
  });

export function useImportCommands() {
  const onSettled = useReread();
  return {
    upload: useMutation({
      mutationFn: ({ unitId, kind, file }: { unitId: string; kind: ImportedKind; file: File }) =>
        api.upload<LedgerImport>(`/api/units/${unitId}/ledger-imports`, file, { kind }),
      onSettled,
    }),
    undo: useMutation({
      mutationFn: ({ id, reason }: { id: string; reason: string }) =>
        api.post<LedgerImport>(`/api/ledger-imports/${id}/undo`, { reason }),
      onSettled,
    }),
  };
}
