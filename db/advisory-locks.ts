/**
 * Numbers of PostgreSQL's advisory locks, which name what no row can: one of these is done by one process at a time. The
 * numbers are arbitrary and must only differ.
 */
export const advisoryLocks = {
  /** Two migrators at once would clash while creating the same tables. */
  migration: 7_083_202_611,
  /** Two seeders at once would wait for each other's rows in different order. */
  seed: 7_083_202_612,
  /** Two test processes at once must not both make the template database. */
  testTemplate: 7_083_202_613,
  /** Only one sealer at a time extends the audit chain. */
  auditSealer: 7_083_202_614,
  /** Two deployments never get the same version number. */
  deployment: 7_083_202_621,
  /** Publications are carried in their order. */
  publications: 7_083_202_615,
  /** Two dossiers never get the same code. */
  dossierCode: 7_083_202_620,
  /** Two work plans never get the same code. */
  planCode: 7_083_202_640,
  /** Two office papers never get the same code. */
  officePaperCode: 7_083_202_641,
  /** Two years of blocs never get the same code, nor two role models. */
  blocYearCode: 7_083_202_642,
  roleModelCode: 7_083_202_643,
  /** Two applications for the recognition of an initiative never get the same code. */
  initiativeCode: 7_083_202_644,
  /** Two changes of the tree never make a circle, and two of roles never leave an organisation without administrator. */
  organisation: 7_083_202_645,
} as const;
