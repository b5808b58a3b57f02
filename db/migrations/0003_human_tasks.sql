CREATE TABLE "task_candidates" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"account_id" uuid,
	"role" "role",
	"unit_id" uuid,
	"council_id" uuid,
	CONSTRAINT "task_candidates_one" CHECK (num_nonnulls("task_candidates"."account_id", "task_candidates"."unit_id", "task_candidates"."council_id") = 1),
	CONSTRAINT "task_candidates_role" CHECK (("task_candidates"."account_id" is null) = ("task_candidates"."role" is not null))
);
--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "follow_up_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "priority" integer DEFAULT 50 NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "exclude_deciders_of" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "form" text;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "form_data" jsonb;--> statement-breakpoint
ALTER TABLE "task_candidates" ADD CONSTRAINT "task_candidates_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_candidates" ADD CONSTRAINT "task_candidates_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_candidates" ADD CONSTRAINT "task_candidates_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "task_candidates" ADD CONSTRAINT "task_candidates_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "task_candidates_account" ON "task_candidates" USING btree ("account_id","task_id");--> statement-breakpoint
CREATE INDEX "task_candidates_place" ON "task_candidates" USING btree ("role","unit_id","council_id");--> statement-breakpoint
CREATE INDEX "task_candidates_task" ON "task_candidates" USING btree ("task_id");--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_priority" CHECK ("tasks"."priority" between 0 and 100);--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_form_data" CHECK ("tasks"."form_data" is null or ("tasks"."form" is not null and "tasks"."verdict" is not null));