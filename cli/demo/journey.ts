import type {
  CouncilDetail,
  CouncilSummary,
  DossierDetail,
  DossierStatus,
  Paper,
  PaperDetail,
  SessionDetail,
  SessionSummary,
  Task,
  TaskForm,
  Verdict,
} from '../../api/contract/index.ts';
import { demoCouncils } from '../../db/seed/councils.ts';
import { type DemoPerson, demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { ApiClient, type Reply } from './api-client.ts';

export interface JourneyOptions {
  baseUrl: string;
  password: string;
  /** Takes one line per step. */
  log: (line: string) => void;
  /** How often the API is asked for the next step, and how long at most until there is one; milliseconds. */
  pollMs?: number;
  patienceMs?: number;
}

/** A step did not come, or the API refused one. */
export class JourneyError extends Error {}

interface Listing<T> {
  items: T[];
  total: number;
}

/**
 * Carries dossiers through their chain as the demo's people would, by the public API alone: it waits for the next task or
 * council and lets whoever is a candidate act.
 */
export class Journey {
  readonly #options: Required<JourneyOptions>;
  readonly #clients = new Map<string, Promise<ApiClient>>();

  constructor(options: JourneyOptions) {
    this.#options = { pollMs: 200, patienceMs: 60_000, ...options };
  }

  /** The demo account's client, logged in once. */
  as(login: string): Promise<ApiClient> {
    const { baseUrl, password } = this.#options;
    const client = this.#clients.get(login) ?? new ApiClient(baseUrl).logIn(login, password);
    this.#clients.set(login, client);
    return client;
  }

  /** The dossier as an account sees it. */
  async dossier(login: string, dossierId: string): Promise<DossierDetail> {
    return expectOk(await (await this.as(login)).get<DossierDetail>(`/api/dossiers/${dossierId}`));
  }

  /**
   * Approves every task and passes every vote until the dossier reaches the status.
   * @throws JourneyError when nothing happens for too long, or the dossier ends otherwise
   */
  async follow(dossierId: string, until: DossierStatus = 'closed'): Promise<DossierDetail> {
    await this.#endSessions(dossierId);
    let deadline = Date.now() + this.#options.patienceMs;
    for (;;) {
      const dossier = await this.dossier(administrator, dossierId);
      if (dossier.status === until) return dossier;
      if (['rejected', 'withdrawn', 'closed', 'revoked'].includes(dossier.status)) {
        throw new JourneyError(`dossier ${dossier.code} ended as ${dossier.status}, not as ${until}`);
      }
      if (await this.#step(dossier)) {
        deadline = Date.now() + this.#options.patienceMs;
      } else if (Date.now() > deadline) {
        throw new JourneyError(
          `dossier ${dossier.code} did not move for ${this.#options.patienceMs / 1000} s`,
        );
      } else {
        await new Promise((resolve) => setTimeout(resolve, this.#options.pollMs));
      }
    }
  }

  /** Does what the dossier waits for, if a person can do it; true where something was done. */
  async #step(dossier: DossierDetail): Promise<boolean> {
    const task = dossier.tasks.find(({ status }) => status === 'open' || status === 'claimed');
    if (task) {
      await this.decide(task, 'approve');
      return true;
    }
    return (await this.settlePaper(dossier.id)) || (await this.holdSessions(dossier.id));
  }

  /** Settles the list of the submission or decision that the dossier waits for; false where it waits for none. */
  async settlePaper(dossierId: string): Promise<boolean> {
    const client = await this.as(administrator);
    const { items } = expectOk(await client.get<Listing<Paper>>('/api/papers?state=gathering&pageSize=200'));
    for (const { id } of items) {
      const { task, entries } = expectOk(await client.get<PaperDetail>(`/api/papers/${id}`));
      if (!task || !entries.some((entry) => entry.dossierId === dossierId)) continue;
      await this.decide(task, 'approve');
      return true;
    }
    return false;
  }

  /** Lets the council that the dossier waits for meet and pass it; false where it waits for none. */
  async holdSessions(dossierId: string): Promise<boolean> {
    for (const council of councilsOfDossiers) {
      if (await this.holdSession(council, dossierId)) return true;
    }
    return false;
  }

  /** Waits until the dossier has an open task, and answers it. @throws JourneyError */
  async nextTask(dossierId: string): Promise<Task> {
    const deadline = Date.now() + this.#options.patienceMs;
    for (;;) {
      const { tasks, code } = await this.dossier(administrator, dossierId);
      const task = tasks.find(({ status }) => status === 'open' || status === 'claimed');
      if (task) return task;
      if (Date.now() > deadline) throw new JourneyError(`dossier ${code} got no task`);
      await new Promise((resolve) => setTimeout(resolve, this.#options.pollMs));
    }
  }

  /** Lets a candidate of the task decide it. */
  async decide(task: Task, verdict: Verdict, reason?: string): Promise<void> {
    const person = candidateOf(task);
    const client = await this.as(person.login);
    const decision = {
      version: task.version,
      verdict,
      ...(reason === undefined ? {} : { reason }),
      ...(task.hasForm
        ? { form: exampleOf(expectOk(await client.get<TaskForm>(`/api/tasks/${task.id}/form`))) }
        : {}),
    };
    expectOk(await client.post(`/api/tasks/${task.id}/complete`, decision));
    this.#options.log(`${task.name}: ${verdict} (${person.title}, ${person.name})`);
  }

  /**
   * Holds a session on what the dossier has waiting before the unit's council: all members attend, all vote in favour.
   * False where nothing waits.
   */
  async holdSession(councilUnit: string, dossierId: string): Promise<boolean> {
    const keeper = await this.as(secretaryOf(councilUnit).login);
    const { items: councils } = expectOk(await keeper.get<Listing<CouncilSummary>>('/api/councils'));
    const council = councils.find(
      ({ id, waitingItems }) => id === seedId('council', councilUnit) && waitingItems > 0,
    );
    if (!council) return false;
    const { waiting } = expectOk(await keeper.get<CouncilDetail>(`/api/councils/${council.id}`));
    const agendaItemIds = waiting.filter((item) => item.subject.id === dossierId).map(({ id }) => id);
    if (agendaItemIds.length === 0) return false;
    const session = expectOk(
      await keeper.post<SessionDetail>(`/api/councils/${council.id}/sessions`, {
        mode: 'meeting',
        place: 'Phòng họp số 1',
        scheduledAt: new Date().toISOString(),
        agendaItemIds,
      }),
    );
    await this.#passAll(councilUnit, session);
    return true;
  }

  /** Brings sessions to their end that an earlier journey of the dossier left planned or open. */
  async #endSessions(dossierId: string): Promise<void> {
    for (const councilUnit of councilsOfDossiers) {
      const keeper = await this.as(secretaryOf(councilUnit).login);
      for (const status of ['planned', 'open']) {
        const path = `/api/sessions?status=${status}`;
        const { items } = expectOk(await keeper.get<Listing<SessionSummary>>(path));
        for (const { id } of items) {
          const session = expectOk(await keeper.get<SessionDetail>(`/api/sessions/${id}`));
          const ofDossier = session.items.some((item) => item.subject.id === dossierId);
          if (ofDossier && session.can.manage) await this.#passAll(councilUnit, session);
        }
      }
    }
  }

  /** Opens the session unless it is open, lets every member vote in favour, and closes it. */
  async #passAll(councilUnit: string, session: SessionDetail): Promise<void> {
    const keeper = await this.as(secretaryOf(councilUnit).login);
    const path = `/api/sessions/${session.id}`;
    const { members, items } =
      session.status === 'open' ? session : expectOk(await keeper.post<SessionDetail>(`${path}/open`));
    const present = members.map(({ person }) => person.id);
    expectOk(await keeper.put(`${path}/attendance`, { present }));
    const ballots = items
      .filter(({ result }) => result === null)
      .map(({ id }) => ({ agendaItemId: id, choice: 'for' }));
    await Promise.all(
      seatsOf(councilUnit).map(async ({ login }) => {
        const client = await this.as(login);
        const cast = await client.put<{ code?: string }>(`${path}/ballots`, { ballots });
        // A journey that was broken off may have cast them already; they stand.
        if (cast.body.code !== 'ballot_already_cast') expectOk(cast);
      }),
    );
    const closed = expectOk(await keeper.post<SessionDetail>(`${path}/close`));
    const passed = closed.items.filter(({ result }) => result === 'passed').length;
    this.#options.log(
      `${session.council.name}: ${passed}/${closed.items.length} passed, ${members.length} members voted`,
    );
  }
}

/** Sees every dossier. */
const administrator = 'admin';

/** Councils of the demo that dossiers come before. */
const councilsOfDossiers = demoCouncils
  .filter(({ kind }) => kind !== 'initiative')
  .map(({ unit, code = unit }) => code);

const seatsOf = (council: string): DemoPerson[] =>
  demoPeople.filter(({ seats }) => seats.some((seat) => seat.council === council));

function secretaryOf(council: string): DemoPerson {
  const person = demoPeople.find(({ seats }) =>
    seats.some((seat) => seat.council === council && seat.capacity === 'secretary'),
  );
  if (!person) throw new JourneyError(`the council of ${council} has no secretary in the demo`);
  return person;
}

/** A form filled in with the example that its schema gives for each field it needs. */
function exampleOf({ schema }: TaskForm): Record<string, unknown> {
  const { properties, required } = schema as {
    properties: Record<string, { examples?: unknown[] }>;
    required: string[];
  };
  return Object.fromEntries(required.map((name) => [name, properties[name]?.examples?.[0]]));
}

function candidateOf(task: Task): DemoPerson {
  const unit = task.candidateUnit?.code;
  const person = demoPeople.find(({ roles }) =>
    roles.some((held) => held.role === task.candidateRole && held.unit === unit),
  );
  if (!person)
    throw new JourneyError(`nobody of the demo can do "${task.name}" (${task.candidateRole} of ${unit})`);
  return person;
}

/** The answer's body, if the request was accepted. @throws JourneyError with the API's own sentence */
export function expectOk<T>(reply: Reply<T>): T {
  if (reply.status < 300) return reply.body;
  const problem = reply.body as { code?: string; detail?: string };
  throw new JourneyError(`the API answered ${reply.status} ${problem.code ?? ''}: ${problem.detail ?? ''}`);
}
