CREATE TYPE "public"."bloc_kind" AS ENUM('bloc', 'cluster');--> statement-breakpoint
CREATE TYPE "public"."bloc_role" AS ENUM('leader', 'deputy', 'member');--> statement-breakpoint
CREATE TYPE "public"."bloc_stage" AS ENUM('self', 'check');--> statement-breakpoint
CREATE TYPE "public"."bloc_year_status" AS ENUM('draft', 'running', 'closed', 'recorded');--> statement-breakpoint
CREATE TYPE "public"."handover_kind" AS ENUM('leadership', 'flag');--> statement-breakpoint
CREATE TYPE "public"."consent_field" AS ENUM('name', 'post', 'unit', 'story', 'awards');--> statement-breakpoint
CREATE TYPE "public"."role_model_status" AS ENUM('draft', 'running', 'approved', 'rejected', 'retired');--> statement-breakpoint
CREATE TABLE "bloc_campaigns" (
	"bloc_year_id" uuid NOT NULL,
	"campaign_id" uuid NOT NULL,
	CONSTRAINT "bloc_campaigns_bloc_year_id_campaign_id_pk" PRIMARY KEY("bloc_year_id","campaign_id")
);
--> statement-breakpoint
CREATE TABLE "bloc_criteria" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bloc_year_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"section" text DEFAULT '' NOT NULL,
	"name" text NOT NULL,
	"max_points" integer NOT NULL,
	CONSTRAINT "bloc_criteria_points" CHECK ("bloc_criteria"."max_points" > 0)
);
--> statement-breakpoint
CREATE TABLE "bloc_handovers" (
	"bloc_year_id" uuid NOT NULL,
	"kind" "handover_kind" NOT NULL,
	"from_unit_id" uuid,
	"to_unit_id" uuid NOT NULL,
	"handed_on" date NOT NULL,
	"place" text,
	"given_by" text NOT NULL,
	"received_by" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bloc_handovers_bloc_year_id_kind_pk" PRIMARY KEY("bloc_year_id","kind"),
	CONSTRAINT "bloc_handovers_sides" CHECK ("bloc_handovers"."from_unit_id" is null or "bloc_handovers"."from_unit_id" <> "bloc_handovers"."to_unit_id")
);
--> statement-breakpoint
CREATE TABLE "bloc_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"bloc_year_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"role" "bloc_role" NOT NULL,
	"position" integer NOT NULL,
	"checker_id" uuid NOT NULL,
	"dossier_id" uuid,
	CONSTRAINT "bloc_members_once" UNIQUE("bloc_year_id","unit_id"),
	CONSTRAINT "bloc_members_not_own_checker" CHECK ("bloc_members"."checker_id" <> "bloc_members"."unit_id")
);
--> statement-breakpoint
CREATE TABLE "bloc_scores" (
	"member_id" uuid NOT NULL,
	"stage" "bloc_stage" NOT NULL,
	"criterion_id" uuid NOT NULL,
	"points" integer NOT NULL,
	"note" text,
	CONSTRAINT "bloc_scores_member_id_stage_criterion_id_pk" PRIMARY KEY("member_id","stage","criterion_id"),
	CONSTRAINT "bloc_scores_points" CHECK ("bloc_scores"."points" >= 0)
);
--> statement-breakpoint
CREATE TABLE "bloc_sheets" (
	"member_id" uuid NOT NULL,
	"stage" "bloc_stage" NOT NULL,
	"handed_in_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "bloc_sheets_member_id_stage_pk" PRIMARY KEY("member_id","stage")
);
--> statement-breakpoint
CREATE TABLE "bloc_signatures" (
	"member_id" uuid PRIMARY KEY NOT NULL,
	"content_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"signed_for_id" uuid,
	"signed_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "bloc_years" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"bloc_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"status" "bloc_year_status" DEFAULT 'draft' NOT NULL,
	"instance_id" uuid,
	"regulation" text NOT NULL,
	"share_percent" integer NOT NULL,
	"share_strict" boolean NOT NULL,
	"quorum_numerator" integer NOT NULL,
	"quorum_denominator" integer NOT NULL,
	"flags" integer NOT NULL,
	"pledge_place" text,
	"pledge_on" date,
	"commitments" text[] DEFAULT '{}' NOT NULL,
	"pledge" jsonb,
	"pledge_hash" text,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "bloc_years_started" CHECK (("bloc_years"."status" in ('running','closed')) = ("bloc_years"."instance_id" is not null)),
	CONSTRAINT "bloc_years_share" CHECK ("bloc_years"."share_percent" between 0 and 100),
	CONSTRAINT "bloc_years_quorum" CHECK ("bloc_years"."quorum_numerator" >= 0 and "bloc_years"."quorum_denominator" > 0 and "bloc_years"."quorum_numerator" <= "bloc_years"."quorum_denominator"),
	CONSTRAINT "bloc_years_flags" CHECK ("bloc_years"."flags" >= 1),
	CONSTRAINT "bloc_years_pledge" CHECK (("bloc_years"."pledge" is null) = ("bloc_years"."pledge_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "emulation_blocs" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"kind" "bloc_kind" NOT NULL,
	"name" text NOT NULL,
	"council_id" uuid NOT NULL,
	"flag_code" text NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "role_model_awards" (
	"role_model_id" uuid NOT NULL,
	"ledger_award_id" uuid NOT NULL,
	CONSTRAINT "role_model_awards_role_model_id_ledger_award_id_pk" PRIMARY KEY("role_model_id","ledger_award_id")
);
--> statement-breakpoint
CREATE TABLE "role_model_consents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"role_model_id" uuid NOT NULL,
	"fields" "consent_field"[] NOT NULL,
	"document_id" uuid,
	"recorded_by" uuid NOT NULL,
	"given_at" timestamp with time zone NOT NULL,
	"withdrawn_by" uuid,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "role_model_consents_fields" CHECK (cardinality("role_model_consents"."fields") > 0),
	CONSTRAINT "role_model_consents_withdrawn" CHECK (("role_model_consents"."withdrawn_at" is null) = ("role_model_consents"."withdrawn_by" is null) and "role_model_consents"."withdrawn_at" >= "role_model_consents"."given_at")
);
--> statement-breakpoint
CREATE TABLE "role_models" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"bloc_year_id" uuid,
	"person_id" uuid,
	"collective_id" uuid,
	"name" text NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"field" text NOT NULL,
	"story" text NOT NULL,
	"status" "role_model_status" DEFAULT 'draft' NOT NULL,
	"reviewer_id" uuid,
	"instance_id" uuid,
	"end_reason" text,
	"approved_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "role_models_one_subject" CHECK (("role_models"."person_id" is null) <> ("role_models"."collective_id" is null)),
	CONSTRAINT "role_models_started" CHECK (("role_models"."status" = 'draft') = ("role_models"."instance_id" is null) and ("role_models"."instance_id" is null) = ("role_models"."reviewer_id" is null)),
	CONSTRAINT "role_models_approved" CHECK (("role_models"."status" in ('approved','retired')) = ("role_models"."approved_at" is not null)),
	CONSTRAINT "role_models_end_reason" CHECK (("role_models"."status" in ('rejected','retired')) = (length(trim(coalesce("role_models"."end_reason", ''))) > 0))
);
--> statement-breakpoint
DROP VIEW "public"."matters";--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "agenda_items" DROP CONSTRAINT "agenda_items_one_matter";--> statement-breakpoint
DROP INDEX "agenda_items_round";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "bloc_member_id" uuid;--> statement-breakpoint
ALTER TABLE "bloc_campaigns" ADD CONSTRAINT "bloc_campaigns_bloc_year_id_bloc_years_id_fk" FOREIGN KEY ("bloc_year_id") REFERENCES "public"."bloc_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_campaigns" ADD CONSTRAINT "bloc_campaigns_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_criteria" ADD CONSTRAINT "bloc_criteria_bloc_year_id_bloc_years_id_fk" FOREIGN KEY ("bloc_year_id") REFERENCES "public"."bloc_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_handovers" ADD CONSTRAINT "bloc_handovers_bloc_year_id_bloc_years_id_fk" FOREIGN KEY ("bloc_year_id") REFERENCES "public"."bloc_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_handovers" ADD CONSTRAINT "bloc_handovers_from_unit_id_units_id_fk" FOREIGN KEY ("from_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_handovers" ADD CONSTRAINT "bloc_handovers_to_unit_id_units_id_fk" FOREIGN KEY ("to_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_handovers" ADD CONSTRAINT "bloc_handovers_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_bloc_year_id_bloc_years_id_fk" FOREIGN KEY ("bloc_year_id") REFERENCES "public"."bloc_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE set null ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_members" ADD CONSTRAINT "bloc_members_checker" FOREIGN KEY ("bloc_year_id","checker_id") REFERENCES "public"."bloc_members"("bloc_year_id","unit_id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_scores" ADD CONSTRAINT "bloc_scores_criterion_id_bloc_criteria_id_fk" FOREIGN KEY ("criterion_id") REFERENCES "public"."bloc_criteria"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_scores" ADD CONSTRAINT "bloc_scores_sheet" FOREIGN KEY ("member_id","stage") REFERENCES "public"."bloc_sheets"("member_id","stage") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_sheets" ADD CONSTRAINT "bloc_sheets_member_id_bloc_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."bloc_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_signatures" ADD CONSTRAINT "bloc_signatures_member_id_bloc_members_id_fk" FOREIGN KEY ("member_id") REFERENCES "public"."bloc_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_signatures" ADD CONSTRAINT "bloc_signatures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_signatures" ADD CONSTRAINT "bloc_signatures_signed_for_id_accounts_id_fk" FOREIGN KEY ("signed_for_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_years" ADD CONSTRAINT "bloc_years_bloc_id_emulation_blocs_id_fk" FOREIGN KEY ("bloc_id") REFERENCES "public"."emulation_blocs"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_years" ADD CONSTRAINT "bloc_years_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "bloc_years" ADD CONSTRAINT "bloc_years_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emulation_blocs" ADD CONSTRAINT "emulation_blocs_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emulation_blocs" ADD CONSTRAINT "emulation_blocs_flag_code_awards_code_fk" FOREIGN KEY ("flag_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "emulation_blocs" ADD CONSTRAINT "emulation_blocs_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_awards" ADD CONSTRAINT "role_model_awards_role_model_id_role_models_id_fk" FOREIGN KEY ("role_model_id") REFERENCES "public"."role_models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_awards" ADD CONSTRAINT "role_model_awards_ledger_award_id_ledger_awards_id_fk" FOREIGN KEY ("ledger_award_id") REFERENCES "public"."ledger_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_consents" ADD CONSTRAINT "role_model_consents_role_model_id_role_models_id_fk" FOREIGN KEY ("role_model_id") REFERENCES "public"."role_models"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_consents" ADD CONSTRAINT "role_model_consents_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_consents" ADD CONSTRAINT "role_model_consents_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_model_consents" ADD CONSTRAINT "role_model_consents_withdrawn_by_accounts_id_fk" FOREIGN KEY ("withdrawn_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_bloc_year_id_bloc_years_id_fk" FOREIGN KEY ("bloc_year_id") REFERENCES "public"."bloc_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_collective_id_units_id_fk" FOREIGN KEY ("collective_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_reviewer_id_units_id_fk" FOREIGN KEY ("reviewer_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_models" ADD CONSTRAINT "role_models_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "bloc_criteria_position" ON "bloc_criteria" USING btree ("bloc_year_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "bloc_members_one_leader" ON "bloc_members" USING btree ("bloc_year_id") WHERE "bloc_members"."role" = 'leader';--> statement-breakpoint
CREATE INDEX "bloc_members_unit" ON "bloc_members" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "bloc_years_code" ON "bloc_years" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "bloc_years_year" ON "bloc_years" USING btree ("bloc_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "bloc_years_instance" ON "bloc_years" USING btree ("instance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "emulation_blocs_name" ON "emulation_blocs" USING btree (lower("name"));--> statement-breakpoint
CREATE INDEX "emulation_blocs_council" ON "emulation_blocs" USING btree ("council_id");--> statement-breakpoint
CREATE INDEX "role_model_awards_award" ON "role_model_awards" USING btree ("ledger_award_id");--> statement-breakpoint
CREATE UNIQUE INDEX "role_model_consents_in_force" ON "role_model_consents" USING btree ("role_model_id") WHERE "role_model_consents"."withdrawn_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "role_models_code" ON "role_models" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "role_models_instance" ON "role_models" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "role_models_unit" ON "role_models" USING btree ("unit_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_bloc_member_id_bloc_members_id_fk" FOREIGN KEY ("bloc_member_id") REFERENCES "public"."bloc_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_round" ON "agenda_items" USING btree ("referral_id",coalesce("nomination_id", "application_id", "bloc_member_id"),"round");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_one_matter" CHECK (num_nonnulls("agenda_items"."nomination_id", "agenda_items"."application_id", "agenda_items"."bloc_member_id") = 1);--> statement-breakpoint
CREATE VIEW "public"."matters" AS (select n.id, 'nomination' as kind, n.seq, n.name as title, n.post as subtitle, n.achievement as summary,
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
      sum(points) filter (where stage = 'check') as checked from bloc_scores where member_id = m.id) s);--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
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
  union all select id, 'role_model', code, title, unit_id, instance_id from role_models);