CREATE TYPE "public"."comment_status" AS ENUM('held', 'noted', 'dismissed', 'complaint');--> statement-breakpoint
CREATE TABLE "comment_origins" (
	"origin" "bytea" PRIMARY KEY NOT NULL,
	"comments" integer NOT NULL,
	"since" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "posting_comments" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"posting_id" uuid NOT NULL,
	"nomination_id" uuid,
	"text" text NOT NULL,
	"author_name" text NOT NULL,
	"author_contact" text NOT NULL,
	"suspected" boolean DEFAULT false NOT NULL,
	"received_at" timestamp with time zone NOT NULL,
	"status" "comment_status" DEFAULT 'held' NOT NULL,
	"moderated_by" uuid,
	"moderated_at" timestamp with time zone,
	"reason" text,
	CONSTRAINT "posting_comments_text" CHECK (length(trim("posting_comments"."text")) > 0),
	CONSTRAINT "posting_comments_moderated" CHECK (("posting_comments"."status" = 'held') = ("posting_comments"."moderated_by" is null) and ("posting_comments"."status" = 'held') = ("posting_comments"."moderated_at" is null)),
	CONSTRAINT "posting_comments_reason" CHECK ("posting_comments"."status" not in ('dismissed','complaint') or length(trim(coalesce("posting_comments"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "public_postings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"instance_id" uuid NOT NULL,
	"job" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"unit_id" uuid NOT NULL,
	"working_days" integer NOT NULL,
	"citation" text NOT NULL,
	"grade" text NOT NULL,
	"posted_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"summary_id" uuid,
	CONSTRAINT "public_postings_days" CHECK ("public_postings"."working_days" >= 1),
	CONSTRAINT "public_postings_order" CHECK ("public_postings"."ended_at" >= "public_postings"."posted_at")
);
--> statement-breakpoint
ALTER TABLE "dossier_holds" ADD COLUMN "complaint_id" uuid;--> statement-breakpoint
ALTER TABLE "posting_comments" ADD CONSTRAINT "posting_comments_posting_id_public_postings_id_fk" FOREIGN KEY ("posting_id") REFERENCES "public"."public_postings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_comments" ADD CONSTRAINT "posting_comments_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "posting_comments" ADD CONSTRAINT "posting_comments_moderated_by_accounts_id_fk" FOREIGN KEY ("moderated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_postings" ADD CONSTRAINT "public_postings_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_postings" ADD CONSTRAINT "public_postings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_postings" ADD CONSTRAINT "public_postings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "public_postings" ADD CONSTRAINT "public_postings_summary_id_documents_id_fk" FOREIGN KEY ("summary_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "comment_origins_since" ON "comment_origins" USING btree ("since");--> statement-breakpoint
CREATE INDEX "posting_comments_posting" ON "posting_comments" USING btree ("posting_id","received_at");--> statement-breakpoint
CREATE INDEX "posting_comments_held" ON "posting_comments" USING btree ("posting_id") WHERE "posting_comments"."status" = 'held';--> statement-breakpoint
CREATE UNIQUE INDEX "public_postings_job" ON "public_postings" USING btree ("instance_id","job");--> statement-breakpoint
CREATE INDEX "public_postings_dossier" ON "public_postings" USING btree ("dossier_id");--> statement-breakpoint
CREATE INDEX "public_postings_running" ON "public_postings" USING btree ("posted_at") WHERE "public_postings"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "dossier_holds" ADD CONSTRAINT "dossier_holds_complaint_id_posting_comments_id_fk" FOREIGN KEY ("complaint_id") REFERENCES "public"."posting_comments"("id") ON DELETE no action ON UPDATE no action;