import { sql } from 'drizzle-orm';
import type { Executor } from './client.ts';

/** Somebody a unit can propose: a person with a post in it or below it, or one of these units. */
export interface ReviewSubject {
  kind: 'person' | 'collective';
  id: string;
  name: string;
  post: string;
}

/** Persons with a post on a day in a unit or below it, each with the newest, and these units; by name. */
export async function reviewSubjects(db: Executor, unitId: string, today: string): Promise<ReviewSubject[]> {
  const { rows } = await db.execute<{
    kind: 'person' | 'collective';
    id: string;
    name: string;
    post: string;
  }>(sql`
    with recursive below as (
      select id, name from units where id = ${unitId}
      union select u.id, u.name from units u join below on u.parent_id = below.id where coalesce(u.valid_to, 'infinity') >= ${today}
    ), staff as (
      select distinct on (p.id) p.id, p.full_name as name, held.title as post
      from below join positions held on held.unit_id = below.id join people p on p.id = held.person_id
      where held.valid_from <= ${today} and coalesce(held.valid_to, 'infinity') >= ${today}
      order by p.id, held.valid_from desc
    )
    select 'person' as kind, id, name, post from staff
    union all select 'collective', id, name, '' from below
    order by kind desc, name, id`);
  return rows;
}
