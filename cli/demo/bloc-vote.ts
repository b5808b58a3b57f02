import type {
  BlocSheetDetail,
  BlocYearDetail,
  CouncilDetail,
  SessionDetail,
} from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { untilAnswered } from '../runtime/poll.ts';
import type { ApiClient, Reply } from './api-client.ts';
import { type BlocDemo, blocMembers, completeTask, openTask, organiser, speakerOf } from './blocs.ts';
import { expectOk } from './journey.ts';

type As = BlocDemo['as'];

/** A member's score sheet as this demo fills it in. */
export interface DemoSheet {
  /** Code of the member whose sheet it is. */
  code: string;
  stage: 'self' | 'check';
  /** Points taken off the maximum of the first criterion. */
  lost: number;
  /** By how much the stated total is off; 0 unless a refusal is wanted. */
  off?: number;
}

/** Who scores a member at a stage: itself, then the leader; the leader is checked by the first other member. */
const scorerOf = (code: string, stage: DemoSheet['stage']): string => {
  if (stage === 'self') return code;
  return code === 'TANDTC' ? 'BCA' : 'TANDTC';
};

/** Writes a sheet: each criterion with its maximum, the first with less. */
export async function writeSheet<Answer = BlocSheetDetail>(
  client: ApiClient,
  yearPath: string,
  { code, stage, lost, off = 0 }: DemoSheet,
): Promise<Reply<Answer>> {
  const path = `${yearPath}/members/${seedId('unit', code)}/sheets/${stage}`;
  const { version, criteria } = expectOk(await client.get<BlocSheetDetail>(path));
  const scores = criteria.map(({ id, maxPoints }, i) => ({
    criterionId: id,
    points: i === 0 ? maxPoints - lost : maxPoints,
  }));
  const total = scores.reduce((sum, { points }) => sum + points, 0) + off;
  return client.put<Answer>(path, { version, total, scores });
}

/**
 * Brings the year of `playBloc` to its end by the public API alone: all members score themselves and are checked, the bloc's council
 * votes, the one that it names for the flag starts its dossier with the signed minutes. Source 004 was written before that vote, so
 * whom this names is invented.
 * @throws JourneyError when a step is refused
 */
export async function playBlocVote({ as, log }: BlocDemo, yearId: string): Promise<void> {
  const path = `/api/bloc-years/${yearId}`;
  await scoreAll(as, path, 'self');
  await scoreAll(as, path, 'check');
  await completeTask(await as(speakerOf('TANDTC')), path, 'conclude-scores');
  const session = await holdVote(as, path, 'Tòa án nhân dân tối cao');
  log(`${session.council.name}: ${session.items.length} members voted on by secret ballot`);
  await signMinutes(as, session.id);
  await completeTask(await as(speakerOf('TANDTC')), path, 'start-flag-dossier');
  const { named } = expectOk(await (await as(organiser)).get<BlocYearDetail>(path));
  log(`Named for the flag: ${named.map(({ name }) => name).join(', ')}; its dossier carries the minutes`);
}

const elements = { self: 'score-self', check: 'check-members' };

/** Every sheet of a stage is written, then handed in by whoever fills them in. */
export async function scoreAll(
  as: As,
  path: string,
  stage: DemoSheet['stage'],
  members: readonly string[] = blocMembers,
): Promise<void> {
  const scorers = [...new Set(members.map((code) => scorerOf(code, stage)))];
  const element = elements[stage];
  await openTask(await as(speakerOf(scorers[0] ?? '')), path, element);
  for (const [i, code] of members.entries()) {
    const client = await as(speakerOf(scorerOf(code, stage)));
    expectOk(await writeSheet(client, path, { code, stage, lost: 3 * i }));
  }
  for (const code of scorers) await completeTask(await as(speakerOf(code)), path, element);
}

/** The bloc's council meets and votes in secret; who is named has the name given. */
export async function holdVote(as: As, path: string, winner: string): Promise<SessionDetail> {
  const session = await openVote(as, path);
  await castBallots(as, session, winner);
  return expectOk(await (await as(organiser)).post<SessionDetail>(`/api/sessions/${session.id}/close`));
}

/** Opens a session of the bloc's council, with all present, on the members that wait for it. */
export async function openVote(as: As, path: string): Promise<SessionDetail> {
  const keeper = await as(organiser);
  const { bloc } = expectOk(await keeper.get<BlocYearDetail>(path));
  await untilAnswered(async () => {
    const council = expectOk(await keeper.get<CouncilDetail>(`/api/councils/${bloc.council.id}`));
    return council.waiting.length > 0;
  });
  const planned = expectOk(
    await keeper.post<SessionDetail>(`/api/councils/${bloc.council.id}/sessions`, {
      mode: 'meeting',
      ballotKind: 'secret',
      place: 'Hà Nội',
      scheduledAt: new Date().toISOString(),
    }),
  );
  const sessionPath = `/api/sessions/${planned.id}`;
  const { members } = expectOk(await keeper.post<SessionDetail>(`${sessionPath}/open`));
  const present = members.map(({ person }) => person.id);
  return expectOk(await keeper.put<SessionDetail>(`${sessionPath}/attendance`, { present }));
}

/** Who votes in the bloc's council: who speaks for each member, and the secretary. */
export const blocVoters = [...blocMembers.map(speakerOf), organiser];

/** All are for the member of this name; most of them for the Ministry of Public Security too. */
export async function castBallots(
  as: As,
  { id, items }: SessionDetail,
  winner: string,
  voters: readonly string[] = blocVoters,
): Promise<void> {
  for (const [i, login] of voters.entries()) {
    const ballots = items.map((item) => {
      const { title } = item.matter;
      const choice = title === winner || (title === 'Bộ Công an' && i > 0) ? 'for' : 'against';
      return { agendaItemId: item.id, choice };
    });
    expectOk(await (await as(login)).put(`/api/sessions/${id}/ballots`, { ballots }));
  }
}

/** The secretary writes and signs the minutes; the chair, who speaks for the leader, signs them too. */
export async function signMinutes(as: As, sessionId: string): Promise<void> {
  const path = `/api/sessions/${sessionId}`;
  const keeper = await as(organiser);
  const at = (element: string) =>
    untilAnswered(async () => {
      const session = expectOk(await keeper.get<SessionDetail>(path));
      return session.step?.element === element ? session : undefined;
    });
  await at('write-minutes');
  expectOk(await keeper.post(`${path}/minutes`, {}));
  for (const [element, login] of [
    ['sign-as-secretary', organiser],
    ['sign-as-chair', speakerOf('TANDTC')],
  ] as const) {
    const papers = (await at(element)).papers.flatMap(({ id, kind, contentHash }) =>
      kind === 'minutes' || kind === 'ballot_record' ? [{ id, contentHash }] : [],
    );
    expectOk(await (await as(login)).post(`${path}/signatures`, { papers }));
  }
  // The extract, which the flag's dossier carries, is filed once it is printed.
  await untilAnswered(async () =>
    expectOk(await keeper.get<SessionDetail>(path)).papers.some(
      ({ kind, documentId }) => kind === 'extract' && documentId !== null,
    ),
  );
}
