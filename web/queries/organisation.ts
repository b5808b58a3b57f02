import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type {
  AdministeredUnit,
  AdministeredUnitDetail,
  ChangeUnitRequest,
  CorrectPersonRequest,
  CreatePersonRequest,
  CreateUnitRequest,
  GivePositionRequest,
  GrantRoleRequest,
  OneTimePassword,
  OrganisationImport,
  StaffDetail,
  StaffMember,
} from '../../api/contract/index.ts';
import { api } from '../api.ts';
import type { Listing } from './catalogue.ts';

export const staffPageSize = 25;

/** Every unit that the account administers; with `ended` also those that are no more. */
export const useAdministeredUnits = (options: { ended?: boolean } = {}) =>
  useQuery({
    queryKey: ['administered-units', options],
    queryFn: () => api.get<Listing<AdministeredUnit>>('/api/admin/units', { ...options, pageSize: 2000 }),
    placeholderData: keepPreviousData,
  });

export const useAdministeredUnit = (id: string) =>
  useQuery({
    queryKey: ['administered-unit', id],
    queryFn: () => api.get<AdministeredUnitDetail>(`/api/admin/units/${id}`),
  });

export const useStaff = (options: { unitId?: string; q: string; former: boolean; page: number }) =>
  useQuery({
    queryKey: ['staff', options],
    queryFn: () =>
      api.get<Listing<StaffMember>>('/api/admin/people', { ...options, pageSize: staffPageSize }),
    placeholderData: keepPreviousData,
  });

export const useStaffMember = (id: string) =>
  useQuery({
    queryKey: ['staff-member', id],
    queryFn: () => api.get<StaffDetail>(`/api/admin/people/${id}`),
  });

/** What an administrator does with units, people, accounts and roles. Much else names them, so all is read again. */
export function useOrganisationCommands() {
  const client = useQueryClient();
  const onSettled = () => client.invalidateQueries();
  const command = <Request, Answer>(mutationFn: (request: Request) => Promise<Answer>) => ({
    mutationFn,
    onSettled,
  });
  return {
    createUnit: useMutation(
      command((body: CreateUnitRequest) => api.post<AdministeredUnitDetail>('/api/admin/units', body)),
    ),
    changeUnit: useMutation(
      command(({ id, ...body }: ChangeUnitRequest & { id: string }) =>
        api.post<AdministeredUnitDetail>(`/api/admin/units/${id}/changes`, body),
      ),
    ),
    endUnit: useMutation(
      command(({ id, ...body }: { id: string; lastDay: string; reason: string }) =>
        api.post<AdministeredUnitDetail>(`/api/admin/units/${id}/end`, body),
      ),
    ),
    withdrawChange: useMutation(
      command(({ id, reason }: { id: string; reason: string }) =>
        api.post<AdministeredUnitDetail>(`/api/admin/unit-changes/${id}/withdraw`, { reason }),
      ),
    ),
    createPerson: useMutation(
      command((body: CreatePersonRequest) => api.post<StaffDetail>('/api/admin/people', body)),
    ),
    correctPerson: useMutation(
      command(({ id, ...body }: CorrectPersonRequest & { id: string }) =>
        api.patch<StaffDetail>(`/api/admin/people/${id}`, body),
      ),
    ),
    givePosition: useMutation(
      command(({ personId, ...body }: GivePositionRequest & { personId: string }) =>
        api.post<StaffDetail>(`/api/admin/people/${personId}/positions`, body),
      ),
    ),
    endPosition: useMutation(
      command(({ id, ...body }: { id: string; lastDay: string; reason: string }) =>
        api.post<StaffDetail>(`/api/admin/positions/${id}/end`, body),
      ),
    ),
    createAccount: useMutation(
      command(({ personId, login }: { personId: string; login: string }) =>
        api.post<OneTimePassword>(`/api/admin/people/${personId}/account`, { login }),
      ),
    ),
    resetPassword: useMutation(
      command(({ id, reason }: { id: string; reason: string }) =>
        api.post<OneTimePassword>(`/api/admin/accounts/${id}/password`, { reason }),
      ),
    ),
    actOnAccount: useMutation(
      command(({ id, act, reason }: { id: string; act: 'lock' | 'unlock' | 'end'; reason: string }) =>
        api.post<void>(`/api/admin/accounts/${id}/${act}`, { reason }),
      ),
    ),
    grantRole: useMutation(
      command(({ accountId, ...body }: GrantRoleRequest & { accountId: string }) =>
        api.post<void>(`/api/admin/accounts/${accountId}/roles`, body),
      ),
    ),
    endRole: useMutation(
      command(({ id, ...body }: { id: string; lastDay: string | null; reason: string }) =>
        api.post<void>(`/api/admin/role-grants/${id}/end`, body),
      ),
    ),
    importSheet: useMutation(
      command(({ file, dryRun }: { file: File; dryRun: boolean }) =>
        api.upload<OrganisationImport>('/api/admin/organisation-imports', file, { dryRun: String(dryRun) }),
      ),
    ),
  };
}
