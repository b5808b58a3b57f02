import { join } from 'node:path';
import { startMailSink } from '../../activities/mail-sink.ts';
import { closePdf } from '../../activities/pdf.ts';
import { openDatabase } from '../../db/client.ts';
import { migrateDatabase } from '../../db/migrate.ts';
import { demoAccounts, demoPassword } from '../../db/seed/accounts.ts';
import { seedDatabase } from '../../db/seed/seed.ts';
import { localDate } from '../../engine/time/local-date.ts';
import { playBlocVote } from '../demo/bloc-vote.ts';
import { playBloc } from '../demo/blocs.ts';
import { playCampaigns } from '../demo/campaigns.ts';
import { playInitiative } from '../demo/initiatives.ts';
import { Journey } from '../demo/journey.ts';
import { playOfficePapers } from '../demo/office-papers.ts';
import { playPlanYear } from '../demo/plan-year.ts';
import { playRoleModel } from '../demo/role-models.ts';
import { playDemo } from '../demo.ts';
import { type Environment, projectDir } from '../environment.ts';
import type { DataDir } from './data-dir.ts';
import { hasIssuedDossier, hasWorkPlan } from './demo-played.ts';
import { providePages } from './pages.ts';
import { waitUntil } from './poll.ts';
import type { ManagedProcess, ProcessGroup } from './processes.ts';
import type { Progress } from './progress.ts';
import { checkGivenServers, provideDatabase, provideTemporal } from './servers.ts';
import { StartError } from './start-error.ts';
import { startWorkerProgram } from './worker-program.ts';

/** What a launch works with. */
export type Launch = { environment: Environment; dataDir: DataDir; group: ProcessGroup; progress: Progress };

/** The API loads a few hundred modules; a busy machine takes some seconds for that. */
const answersWithinMs = 60_000;

/**
 * Brings everything up in order, plays the demo the first time, and then watches.
 * @returns never by itself: it ends by an error.
 * @throws {StartError} when something cannot be started, or ends later without being asked to.
 */
export async function launch(setting: Launch): Promise<never> {
  const { environment, progress } = setting;
  await checkGivenServers(setting);
  const [databaseUrl, temporalAddress] = await Promise.all([
    provideDatabase(setting),
    provideTemporal(setting),
    providePages(setting),
  ]);
  await progress.during('Preparing the database', () => prepareDatabase(databaseUrl));
  await progress.during('Starting API and worker', () =>
    startPrograms(setting, databaseUrl, temporalAddress),
  );
  progress.line(welcome(environment.publicUrl));
  const fallen = Promise.race(setting.group.running().map(reportEnd));
  await Promise.race([
    fallen,
    playDemoOnce(setting, databaseUrl).then(() => playPlansOnce(setting, databaseUrl)),
  ]);
  return fallen;
}

async function prepareDatabase(url: string): Promise<void> {
  await migrateDatabase(url);
  const db = openDatabase(url, { max: 1 });
  try {
    await seedDatabase(db);
  } finally {
    await db.$client.end();
  }
}

/** Starts the two programs production has too, told everything by their environment as there. */
async function startPrograms(
  { environment, dataDir, group }: Launch,
  databaseUrl: string,
  temporalAddress: string,
): Promise<void> {
  const env = {
    ...process.env,
    ...(await mailSettings(environment, dataDir)),
    DATABASE_URL: databaseUrl,
    TEMPORAL_ADDRESS: temporalAddress,
  };
  const logs = await dataDir.folder('logs');
  const api = await group.start({
    name: 'API',
    command: process.execPath,
    args: [join(projectDir, 'cli/api.ts')],
    cwd: projectDir,
    env,
    logFile: join(logs, 'api.log'),
  });
  const problem = await waitUntil(() => answers(ownAddress(environment)), {
    timeoutMs: answersWithinMs,
    ended: api.exited,
  });
  if (problem === 'timeout') {
    throw new StartError('process_failed', `The API does not answer. Read ${api.logFile}.`);
  }
  if (problem === 'ended') await reportEnd(api);
  await startWorkerProgram(group, {
    env,
    logFile: join(logs, 'worker.log'),
    temporalAddress,
    namespace: environment.temporalNamespace,
  });
}

/** Without a mail server of one's own, mails end in a folder, and the API shows them. */
async function mailSettings(environment: Environment, dataDir: DataDir): Promise<Record<string, string>> {
  if (environment.smtpUrl !== null) return {};
  const dir = await dataDir.folder('mail');
  const { port } = await startMailSink({ port: 0, dir });
  return { SMTP_URL: `smtp://127.0.0.1:${port}`, MAIL_DIR: dir };
}

async function reportEnd(child: ManagedProcess): Promise<never> {
  const how = await child.exited;
  throw new StartError(
    'process_failed',
    `${child.name} ended without being asked to (${how}). Read ${child.logFile}, then start again; nothing that was acknowledged is lost.`,
  );
}

/** A demo that does not come to its end is told, and does not end what runs well. */
async function playDemoOnce({ progress, environment }: Launch, databaseUrl: string): Promise<void> {
  if (await hasIssuedDossier(databaseUrl)) return;
  try {
    await progress.during('Playing a demo dossier through all five levels', () =>
      playDemo({ baseUrl: ownAddress(environment), log: progress.line, outDir: join(projectDir, 'out') }),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    progress.line(`✗ The demo dossier stopped half-way: ${reason}. The next start plays it on.`);
  }
}

/** The work plans of source 001, once everything else stands; what is broken off stays as far as it came. */
async function playPlansOnce({ progress, environment }: Launch, databaseUrl: string): Promise<void> {
  if (await hasWorkPlan(databaseUrl)) return;
  const journey = new Journey({
    baseUrl: ownAddress(environment),
    password: demoPassword,
    log: progress.line,
  });
  try {
    const options = {
      as: (login: string) => journey.as(login),
      log: progress.line,
      today: localDate(new Date().toISOString()),
    };
    await progress.during('Playing the work plans of a year, with their rounds and scores', () =>
      playPlanYear(options),
    );
    await playCampaigns(options.as);
    await playOfficePapers(options.as);
    await progress.during(
      'Playing an emulation bloc to the vote for its flag, and a role model',
      async () => {
        await playBlocVote(options, await playBloc(options));
        await playRoleModel(options.as);
      },
    );
    await progress.during('Playing an initiative to its recognition', () =>
      playInitiative(journey, progress.line).finally(closePdf),
    );
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    progress.line(`✗ The demo's work plans stopped half-way: ${reason}`);
  }
}

async function answers(baseUrl: string): Promise<void> {
  const response = await fetch(`${baseUrl}/api/openapi.json`, { signal: AbortSignal.timeout(5_000) });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`answer ${response.status}`);
}

/** Where the API is reached from this machine. */
function ownAddress({ host, port }: Environment): string {
  return `http://${host === '0.0.0.0' ? '127.0.0.1' : host}:${port}`;
}

function welcome(baseUrl: string): string {
  const width = Math.max(...demoAccounts.map(({ login }) => login.length));
  return [
    '',
    `Vinh Danh is ready: ${baseUrl}`,
    `The mails it sends: ${baseUrl}/dev/mail`,
    `Demo accounts (password ${demoPassword}):`,
    ...demoAccounts.map(({ login, role, unit }) => `  ${login.padEnd(width)}  ${role.vi}, ${unit.vi}`),
    'Ctrl+C stops everything.',
    '',
  ].join('\n');
}
