CREATE TYPE "public"."initiative_kind" AS ENUM('initiative', 'research');--> statement-breakpoint
CREATE TYPE "public"."initiative_status" AS ENUM('draft', 'running', 'returned', 'recognised', 'refused', 'withdrawn');--> statement-breakpoint
CREATE TABLE "initiative_applications" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" "initiative_kind" NOT NULL,
	"name" text NOT NULL,
	"year" integer NOT NULL,
	"field" text NOT NULL,
	"summary" text NOT NULL,
	"requested_scope" "initiative_scope" NOT NULL,
	"status" "initiative_status" DEFAULT 'draft' NOT NULL,
	"scope" "initiative_scope",
	"rule_set_id" text,
	"instance_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"submitted_at" timestamp with time zone,
	"end_reason" text,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "initiative_applications_year" CHECK ("initiative_applications"."year" between 1945 and 2200),
	CONSTRAINT "initiative_applications_started" CHECK (("initiative_applications"."status" = 'draft') = ("initiative_applications"."instance_id" is null) and ("initiative_applications"."instance_id" is null) = ("initiative_applications"."rule_set_id" is null) and ("initiative_applications"."instance_id" is null) = ("initiative_applications"."submitted_at" is null)),
	CONSTRAINT "initiative_applications_scope" CHECK (("initiative_applications"."status" = 'recognised') = ("initiative_applications"."scope" is not null)),
	CONSTRAINT "initiative_applications_end_reason" CHECK ("initiative_applications"."status" not in ('refused','withdrawn') or length(trim(coalesce("initiative_applications"."end_reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "initiative_authors" (
	"application_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"person_id" uuid NOT NULL,
	"share_percent" integer NOT NULL,
	CONSTRAINT "initiative_authors_application_id_person_id_pk" PRIMARY KEY("application_id","person_id"),
	CONSTRAINT "initiative_authors_share" CHECK ("initiative_authors"."share_percent" between 1 and 100)
);
--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "referrals" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "documents" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "papers" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "session_papers" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "session_papers" DROP CONSTRAINT "session_papers_once";--> statement-breakpoint
ALTER TABLE "session_papers" DROP CONSTRAINT "session_papers_extract";--> statement-breakpoint
ALTER TABLE "referrals" DROP CONSTRAINT "referrals_dossier_id_dossiers_id_fk";
--> statement-breakpoint
ALTER TABLE "documents" DROP CONSTRAINT "documents_dossier_id_dossiers_id_fk";
--> statement-breakpoint
ALTER TABLE "papers" DROP CONSTRAINT "papers_dossier_id_dossiers_id_fk";
--> statement-breakpoint
ALTER TABLE "session_papers" DROP CONSTRAINT "session_papers_dossier_id_dossiers_id_fk";
--> statement-breakpoint
DROP INDEX "documents_dossier";--> statement-breakpoint
DROP INDEX "papers_dossier";--> statement-breakpoint
DROP INDEX "agenda_items_round";--> statement-breakpoint
DROP INDEX "papers_source";--> statement-breakpoint
ALTER TABLE "agenda_items" ALTER COLUMN "nomination_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "application_id" uuid;--> statement-breakpoint
ALTER TABLE "initiative_applications" ADD CONSTRAINT "initiative_applications_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_applications" ADD CONSTRAINT "initiative_applications_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_applications" ADD CONSTRAINT "initiative_applications_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_applications" ADD CONSTRAINT "initiative_applications_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_authors" ADD CONSTRAINT "initiative_authors_application_id_initiative_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."initiative_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiative_authors" ADD CONSTRAINT "initiative_authors_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_applications_code" ON "initiative_applications" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_applications_instance" ON "initiative_applications" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "initiative_applications_unit" ON "initiative_applications" USING btree ("unit_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "initiative_authors_seq" ON "initiative_authors" USING btree ("application_id","seq");--> statement-breakpoint
CREATE INDEX "initiative_authors_person" ON "initiative_authors" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_application_id_initiative_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."initiative_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_application_id_initiative_applications_id_fk" FOREIGN KEY ("application_id") REFERENCES "public"."initiative_applications"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "initiatives_application" ON "initiatives" USING btree ("application_id","person_id") WHERE "initiatives"."struck_at" is null;--> statement-breakpoint
CREATE INDEX "documents_subject" ON "documents" USING btree ("subject_id");--> statement-breakpoint
CREATE INDEX "papers_subject" ON "papers" USING btree ("subject_id");--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_round" ON "agenda_items" USING btree ("referral_id",coalesce("nomination_id", "application_id"),"round");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_source" ON "papers" USING btree ("subject_id","kind","source_visit");--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_once" UNIQUE NULLS NOT DISTINCT("session_id","kind","subject_id","edition");--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_one_matter" CHECK (num_nonnulls("agenda_items"."nomination_id", "agenda_items"."application_id") = 1);--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_issued" CHECK (("initiatives"."source" = 'issued_decision') = ("initiatives"."application_id" is not null));--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_extract" CHECK (("session_papers"."kind" = 'extract') = ("session_papers"."subject_id" is not null));--> statement-breakpoint
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
  from initiative_applications i);--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
  union all select s.id, 'session', 'PH-' || to_char(s.scheduled_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    s.title, c.unit_id, s.instance_id from sessions s join councils c on c.id = s.council_id
  union all select id, 'work_plan', code, title, unit_id, instance_id from work_plans
  union all select s.id, 'plan_scoring', p.code || '/' || s.period, p.title, p.unit_id, s.instance_id
    from plan_scorings s join work_plans p on p.id = s.plan_id
  union all select id, 'initiative', code, name, unit_id, instance_id from initiative_applications);