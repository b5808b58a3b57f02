import type { SessionDetail } from '../../api/contract/sessions.ts';
import { expectOk } from '../../cli/demo/journey.ts';
import { demoPeople } from '../../db/seed/people.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { personId, type Refusable, referTo, type Submitted, submittedDossier } from './fixtures.ts';
import type { ApiWorld } from './world.ts';

export const council = seedId('council', 'TCTK-TKTH');
export const secretary = 'tkth.02';
export const chair = 'tkth.01';
/** All twelve of the staff vote; the clerk is one of them. */
export const staff = demoPeople.filter(({ seats }) => seats.some((seat) => seat.council === 'TCTK-TKTH'));

export interface Open {
  dossier: Submitted;
  referralId: string;
  itemIds: string[];
  sessionId: string;
}

interface SessionKind {
  mode?: 'meeting' | 'circulation';
  ballotKind?: 'open' | 'secret';
}

export const times = (count: number, choice: string) => Array.from({ length: count }, () => choice);

/** A session of the meeting of all staff, and what its people do in it by the API. */
export function votingIn(world: () => ApiWorld) {
  const as = (login: string) => world().as(login);
  const at = (sessionId: string, path: string) => `/api/sessions/${sessionId}/${path}`;

  async function plan(itemIds: string[], session: SessionKind = {}): Promise<string> {
    const planned = await (await as(secretary)).post<SessionDetail>(`/api/councils/${council}/sessions`, {
      mode: 'meeting',
      scheduledAt: '2026-11-23T02:00:00Z',
      agendaItemIds: itemIds,
      ...session,
      ...(session.mode === 'circulation' && { closesAt: '2026-11-30T02:00:00Z' }),
    });
    return expectOk(planned).id;
  }

  /** An open session on a new dossier with the nominees given. */
  async function openSession(
    nominees: string[],
    referral?: Parameters<typeof referTo>[2],
    session?: SessionKind,
  ): Promise<Open> {
    const dossier = await submittedDossier(world(), { nominees });
    const { referralId, itemIds } = await referTo(world(), dossier, referral);
    const sessionId = await plan(itemIds, session);
    expectOk(await (await as(secretary)).post(at(sessionId, 'open')));
    return { dossier, referralId, itemIds, sessionId };
  }

  async function attend(sessionId: string, count: number): Promise<void> {
    const present = staff.slice(0, count).map(({ login }) => personId(login));
    expectOk(await (await as(secretary)).put(at(sessionId, 'attendance'), { present }));
  }

  /** The first members of the staff vote so on every item. */
  async function vote({ sessionId, itemIds }: Pick<Open, 'sessionId' | 'itemIds'>, choices: string[]) {
    await Promise.all(
      choices.map(async (choice, i) => {
        const client = await as(staff[i]?.login ?? '');
        const ballots = itemIds.map((agendaItemId) => ({ agendaItemId, choice }));
        expectOk(await client.put(at(sessionId, 'ballots'), { ballots }));
      }),
    );
  }

  const close = async ({ sessionId }: Pick<Open, 'sessionId'>, login = secretary) =>
    (await as(login)).post<Refusable<SessionDetail>>(at(sessionId, 'close'));

  const act = async (sessionId: string, path: string, body: object, login = secretary) =>
    (await as(login)).post<Refusable<SessionDetail>>(at(sessionId, path), body);

  return { plan, openSession, attend, vote, close, act };
}
