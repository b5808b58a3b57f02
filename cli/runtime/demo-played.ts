import pg from 'pg';

/** Whether some dossier has come to its issued decision: then the demo has been played, or real work goes on. */
export async function hasIssuedDossier(databaseUrl: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const { rowCount } = await client.query(
      `select from dossiers where status in ('issued', 'closed') limit 1`,
    );
    return rowCount !== 0;
  } finally {
    await client.end();
  }
}
