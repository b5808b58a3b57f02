import { randomUUID } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Executor } from '../../../db/client.ts';
import { idArray } from '../../../db/id-array.ts';
import { openedBallots, sealedBallots } from '../../../db/schema/index.ts';
import type { BallotBox } from '../../ballot-box.ts';

/**
 * Opens the box of a secret ballot (mở hòm phiếu) for the items given, in the transaction that ends their ballot, which has
 * the session alone. Each choice gets a random id and they are stored in the order of these ids, in one statement; the sealed rows go.
 * So neither ids, nor the order of the rows on disk, nor times, nor transaction numbers lead from a choice back to a row
 * of the box, and the box itself is gone with all that the secret could still open.
 * @throws BoxError ballot_box_damaged
 */
export async function openBox(tx: Executor, box: BallotBox, itemIds: readonly string[]): Promise<void> {
  const onItems = sql`${sealedBallots.agendaItemId} = any(${idArray([...itemIds])})`;
  const sealed = await tx.delete(sealedBallots).where(onItems).returning();
  const opened = sealed
    .map(({ place, version, sealed: content, agendaItemId }) => ({
      id: randomUUID(),
      agenda_item_id: agendaItemId,
      choice: box.open(place, version, content).choice,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
  await tx.execute(sql`insert into ${openedBallots} (id, agenda_item_id, choice)
    select id, agenda_item_id, choice
    from jsonb_to_recordset(${JSON.stringify(opened)}::jsonb) as opened(id uuid, agenda_item_id uuid, choice choice)
    order by id`);
}
