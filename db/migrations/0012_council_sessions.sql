CREATE TYPE "public"."session_paper_kind" AS ENUM('invitation', 'minutes', 'ballot_record', 'extract');--> statement-breakpoint
CREATE TYPE "public"."signing_capacity" AS ENUM('secretary', 'chair');--> statement-breakpoint
ALTER TYPE "public"."council_kind" ADD VALUE 'initiative';--> statement-breakpoint
ALTER TYPE "public"."council_kind" ADD VALUE 'bloc';--> statement-breakpoint
ALTER TYPE "public"."session_status" ADD VALUE 'cancelled';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'session_invited';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'session_reminder';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'session_cancelled';--> statement-breakpoint
ALTER TYPE "public"."notice_kind" ADD VALUE 'session_unfinished';--> statement-breakpoint
CREATE TABLE "conflict_declarations" (
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"declared_at" timestamp with time zone NOT NULL,
	CONSTRAINT "conflict_declarations_session_id_person_id_pk" PRIMARY KEY("session_id","person_id")
);
--> statement-breakpoint
CREATE TABLE "session_notes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"agenda_item_id" uuid,
	"text" text NOT NULL,
	"version" integer DEFAULT 1 NOT NULL,
	"written_by" uuid NOT NULL,
	"written_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_notes_once" UNIQUE NULLS NOT DISTINCT("session_id","agenda_item_id"),
	CONSTRAINT "session_notes_version" CHECK ("session_notes"."version" >= 1)
);
--> statement-breakpoint
CREATE TABLE "session_papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"kind" "session_paper_kind" NOT NULL,
	"dossier_id" uuid,
	"edition" integer DEFAULT 1 NOT NULL,
	"series_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"symbol" text NOT NULL,
	"issued_on" date NOT NULL,
	"content" jsonb NOT NULL,
	"content_hash" text NOT NULL,
	"document_id" uuid,
	"printed_hash" text,
	CONSTRAINT "session_papers_once" UNIQUE NULLS NOT DISTINCT("session_id","kind","dossier_id","edition"),
	CONSTRAINT "session_papers_extract" CHECK (("session_papers"."kind" = 'extract') = ("session_papers"."dossier_id" is not null)),
	CONSTRAINT "session_papers_edition" CHECK ("session_papers"."edition" >= 1),
	CONSTRAINT "session_papers_printed" CHECK (("session_papers"."document_id" is null) = ("session_papers"."printed_hash" is null))
);
--> statement-breakpoint
CREATE TABLE "session_signatures" (
	"paper_id" uuid NOT NULL,
	"capacity" "signing_capacity" NOT NULL,
	"content_hash" text NOT NULL,
	"account_id" uuid NOT NULL,
	"signed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "session_signatures_paper_id_capacity_content_hash_pk" PRIMARY KEY("paper_id","capacity","content_hash")
);
--> statement-breakpoint
CREATE TABLE "verifications" (
	"session_id" uuid NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"reason" text NOT NULL,
	"ordered_by" uuid NOT NULL,
	"ordered_at" timestamp with time zone NOT NULL,
	CONSTRAINT "verifications_session_id_agenda_item_id_pk" PRIMARY KEY("session_id","agenda_item_id"),
	CONSTRAINT "verifications_reason" CHECK (length(trim("verifications"."reason")) > 0)
);
--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_times";--> statement-breakpoint
ALTER TABLE "sessions" DROP CONSTRAINT "sessions_box";--> statement-breakpoint
ALTER TABLE "role_grants" DROP CONSTRAINT "role_grants_place_fits";--> statement-breakpoint
-- A value added to a type cannot be used in the same transaction; a new type can.
ALTER TYPE "public"."role" RENAME TO "role_before";--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('clerk', 'appraiser', 'secretary', 'member', 'chair', 'head', 'registrar', 'admin');--> statement-breakpoint
ALTER TABLE "role_grants" ALTER COLUMN "role" TYPE "public"."role" USING "role"::text::"public"."role";--> statement-breakpoint
ALTER TABLE "tasks" ALTER COLUMN "candidate_role" TYPE "public"."role" USING "candidate_role"::text::"public"."role";--> statement-breakpoint
ALTER TABLE "task_candidates" ALTER COLUMN "role" TYPE "public"."role" USING "role"::text::"public"."role";--> statement-breakpoint
DROP TYPE "public"."role_before";--> statement-breakpoint
DROP INDEX "number_series_once";--> statement-breakpoint
ALTER TABLE "councils" ADD COLUMN "established_on" date;--> statement-breakpoint
ALTER TABLE "councils" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "councils" ADD COLUMN "standing_body_id" uuid;--> statement-breakpoint
ALTER TABLE "councils" ADD COLUMN "paper_symbol" text DEFAULT 'HĐTĐKT' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "closes_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "instance_id" uuid;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "change_reason" text;--> statement-breakpoint
ALTER TABLE "number_series" ADD COLUMN "council_id" uuid;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "conflict_declarations" ADD CONSTRAINT "conflict_declarations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_notes" ADD CONSTRAINT "session_notes_written_by_accounts_id_fk" FOREIGN KEY ("written_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_series_id_number_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."number_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_papers" ADD CONSTRAINT "session_papers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_signatures" ADD CONSTRAINT "session_signatures_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_signatures" ADD CONSTRAINT "session_signatures_paper" FOREIGN KEY ("paper_id") REFERENCES "public"."session_papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "verifications" ADD CONSTRAINT "verifications_ordered_by_accounts_id_fk" FOREIGN KEY ("ordered_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "session_papers_number" ON "session_papers" USING btree ("series_id","number");--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_standing_body_id_units_id_fk" FOREIGN KEY ("standing_body_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "sessions_instance" ON "sessions" USING btree ("instance_id");--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_once" UNIQUE NULLS NOT DISTINCT("unit_id","council_id","paper_type","year");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_circulation" CHECK (("sessions"."closes_at" is null or "sessions"."mode" = 'circulation') and "sessions"."closes_at" > "sessions"."scheduled_at");--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_times" CHECK (("sessions"."status" in ('open','closed','minuted')) = ("sessions"."opened_at" is not null) and ("sessions"."status" in ('closed','minuted')) = ("sessions"."closed_at" is not null));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_box" CHECK (("sessions"."ballot_kind" = 'secret' and "sessions"."opened_at" is not null) = ("sessions"."box_secret_id" is not null));--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_place_fits" CHECK (("role_grants"."role" in ('secretary','member','chair')) = ("role_grants"."council_id" is not null));--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
  union all select s.id, 'session', 'PH-' || to_char(s.scheduled_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    s.title, c.unit_id, s.instance_id from sessions s join councils c on c.id = s.council_id);--> statement-breakpoint
-- Who chairs a council, or stands in for its chair, signs its minutes.
INSERT INTO "role_grants" ("account_id", "role", "council_id", "valid_from", "valid_to")
SELECT "accounts"."id", 'chair', "council_members"."council_id", "council_members"."valid_from", "council_members"."valid_to"
FROM "council_members" JOIN "accounts" ON "accounts"."person_id" = "council_members"."person_id"
WHERE "council_members"."capacity" IN ('chair', 'vice_chair');
