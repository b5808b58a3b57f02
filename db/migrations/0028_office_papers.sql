CREATE TYPE "public"."office_paper_kind" AS ENUM('plan', 'launch', 'interim_review', 'final_review', 'regulation', 'repeal');--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'paper_received';--> statement-breakpoint
CREATE TABLE "legal_documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"type" text NOT NULL,
	"symbol" text,
	"issuer" text,
	"issued_on" date NOT NULL,
	"subject" text NOT NULL,
	"repealed_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "legal_documents_repealed" CHECK ("legal_documents"."repealed_on" > "legal_documents"."issued_on")
);
--> statement-breakpoint
CREATE TABLE "office_paper_versions" (
	"paper_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"content" jsonb NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	"document_id" uuid,
	"printed_hash" text,
	CONSTRAINT "office_paper_versions_paper_id_number_pk" PRIMARY KEY("paper_id","number"),
	CONSTRAINT "office_paper_versions_number" CHECK ("office_paper_versions"."number" > 0),
	CONSTRAINT "office_paper_versions_printed" CHECK (("office_paper_versions"."document_id" is null) = ("office_paper_versions"."printed_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "office_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"kind" "office_paper_kind" NOT NULL,
	"campaign_id" uuid,
	"replaces_id" uuid,
	"title" text NOT NULL,
	"status" "paper_status" DEFAULT 'draft' NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"instance_id" uuid,
	"signer_id" uuid,
	"signer_title" text,
	"signed_for_id" uuid,
	"signed_at" timestamp with time zone,
	"series_id" uuid,
	"number" integer,
	"symbol" text,
	"issued_on" date,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "office_papers_replaces" CHECK ("office_papers"."replaces_id" <> "office_papers"."id"),
	CONSTRAINT "office_papers_campaign_kind" CHECK (case when "office_papers"."kind" in ('launch','interim_review','final_review') then "office_papers"."campaign_id" is not null
        when "office_papers"."kind" in ('regulation','repeal') then "office_papers"."campaign_id" is null else true end),
	CONSTRAINT "office_papers_replaces_kind" CHECK (case when "office_papers"."kind" = 'repeal' then "office_papers"."replaces_id" is not null
        when "office_papers"."kind" = 'regulation' then true else "office_papers"."replaces_id" is null end),
	CONSTRAINT "office_papers_numbered" CHECK (("office_papers"."number" is null) = ("office_papers"."series_id" is null) and ("office_papers"."number" is null) = ("office_papers"."symbol" is null) and ("office_papers"."number" is null) = ("office_papers"."issued_on" is null)),
	CONSTRAINT "office_papers_signed" CHECK (("office_papers"."status" = 'draft') = ("office_papers"."signer_id" is null) and ("office_papers"."signer_id" is null) = ("office_papers"."signed_at" is null)),
	CONSTRAINT "office_papers_issued" CHECK (("office_papers"."status" in ('numbered','issued')) = ("office_papers"."number" is not null))
);
--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "overlays" ADD COLUMN "paper_id" uuid;--> statement-breakpoint
ALTER TABLE "legal_documents" ADD CONSTRAINT "legal_documents_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_paper_versions" ADD CONSTRAINT "office_paper_versions_paper_id_office_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."office_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_paper_versions" ADD CONSTRAINT "office_paper_versions_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_paper_versions" ADD CONSTRAINT "office_paper_versions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_replaces_id_office_papers_id_fk" FOREIGN KEY ("replaces_id") REFERENCES "public"."office_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_signer_id_accounts_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_signed_for_id_accounts_id_fk" FOREIGN KEY ("signed_for_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_series_id_number_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."number_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "office_papers" ADD CONSTRAINT "office_papers_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "legal_documents_once" ON "legal_documents" USING btree ("type","symbol","issuer","issued_on") WHERE "legal_documents"."symbol" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "office_paper_versions_document" ON "office_paper_versions" USING btree ("document_id");--> statement-breakpoint
CREATE UNIQUE INDEX "office_papers_code" ON "office_papers" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "office_papers_number" ON "office_papers" USING btree ("series_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "office_papers_instance" ON "office_papers" USING btree ("instance_id");--> statement-breakpoint
CREATE UNIQUE INDEX "office_papers_replaced_once" ON "office_papers" USING btree ("replaces_id") WHERE "office_papers"."status" = 'issued';--> statement-breakpoint
CREATE INDEX "office_papers_unit" ON "office_papers" USING btree ("unit_id","created_at");--> statement-breakpoint
CREATE INDEX "office_papers_campaign" ON "office_papers" USING btree ("campaign_id");--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_paper_id_office_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."office_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "overlays_paper" ON "overlays" USING btree ("paper_id");--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
  union all select s.id, 'session', 'PH-' || to_char(s.scheduled_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    s.title, c.unit_id, s.instance_id from sessions s join councils c on c.id = s.council_id
  union all select id, 'work_plan', code, title, unit_id, instance_id from work_plans
  union all select s.id, 'plan_scoring', p.code || '/' || s.period, p.title, p.unit_id, s.instance_id
    from plan_scorings s join work_plans p on p.id = s.plan_id
  union all select id, 'initiative', code, name, unit_id, instance_id from initiative_applications
  union all select id, 'office_paper', code, title, unit_id, instance_id from office_papers);
