import type { InitiativeDetail, Task } from '../../api/contract/index.ts';
import { seedId } from '../../db/seed/seed-id.ts';
import { untilAnswered } from '../runtime/poll.ts';
import { expectOk, type Journey } from './journey.ts';
import { printPaper } from './papers.ts';

const clerk = 'clerk.tkth';
/** Code of the initiative council that source 000 names (Decision 951/QĐ-TCTK). */
const council = 'TCTK-SK';

/** What an author hands in. */
export interface DemoInitiative {
  kind: 'initiative';
  name: string;
  /** Year in which it was first applied. */
  year: number;
  field: string;
  summary: string;
  requestedScope: 'unit';
  authors: { personId: string; sharePercent: number }[];
}

export const demoInitiative: DemoInitiative = {
  kind: 'initiative',
  name: 'Đối chiếu tự động báo cáo tháng của các đơn vị',
  year: 2026,
  field: 'Thu thập dữ liệu',
  summary: 'Rút ngắn thời gian tổng hợp báo cáo từ 05 ngày còn 01 ngày.',
  requestedScope: 'unit',
  authors: [
    { personId: seedId('person', 'tkth.05'), sharePercent: 60 },
    { personId: seedId('person', 'tkth.06'), sharePercent: 40 },
  ],
};

/**
 * Plays an initiative from its registration by the authors' unit to the numbered decision that recognises it, by the public API alone:
 * checked by the standing body, voted on by the initiative council, recognised by the head. Returns its id.
 * @throws JourneyError when a step is refused
 */
export async function playInitiative(
  journey: Journey,
  log: (line: string) => void,
  content: DemoInitiative = demoInitiative,
): Promise<string> {
  const { id, code } = await submitInitiative(journey, content);
  log(`Initiative ${code} submitted: ${content.name}`);
  await decideInitiative(journey, id, 'check-initiative', 'approve');
  await untilAnswered(() => journey.holdSession(council, id));
  await decideInitiative(journey, id, 'recognise-by-head', 'approve');
  await decideInitiative(journey, id, 'register-recognition', 'approve');
  const { decision } = await untilAnswered(async () => {
    const found = await initiativeOf(journey, id);
    return found.status === 'recognised' ? found : undefined;
  });
  log(`Initiative ${code} recognised by decision ${decision?.symbol}`);
  return id;
}

/** Registers it for its authors with the description that the regulation asks for, and submits it. */
export async function submitInitiative(journey: Journey, content: DemoInitiative): Promise<InitiativeDetail> {
  const client = await journey.as(clerk);
  const { id } = expectOk(
    await client.post<InitiativeDetail>('/api/initiatives', {
      unitId: seedId('unit', 'TCTK-TKTH'),
      ...content,
    }),
  );
  const title = 'Báo cáo mô tả sáng kiến';
  const lines = [content.name, content.summary];
  const file = { name: `${title}.pdf`, content: await printPaper({ title, lines }) };
  const path = `/api/initiatives/${id}`;
  expectOk(await client.upload(`${path}/documents`, file, { kind: 'initiative_report' }));
  return expectOk(await client.post<InitiativeDetail>(`${path}/submit`, {}));
}

const initiativeOf = async (journey: Journey, id: string) =>
  expectOk(await (await journey.as('admin')).get<InitiativeDetail>(`/api/initiatives/${id}`));

/** Lets whoever is asked decide a step of its process, once it is there. */
export async function decideInitiative(
  journey: Journey,
  id: string,
  element: string,
  verdict: 'approve' | 'return' | 'reject',
  reason?: string,
): Promise<void> {
  const task = await untilAnswered<Task>(async () =>
    (await initiativeOf(journey, id)).tasks.find(
      ({ element: at, status }) => at === element && (status === 'open' || status === 'claimed'),
    ),
  );
  await journey.decide(task, verdict, reason);
}
