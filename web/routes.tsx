import { createBrowserRouter } from 'react-router';
import { RouteError } from './layout/route-error.tsx';
import { LoginPage } from './pages/login/login-page.tsx';
import { NotFoundPage } from './pages/not-found-page.tsx';

/** Addresses of the pages. Those behind the login share the frame; each area is loaded when it is first opened. */
export const router = createBrowserRouter([
  { path: '/login', element: <LoginPage />, errorElement: <RouteError /> },
  {
    path: '/',
    lazy: async () => ({ Component: (await import('./layout/require-session.tsx')).RequireSession }),
    errorElement: <RouteError />,
    // Until the first area is loaded there is nothing to show but the frame.
    hydrateFallbackElement: <></>,
    children: [
      {
        errorElement: <RouteError />,
        children: [
          {
            index: true,
            lazy: async () => ({ Component: (await import('./pages/home/home-page.tsx')).HomePage }),
          },
          {
            path: 'tasks',
            lazy: async () => ({ Component: (await import('./pages/tasks/inbox-page.tsx')).InboxPage }),
          },
          {
            path: 'tasks/:taskId',
            lazy: async () => ({ Component: (await import('./pages/tasks/task-page.tsx')).TaskPage }),
          },
          {
            path: 'dossiers',
            lazy: async () => ({
              Component: (await import('./pages/dossiers/dossier-list-page.tsx')).DossierListPage,
            }),
          },
          {
            path: 'dossiers/new',
            lazy: async () => ({
              Component: (await import('./pages/dossiers/new-dossier-page.tsx')).NewDossierPage,
            }),
          },
          {
            path: 'dossiers/:dossierId',
            lazy: async () => ({
              Component: (await import('./pages/dossiers/dossier-page.tsx')).DossierPage,
            }),
          },
          {
            path: 'campaigns',
            lazy: async () => ({
              Component: (await import('./pages/campaigns/campaign-list-page.tsx')).CampaignListPage,
            }),
          },
          {
            path: 'campaigns/:campaignId',
            lazy: async () => ({
              Component: (await import('./pages/campaigns/campaign-page.tsx')).CampaignPage,
            }),
          },
          {
            path: 'office-papers',
            lazy: async () => ({
              Component: (await import('./pages/office-papers/office-paper-list-page.tsx'))
                .OfficePaperListPage,
            }),
          },
          {
            path: 'office-papers/:paperId',
            lazy: async () => ({
              Component: (await import('./pages/office-papers/office-paper-page.tsx')).OfficePaperPage,
            }),
          },
          {
            path: 'legal-documents',
            lazy: async () => ({
              Component: (await import('./pages/office-papers/legal-documents-page.tsx')).LegalDocumentsPage,
            }),
          },
          {
            path: 'initiatives',
            lazy: async () => ({
              Component: (await import('./pages/initiatives/initiative-list-page.tsx')).InitiativeListPage,
            }),
          },
          {
            path: 'initiatives/register',
            lazy: async () => ({
              Component: (await import('./pages/initiatives/initiative-register-page.tsx'))
                .InitiativeRegisterPage,
            }),
          },
          {
            path: 'initiatives/:initiativeId',
            lazy: async () => ({
              Component: (await import('./pages/initiatives/initiative-page.tsx')).InitiativePage,
            }),
          },
          {
            path: 'blocs',
            lazy: async () => ({
              Component: (await import('./pages/blocs/bloc-list-page.tsx')).BlocListPage,
            }),
          },
          {
            path: 'blocs/:blocId',
            lazy: async () => ({ Component: (await import('./pages/blocs/bloc-page.tsx')).BlocPage }),
          },
          {
            path: 'bloc-years/:blocYearId',
            lazy: async () => ({
              Component: (await import('./pages/blocs/bloc-year-page.tsx')).BlocYearPage,
            }),
          },
          {
            path: 'role-models',
            lazy: async () => ({
              Component: (await import('./pages/role-models/role-model-list-page.tsx')).RoleModelListPage,
            }),
          },
          {
            path: 'role-models/:roleModelId',
            lazy: async () => ({
              Component: (await import('./pages/role-models/role-model-page.tsx')).RoleModelPage,
            }),
          },
          {
            path: 'plans',
            lazy: async () => ({
              Component: (await import('./pages/plans/plan-list-page.tsx')).PlanListPage,
            }),
          },
          {
            path: 'plans/:planId',
            lazy: async () => ({ Component: (await import('./pages/plans/plan-page.tsx')).PlanPage }),
          },
          {
            path: 'plan-scorings/:scoringId',
            lazy: async () => ({ Component: (await import('./pages/plans/scoring-page.tsx')).ScoringPage }),
          },
          {
            path: 'reviews',
            lazy: async () => ({
              Component: (await import('./pages/reviews/review-list-page.tsx')).ReviewListPage,
            }),
          },
          {
            path: 'reviews/:reviewId',
            lazy: async () => ({ Component: (await import('./pages/reviews/review-page.tsx')).ReviewPage }),
          },
          {
            path: 'councils',
            lazy: async () => ({
              Component: (await import('./pages/councils/council-list-page.tsx')).CouncilListPage,
            }),
          },
          {
            path: 'councils/:councilId',
            lazy: async () => ({
              Component: (await import('./pages/councils/council-page.tsx')).CouncilPage,
            }),
          },
          {
            path: 'sessions/:sessionId',
            lazy: async () => ({
              Component: (await import('./pages/councils/session-page.tsx')).SessionPage,
            }),
          },
          {
            path: 'secret-ballot',
            lazy: async () => ({
              Component: (await import('./pages/councils/secret-ballot-page.tsx')).SecretBallotPage,
            }),
          },
          {
            path: 'party-management',
            lazy: async () => ({
              Component: (await import('./pages/party/party-management-page.tsx')).PartyManagementPage,
            }),
          },
          {
            path: 'papers',
            lazy: async () => ({
              Component: (await import('./pages/papers/paper-list-page.tsx')).PaperListPage,
            }),
          },
          {
            path: 'papers/:paperId',
            lazy: async () => ({ Component: (await import('./pages/papers/paper-page.tsx')).PaperPage }),
          },
          {
            path: 'postings',
            lazy: async () => ({
              Component: (await import('./pages/postings/posting-list-page.tsx')).PostingListPage,
            }),
          },
          {
            path: 'postings/:postingId',
            lazy: async () => ({
              Component: (await import('./pages/postings/posting-page.tsx')).PostingPage,
            }),
          },
          {
            path: 'ledger',
            lazy: async () => ({
              Component: (await import('./pages/ledger/ledger-list-page.tsx')).LedgerListPage,
            }),
          },
          {
            path: 'ledger/people/:personId',
            lazy: async () => ({
              Component: (await import('./pages/ledger/ledger-page.tsx')).PersonLedgerPage,
            }),
          },
          {
            path: 'ledger/units/:unitId',
            lazy: async () => ({
              Component: (await import('./pages/ledger/ledger-page.tsx')).CollectiveLedgerPage,
            }),
          },
          {
            path: 'ledger/shares',
            lazy: async () => ({ Component: (await import('./pages/ledger/shares-page.tsx')).SharesPage }),
          },
          {
            path: 'ledger/matches',
            lazy: async () => ({ Component: (await import('./pages/ledger/matches-page.tsx')).MatchesPage }),
          },
          {
            path: 'ledger/imports',
            lazy: async () => ({
              Component: (await import('./pages/ledger/import-list-page.tsx')).ImportListPage,
            }),
          },
          {
            path: 'ledger/imports/:importId',
            lazy: async () => ({ Component: (await import('./pages/ledger/import-page.tsx')).ImportPage }),
          },
          {
            path: 'substitutions',
            lazy: async () => ({
              Component: (await import('./pages/substitutions/substitutions-page.tsx')).SubstitutionsPage,
            }),
          },
          {
            path: 'notices',
            lazy: async () => ({ Component: (await import('./pages/notices/notices-page.tsx')).NoticesPage }),
          },
          {
            path: 'admin',
            lazy: async () => ({ Component: (await import('./pages/admin/overview-page.tsx')).OverviewPage }),
          },
          {
            path: 'password',
            lazy: async () => ({
              Component: (await import('./pages/password/change-password-page.tsx')).ChangePasswordPage,
            }),
          },
          {
            path: 'admin/organisation',
            lazy: async () => ({
              Component: (await import('./pages/admin/organisation/organisation-page.tsx')).OrganisationPage,
            }),
          },
          {
            path: 'admin/units/:unitId',
            lazy: async () => ({
              Component: (await import('./pages/admin/organisation/unit-page.tsx')).UnitPage,
            }),
          },
          {
            path: 'admin/people/:personId',
            lazy: async () => ({
              Component: (await import('./pages/admin/organisation/person-page.tsx')).PersonPage,
            }),
          },
          {
            path: 'admin/overlays',
            lazy: async () => ({ Component: (await import('./pages/admin/overlays-page.tsx')).OverlaysPage }),
          },
          {
            path: 'admin/audit',
            lazy: async () => ({ Component: (await import('./pages/admin/audit-page.tsx')).AuditPage }),
          },
          {
            path: 'admin/calendar',
            lazy: async () => ({
              Component: (await import('./pages/admin/calendar/calendar-page.tsx')).CalendarPage,
            }),
          },
          {
            path: 'admin/definitions',
            lazy: async () => ({
              Component: (await import('./pages/admin/definitions/definition-list-page.tsx'))
                .DefinitionListPage,
            }),
          },
          {
            path: 'admin/definitions/:definitionId',
            lazy: async () => ({
              Component: (await import('./pages/admin/definitions/definition-page.tsx')).DefinitionPage,
            }),
          },
          {
            path: 'admin/instances',
            lazy: async () => ({
              Component: (await import('./pages/admin/instances/instance-list-page.tsx')).InstanceListPage,
            }),
          },
          {
            path: 'admin/instances/:instanceId',
            lazy: async () => ({
              Component: (await import('./pages/admin/instances/instance-page.tsx')).InstancePage,
            }),
          },
          { path: '*', element: <NotFoundPage /> },
        ],
      },
    ],
  },
]);
