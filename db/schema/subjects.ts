import { sql } from 'drizzle-orm';
import { pgView, text, uuid } from 'drizzle-orm/pg-core';
import type { SubjectKind } from '../../domain/subjects.ts';

/**
 * Subject of a process instance: what its tasks, notices and incidents are about, told alike whatever table it lives in. A new
 * kind of process adds its table here; inbox, mails and the administrator's overview need no case of their own.
 */
export const subjects = pgView('subjects', {
  id: uuid().notNull(),
  kind: text().$type<SubjectKind>().notNull(),
  /** Short and readable, e.g. `HS-2026-000042`. */
  code: text().notNull(),
  title: text().notNull(),
  /** Unit that it belongs to: the place `proposer` of its model. */
  unitId: uuid().notNull(),
  /** Null until its process starts. */
  instanceId: uuid(),
}).as(sql`select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
  union all select s.id, 'session', 'PH-' || to_char(s.scheduled_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    s.title, c.unit_id, s.instance_id from sessions s join councils c on c.id = s.council_id
  union all select id, 'work_plan', code, title, unit_id, instance_id from work_plans
  union all select s.id, 'plan_scoring', p.code || '/' || s.period, p.title, p.unit_id, s.instance_id
    from plan_scorings s join work_plans p on p.id = s.plan_id
  union all select id, 'initiative', code, name, unit_id, instance_id from initiative_applications
  union all select id, 'office_paper', code, title, unit_id, instance_id from office_papers
  union all select p.id, 'paper', coalesce(p.symbol, case p.kind when 'submission' then 'TTr ' else 'QĐ ' end
      || to_char(p.created_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD')),
    case p.kind when 'submission' then 'Tờ trình: ' else 'Quyết định: ' end || a.name_vi, p.issuer_id, p.instance_id
    from papers p join awards a on a.code = p.award_code
  union all select y.id, 'bloc_year', y.code, b.name || ', ' || y.year, c.unit_id, y.instance_id
    from bloc_years y join emulation_blocs b on b.id = y.bloc_id join councils c on c.id = b.council_id
  union all select id, 'role_model', code, title, unit_id, instance_id from role_models`);
