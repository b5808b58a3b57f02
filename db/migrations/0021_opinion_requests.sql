CREATE TABLE "opinion_requests" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"unit_id" uuid,
	"agency_name" text,
	"question" text NOT NULL,
	"asked_by" uuid NOT NULL,
	"noted_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"working_days" integer,
	"silence_agrees" boolean,
	"citation" text,
	"silent_at" timestamp with time zone,
	CONSTRAINT "opinion_requests_agency" CHECK (("opinion_requests"."unit_id" is null) <> ("opinion_requests"."agency_name" is null)),
	CONSTRAINT "opinion_requests_sent" CHECK (("opinion_requests"."sent_at" is null) = ("opinion_requests"."working_days" is null) and ("opinion_requests"."sent_at" is null) = ("opinion_requests"."silence_agrees" is null) and ("opinion_requests"."sent_at" is null) = ("opinion_requests"."citation" is null)),
	CONSTRAINT "opinion_requests_silent" CHECK ("opinion_requests"."silent_at" is null or "opinion_requests"."silence_agrees")
);
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "about" uuid;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "opinion_requests" ADD CONSTRAINT "opinion_requests_asked_by_accounts_id_fk" FOREIGN KEY ("asked_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "opinion_requests_dossier" ON "opinion_requests" USING btree ("dossier_id","level");--> statement-breakpoint
CREATE UNIQUE INDEX "opinion_requests_unsent_once" ON "opinion_requests" USING btree ("dossier_id","level","unit_id") WHERE "opinion_requests"."sent_at" is null and "opinion_requests"."unit_id" is not null;--> statement-breakpoint
CREATE INDEX "tasks_about" ON "tasks" USING btree ("about") WHERE "tasks"."about" is not null;