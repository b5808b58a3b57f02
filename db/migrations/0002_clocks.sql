CREATE TABLE "dossier_holds" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"status_before" "dossier_status" NOT NULL,
	"reason" text NOT NULL,
	"held_by" uuid NOT NULL,
	"held_at" timestamp with time zone NOT NULL,
	"resumed_by" uuid,
	"resumed_at" timestamp with time zone,
	"resume_reason" text,
	CONSTRAINT "dossier_holds_reason" CHECK (length(trim("dossier_holds"."reason")) > 0),
	CONSTRAINT "dossier_holds_resumed" CHECK (("dossier_holds"."resumed_at" is null) = ("dossier_holds"."resume_reason" is null) and ("dossier_holds"."resumed_by" is null or "dossier_holds"."resumed_at" >= "dossier_holds"."held_at")),
	CONSTRAINT "dossier_holds_status" CHECK ("dossier_holds"."status_before" <> 'on_hold')
);
--> statement-breakpoint
CREATE TABLE "calendars" (
	"name" text PRIMARY KEY NOT NULL,
	"version" integer DEFAULT 1 NOT NULL
);
--> statement-breakpoint
-- The days that are there belong to a calendar from now on.
INSERT INTO "calendars" ("name") SELECT DISTINCT "calendar" FROM "calendar_days";--> statement-breakpoint
ALTER TABLE "deadlines" ALTER COLUMN "due_at" DROP NOT NULL;--> statement-breakpoint
ALTER TABLE "process_instances" ADD COLUMN "calendar_version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "deadlines" ADD COLUMN "pauses" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "dossier_holds" ADD CONSTRAINT "dossier_holds_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_holds" ADD CONSTRAINT "dossier_holds_held_by_accounts_id_fk" FOREIGN KEY ("held_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossier_holds" ADD CONSTRAINT "dossier_holds_resumed_by_accounts_id_fk" FOREIGN KEY ("resumed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "dossier_holds_open" ON "dossier_holds" USING btree ("dossier_id") WHERE "dossier_holds"."resumed_at" is null;--> statement-breakpoint
ALTER TABLE "calendar_days" ADD CONSTRAINT "calendar_days_calendar_calendars_name_fk" FOREIGN KEY ("calendar") REFERENCES "public"."calendars"("name") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "process_instances_calendar" ON "process_instances" USING btree ("calendar_version","id") WHERE "process_instances"."status" = 'running';--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_fixed" CHECK ("deadlines"."unit" <> 'fixed_date' or "deadlines"."due_at" is not null);