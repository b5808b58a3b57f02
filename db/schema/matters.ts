import { sql } from 'drizzle-orm';
import { boolean, integer, pgView, text, uuid } from 'drizzle-orm/pg-core';
import type { MatterKind } from '../../domain/matters.ts';
import { sexEnum } from './organisation.ts';

/**
 * Matter: what an agenda item puts to the vote, told alike whatever table it lives in. A new kind adds its branch here and its
 * column in `carried` (`councils.ts`); agenda, ballots, count, papers and timeline need no case of their own.
 */
export const matters = pgView('matters', {
  id: uuid().notNull(),
  kind: text().$type<MatterKind>().notNull(),
  /** Position among the matters of its subject, from 1. */
  seq: integer().notNull(),
  /** Whom or what the vote is about, and the post, or the authors, printed below. */
  title: text().notNull(),
  subtitle: text().notNull(),
  summary: text().notNull(),
  /** What passes with it: the award, or that it is recognised. */
  proposalCode: text().notNull(),
  proposalVi: text().notNull(),
  proposalEn: text().notNull(),
  /** Matters of the same contest, council and level compete for the places of a quota. */
  contest: text().notNull(),
  /** False once its subject goes no further: it takes no place of a quota any more. */
  stands: boolean().notNull(),
  scoreBasisPoints: integer(),
  sex: sexEnum(),
}).as(sql`select n.id, 'nomination' as kind, n.seq, n.name as title, n.post as subtitle, n.achievement as summary,
    d.award_code as proposal_code, a.name_vi as proposal_vi, a.name_en as proposal_en,
    concat_ws(' ', d.award_code, d.period_to) as contest, d.status not in ('withdrawn', 'rejected') as stands,
    n.score_basis_points, p.sex
  from nominations n join dossiers d on d.id = n.dossier_id join awards a on a.code = d.award_code
    left join people p on p.id = coalesce(n.person_id, n.ledger_person_id)
  union all select i.id, 'initiative', 1, i.name, (select coalesce(string_agg(p.full_name, ', ' order by c.seq), '')
      from initiative_authors c join people p on p.id = c.person_id where c.application_id = i.id), i.summary,
    i.kind::text, case i.kind when 'research' then 'Công nhận đề tài' else 'Công nhận sáng kiến' end,
    case i.kind when 'research' then 'Recognition of a research project' else 'Recognition of an initiative' end,
    concat_ws(' ', i.kind, i.year), i.status not in ('withdrawn', 'refused'), null, null
  from initiative_applications i
  union all select m.id, 'bloc_member', m.position + 1, u.name,
    case m.role when 'leader' then 'Khối trưởng' when 'deputy' then 'Khối phó' else '' end,
    concat_ws('; ', 'Tự chấm ' || s.own || '/' || c.most || ' điểm', 'chấm chéo ' || s.checked || '/' || c.most || ' điểm'),
    a.code, 'Đề nghị tặng ' || a.name_vi, 'Proposal for the ' || a.name_en, y.id::text, true,
    (s.checked * 10000 / c.most)::int, null
  from bloc_members m join bloc_years y on y.id = m.bloc_year_id join emulation_blocs b on b.id = y.bloc_id
    join awards a on a.code = b.flag_code join units u on u.id = m.unit_id
    cross join lateral (select nullif(sum(max_points), 0) as most from bloc_criteria where bloc_year_id = y.id) c
    cross join lateral (select sum(points) filter (where stage = 'self') as own,
      sum(points) filter (where stage = 'check') as checked from bloc_scores where member_id = m.id) s`);
