import { copyFile, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompress, constants } from 'node:zlib';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import pg from 'pg';
import { projectDir } from '../../cli/environment.ts';

/**
 * The rows of a database of some version, as a file: its schema comes from the migrations up to that version, which never change.
 * The text has a first line with the number of those migrations, then one line per table: its name, a tab, its rows as a JSON
 * array. It stays text, for numbers of PostgreSQL may be larger than those of JavaScript. Logins are left out.
 */
export interface DatabaseCopy {
  migrations: number;
  tables: { name: string; rows: string }[];
}

const tablesOfCopy = `select table_name as name from information_schema.tables
  where table_schema = 'public' and table_type = 'BASE TABLE' and table_name <> 'login_sessions' order by 1`;

/** Writes the rows of the database at `url` to `path`. */
export async function writeDatabaseCopy(url: string, path: string): Promise<void> {
  const text = await withClient(url, async (client) => {
    const applied = await client.query('select count(*) as n from drizzle.__drizzle_migrations');
    const tables = await client.query<{ name: string }>(tablesOfCopy);
    const lines = [String(applied.rows[0].n)];
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select coalesce(json_agg(t), '[]')::text as rows from ${name} t`);
      // json_agg breaks lines between rows; inside texts JSON has none.
      lines.push(`${name}\t${rows[0].rows.replaceAll('\n', '')}`);
    }
    return lines.join('\n');
  });
  // A wide window: the same paper attached many times is kept once.
  const params = {
    [constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
    [constants.BROTLI_PARAM_SIZE_HINT]: Buffer.byteLength(text),
  };
  await writeFile(path, await promisify(brotliCompress)(text, { params }));
}

export async function readDatabaseCopy(path: string): Promise<DatabaseCopy> {
  const [migrations, ...lines] = (await promisify(brotliDecompress)(await readFile(path)))
    .toString()
    .split('\n');
  const tables = lines.map((line) => {
    const tab = line.indexOf('\t');
    return { name: line.slice(0, tab), rows: line.slice(tab + 1) };
  });
  return { migrations: Number(migrations), tables };
}

/** Makes the empty database at `url` what the copied one was, with the schema of its time. */
export async function restoreDatabaseCopy(url: string, { migrations, tables }: DatabaseCopy): Promise<void> {
  await withClient(url, async (client) => {
    await migrateAsFarAs(client, migrations);
    // As pg_restore does: the rows were checked when they were written.
    await client.query('set session_replication_role = replica');
    for (const { name, rows } of tables) {
      const columns = await columnsOf(client, name);
      const list = columns.map(({ column }) => `"${column}"`).join(', ');
      // What a migration has put in itself is part of the copy.
      await client.query(`delete from ${name}`);
      await client.query(
        `insert into ${name} (${list}) overriding system value
         select ${list} from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
        [rows],
      );
      for (const { column, sequence } of columns) {
        if (sequence !== null)
          await client.query(`select setval($1, coalesce(max("${column}"), 0) + 1, false) from ${name}`, [
            sequence,
          ]);
      }
    }
  });
}

/** Applies the first migrations, and those only. */
async function migrateAsFarAs(client: pg.Client, count: number): Promise<void> {
  const from = join(projectDir, 'db/migrations');
  const journal = JSON.parse(await readFile(join(from, 'meta/_journal.json'), 'utf8'));
  const entries: { tag: string }[] = journal.entries.slice(0, count);
  const migrationsFolder = await mkdtemp(join(tmpdir(), 'vinhdanh-migrations-'));
  try {
    await mkdir(join(migrationsFolder, 'meta'));
    await writeFile(join(migrationsFolder, 'meta/_journal.json'), JSON.stringify({ ...journal, entries }));
    for (const { tag } of entries)
      await copyFile(join(from, `${tag}.sql`), join(migrationsFolder, `${tag}.sql`));
    await migrate(drizzle(client), { migrationsFolder });
  } finally {
    await rm(migrationsFolder, { recursive: true });
  }
}

/** Columns a row is written with, generated ones left out, and the sequence behind a numbered one. */
async function columnsOf(
  client: pg.Client,
  table: string,
): Promise<{ column: string; sequence: string | null }[]> {
  const { rows } = await client.query(
    `select column_name as column, pg_get_serial_sequence(table_name, column_name) as sequence
     from information_schema.columns
     where table_schema = 'public' and table_name = $1 and is_generated = 'NEVER' order by ordinal_position`,
    [table],
  );
  return rows;
}

async function withClient<T>(url: string, use: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await use(client);
  } finally {
    await client.end();
  }
}

/** Rows of each table that a copy holds, and of those that are newer. */
export function countRows(url: string): Promise<Record<string, number>> {
  return withClient(url, async (client) => {
    const counts: Record<string, number> = {};
    const tables = await client.query<{ name: string }>(tablesOfCopy);
    for (const { name } of tables.rows) {
      const { rows } = await client.query(`select count(*)::int as n from ${name}`);
      counts[name] = rows[0].n;
    }
    return counts;
  });
}
