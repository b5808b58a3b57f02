CREATE TYPE "public"."recusal_kind" AS ENUM('declared', 'ordered');--> statement-breakpoint
CREATE TYPE "public"."ballot_kind" AS ENUM('open', 'secret');--> statement-breakpoint
CREATE TABLE "opened_ballots" (
	"id" uuid PRIMARY KEY NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"choice" "choice" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "recusals" (
	"agenda_item_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"kind" "recusal_kind" NOT NULL,
	"reason" text NOT NULL,
	"recorded_by" uuid NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "recusals_agenda_item_id_person_id_pk" PRIMARY KEY("agenda_item_id","person_id"),
	CONSTRAINT "recusals_reason" CHECK (length(trim("recusals"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "sealed_ballots" (
	"place" "bytea" PRIMARY KEY NOT NULL,
	"agenda_item_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"sealed" "bytea" NOT NULL,
	CONSTRAINT "sealed_ballots_version" CHECK ("sealed_ballots"."version" >= 1),
	CONSTRAINT "sealed_ballots_alike" CHECK (length("sealed_ballots"."place") = 32 and length("sealed_ballots"."sealed") = 39)
);
--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "recused" integer;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "recused_leave" boolean;--> statement-breakpoint
ALTER TABLE "ballots" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "session_members" ADD COLUMN "voted" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "ballot_kind" "ballot_kind" DEFAULT 'open' NOT NULL;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "box_secret_id" text;--> statement-breakpoint
ALTER TABLE "sessions" ADD COLUMN "revision" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "opened_ballots" ADD CONSTRAINT "opened_ballots_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "recusals" ADD CONSTRAINT "recusals_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sealed_ballots" ADD CONSTRAINT "sealed_ballots_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opened_ballots_item" ON "opened_ballots" USING btree ("agenda_item_id");--> statement-breakpoint
CREATE INDEX "sealed_ballots_item" ON "sealed_ballots" USING btree ("agenda_item_id");--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_version" CHECK ("ballots"."version" >= 1);--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_written" CHECK (("ballots"."channel" = 'written') = ("ballots"."document_id" is not null));--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_box" CHECK (("sessions"."ballot_kind" = 'secret' and "sessions"."status" <> 'planned') = ("sessions"."box_secret_id" is not null));--> statement-breakpoint
-- Sessions that were under way: who voted in person attends.
UPDATE "session_members" SET "voted" = true
  WHERE EXISTS (SELECT FROM "ballots" WHERE "session_member_id" = "session_members"."id" AND "channel" <> 'written');
--> statement-breakpoint
-- What a box held stays as it was counted.
CREATE FUNCTION opened_ballots_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'opened ballots never change';
END $$;
--> statement-breakpoint
CREATE TRIGGER opened_ballots_no_change BEFORE UPDATE OR DELETE ON "opened_ballots" FOR EACH ROW EXECUTE FUNCTION opened_ballots_guard();
--> statement-breakpoint
CREATE TRIGGER opened_ballots_no_truncate BEFORE TRUNCATE ON "opened_ballots" FOR EACH STATEMENT EXECUTE FUNCTION opened_ballots_guard();
--> statement-breakpoint
-- The planner's samples would outlive the box.
ALTER TABLE "sealed_ballots" ALTER COLUMN "place" SET STATISTICS 0, ALTER COLUMN "sealed" SET STATISTICS 0, ALTER COLUMN "version" SET STATISTICS 0;
