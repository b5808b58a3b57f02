import pg from 'pg';

/** Whether there is any work plan: then the demo's were begun, or real ones are kept. */
export const hasWorkPlan = (databaseUrl: string): Promise<boolean> =>
  holds(databaseUrl, 'select from work_plans limit 1');

/** Whether some dossier has come to its issued decision: then the demo has been played, or real work goes on. */
export const hasIssuedDossier = (databaseUrl: string): Promise<boolean> =>
  holds(databaseUrl, `select from dossiers where status in ('issued', 'closed') limit 1`);

async function holds(databaseUrl: string, query: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(query);
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
