CREATE TYPE "public"."paper_entry_status" AS ENUM('listed', 'left_out', 'withdrawn');--> statement-breakpoint
CREATE TYPE "public"."party_outcome" AS ENUM('agree', 'disagree');--> statement-breakpoint
CREATE TABLE "paper_entries" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"paper_id" uuid NOT NULL,
	"dossier_id" uuid NOT NULL,
	"status" "paper_entry_status" DEFAULT 'listed' NOT NULL,
	"reason" text,
	"joined_at" timestamp with time zone NOT NULL,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "paper_entries_withdrawn" CHECK (("paper_entries"."status" = 'withdrawn') = ("paper_entries"."withdrawn_at" is not null) and ("paper_entries"."status" = 'withdrawn') = ("paper_entries"."reason" is not null))
);
--> statement-breakpoint
CREATE TABLE "party_management" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"committee" text NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	"source" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "party_management_dates" CHECK ("party_management"."valid_to" is null or "party_management"."valid_to" >= "party_management"."valid_from"),
	CONSTRAINT "party_management_texts" CHECK (length(trim("party_management"."committee")) > 0 and length(trim("party_management"."source")) > 0)
);
--> statement-breakpoint
CREATE TABLE "party_opinions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"nomination_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"committee" text NOT NULL,
	"symbol" text NOT NULL,
	"issued_on" date NOT NULL,
	"outcome" "party_outcome" NOT NULL,
	"comment" text,
	"document_id" uuid NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "party_opinions_paper" CHECK (length(trim("party_opinions"."symbol")) > 0 and length(trim("party_opinions"."committee")) > 0),
	CONSTRAINT "party_opinions_comment" CHECK ("party_opinions"."outcome" = 'agree' or length(trim(coalesce("party_opinions"."comment", ''))) > 0)
);
--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "papers" ALTER COLUMN "subject_id" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ALTER COLUMN "source_visit" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "recipient_id" uuid;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "award_code" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "period_from" integer;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "period_to" integer;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "rule_set_id" text;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "instance_id" uuid;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "created_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "voided_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "paper_entries" ADD CONSTRAINT "paper_entries_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_management" ADD CONSTRAINT "party_management_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_management" ADD CONSTRAINT "party_management_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_opinions" ADD CONSTRAINT "party_opinions_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_opinions" ADD CONSTRAINT "party_opinions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "party_opinions" ADD CONSTRAINT "party_opinions_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "paper_entries_once" ON "paper_entries" USING btree ("paper_id","dossier_id");--> statement-breakpoint
CREATE INDEX "paper_entries_dossier" ON "paper_entries" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "party_management_person" ON "party_management" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "party_opinions_nomination" ON "party_opinions" USING btree ("nomination_id","level","recorded_at");--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_recipient_id_units_id_fk" FOREIGN KEY ("recipient_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_award_code_awards_code_fk" FOREIGN KEY ("award_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "papers_instance" ON "papers" USING btree ("instance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_draft_once" ON "papers" USING btree ("kind","issuer_id",coalesce("recipient_id", "issuer_id"),"award_code","period_from","period_to","rule_set_id","signer_id",coalesce("signed_for_id", "signer_id")) WHERE "papers"."status" = 'draft' and "papers"."instance_id" is not null and "papers"."voided_at" is null;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_kind" CHECK ("papers"."kind" in ('submission', 'decision'));--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_recipient" CHECK (("papers"."kind" = 'submission') = ("papers"."recipient_id" is not null));--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_shared" CHECK (("papers"."subject_id" is null) = ("papers"."instance_id" is not null) and ("papers"."subject_id" is null) = ("papers"."source_visit" is null)
        and ("papers"."instance_id" is null or ("papers"."award_code" is not null and "papers"."period_from" is not null and "papers"."period_to" is not null and "papers"."rule_set_id" is not null)));--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_period" CHECK ("papers"."period_to" >= "papers"."period_from");--> statement-breakpoint
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
    from papers p join awards a on a.code = p.award_code);
