import type { Endpoint } from '../http/endpoint.ts';
import { administrationRoutes } from './administration.ts';
import { awardShareRoutes } from './award-shares.ts';
import { blocRoutes } from './blocs.ts';
import { calendarRoutes } from './calendar.ts';
import { campaignRoutes } from './campaigns.ts';
import { catalogueRoutes } from './catalogue.ts';
import { councilRoutes } from './councils.ts';
import { definitionRoutes } from './definitions.ts';
import { documentRoutes } from './documents.ts';
import { dossierRoutes } from './dossiers.ts';
import { eligibilityRoutes } from './eligibility.ts';
import { healthRoutes } from './health.ts';
import { initiativeRoutes } from './initiatives.ts';
import { instanceRoutes } from './instances.ts';
import { ledgerRoutes } from './ledger.ts';
import { ledgerImportRoutes } from './ledger-imports.ts';
import { loginRoutes } from './login.ts';
import { nominationRoutes } from './nominations.ts';
import { noticeRoutes } from './notices.ts';
import { officePaperRoutes } from './office-papers.ts';
import { opinionRoutes } from './opinions.ts';
import { organisationRoutes } from './organisation.ts';
import { overlayRoutes } from './overlays.ts';
import { paperRoutes } from './papers.ts';
import { partyRoutes } from './party.ts';
import { planRoutes } from './plans.ts';
import { postingRoutes } from './postings.ts';
import { reviewRoutes } from './reviews.ts';
import { roleModelRoutes } from './role-models.ts';
import { sessionPaperRoutes } from './session-papers.ts';
import { sessionVoteRoutes } from './session-votes.ts';
import { sessionOfCouncilRoutes } from './sessions.ts';
import { staffRoutes } from './staff.ts';
import { substitutionRoutes } from './substitutions.ts';
import { taskRoutes } from './tasks.ts';

/** Every endpoint of the API. */
export const allEndpoints = (): Endpoint[] => [
  ...loginRoutes(),
  ...catalogueRoutes,
  ...nominationRoutes,
  ...documentRoutes,
  ...paperRoutes,
  ...dossierRoutes,
  ...reviewRoutes,
  ...blocRoutes,
  ...roleModelRoutes,
  ...eligibilityRoutes,
  ...initiativeRoutes,
  ...ledgerRoutes,
  ...ledgerImportRoutes,
  ...awardShareRoutes,
  ...taskRoutes,
  ...councilRoutes,
  ...sessionOfCouncilRoutes,
  ...sessionVoteRoutes,
  ...sessionPaperRoutes,
  ...postingRoutes,
  ...substitutionRoutes,
  ...opinionRoutes,
  ...partyRoutes,
  ...noticeRoutes,
  ...campaignRoutes,
  ...planRoutes,
  ...officePaperRoutes,
  ...calendarRoutes,
  ...organisationRoutes,
  ...staffRoutes,
  ...overlayRoutes,
  ...definitionRoutes,
  ...instanceRoutes,
  ...administrationRoutes,
  ...healthRoutes,
];
