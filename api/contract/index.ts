/** The API's requests and answers by resource: zod schemas and the types they infer. The web imports the types. */
export * from './account.ts';
export * from './administration.ts';
export * from './calendar.ts';
export * from './catalogue.ts';
export * from './common.ts';
export * from './councils.ts';
export * from './definitions.ts';
export * from './documents.ts';
export * from './dossiers.ts';
export * from './eligibility.ts';
export * from './instances.ts';
export * from './ledger.ts';
export * from './nominations.ts';
export * from './notices.ts';
export * from './overlays.ts';
export * from './re-evaluation.ts';
export * from './tasks.ts';
