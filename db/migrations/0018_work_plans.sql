CREATE TYPE "public"."plan_item_kind" AS ENUM('report', 'task');--> statement-breakpoint
CREATE TYPE "public"."plan_part" AS ENUM('proposer', 'adviser', 'receiver');--> statement-breakpoint
CREATE TYPE "public"."plan_status" AS ENUM('draft', 'running', 'assigned');--> statement-breakpoint
CREATE TYPE "public"."score_source" AS ENUM('entry', 'progress');--> statement-breakpoint
CREATE TYPE "public"."scoring_rhythm" AS ENUM('month', 'quarter');--> statement-breakpoint
CREATE TYPE "public"."plan_scoring_status" AS ENUM('open', 'closed');--> statement-breakpoint
CREATE TABLE "plan_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"since" integer NOT NULL,
	"until" integer,
	"assigner_id" uuid NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"kind" "plan_item_kind" NOT NULL,
	"due_months" integer[] NOT NULL,
	"ad_hoc" boolean DEFAULT false NOT NULL,
	"reason" text,
	CONSTRAINT "plan_items_versions" CHECK ("plan_items"."until" >= "plan_items"."since"),
	CONSTRAINT "plan_items_months" CHECK (cardinality("plan_items"."due_months") between 1 and 12 and "plan_items"."due_months" <@ array[1,2,3,4,5,6,7,8,9,10,11,12]),
	CONSTRAINT "plan_items_ad_hoc" CHECK (not "plan_items"."ad_hoc" or length(trim(coalesce("plan_items"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_points" (
	"item_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"points" integer NOT NULL,
	CONSTRAINT "plan_points_item_id_unit_id_pk" PRIMARY KEY("item_id","unit_id"),
	CONSTRAINT "plan_points_positive" CHECK ("plan_points"."points" > 0)
);
--> statement-breakpoint
CREATE TABLE "plan_scores" (
	"scoring_id" uuid NOT NULL,
	"item_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"due" integer NOT NULL,
	"earned" integer NOT NULL,
	"note" text,
	"source" "score_source" NOT NULL,
	CONSTRAINT "plan_scores_scoring_id_item_id_unit_id_pk" PRIMARY KEY("scoring_id","item_id","unit_id"),
	CONSTRAINT "plan_scores_range" CHECK ("plan_scores"."due" > 0 and "plan_scores"."earned" between 0 and "plan_scores"."due")
);
--> statement-breakpoint
CREATE TABLE "plan_scorings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"plan_id" uuid NOT NULL,
	"period" text NOT NULL,
	"due_on" date NOT NULL,
	"status" "plan_scoring_status" DEFAULT 'open' NOT NULL,
	"instance_id" uuid NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "plan_scorings_closed" CHECK (("plan_scorings"."status" = 'closed') = ("plan_scorings"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "plan_units" (
	"plan_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"part" "plan_part" NOT NULL,
	CONSTRAINT "plan_units_plan_id_part_unit_id_pk" PRIMARY KEY("plan_id","part","unit_id")
);
--> statement-breakpoint
CREATE TABLE "plan_versions" (
	"plan_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"closed_at" timestamp with time zone,
	CONSTRAINT "plan_versions_plan_id_number_pk" PRIMARY KEY("plan_id","number"),
	CONSTRAINT "plan_versions_number" CHECK ("plan_versions"."number" > 0)
);
--> statement-breakpoint
CREATE TABLE "score_sheets" (
	"scoring_id" uuid NOT NULL,
	"assigner_id" uuid NOT NULL,
	"handed_in_at" timestamp with time zone,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "score_sheets_scoring_id_assigner_id_pk" PRIMARY KEY("scoring_id","assigner_id")
);
--> statement-breakpoint
CREATE TABLE "scoring_extensions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"scoring_id" uuid NOT NULL,
	"from" date NOT NULL,
	"to" date NOT NULL,
	"reason" text NOT NULL,
	"extended_by" uuid NOT NULL,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "scoring_extensions_later" CHECK ("scoring_extensions"."to" > "scoring_extensions"."from"),
	CONSTRAINT "scoring_extensions_reason" CHECK (length(trim("scoring_extensions"."reason")) > 0)
);
--> statement-breakpoint
CREATE TABLE "work_plans" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"title" text NOT NULL,
	"opens_on" date NOT NULL,
	"evaluation_from" date NOT NULL,
	"evaluation_to" date NOT NULL,
	"rhythm" "scoring_rhythm" NOT NULL,
	"total_points" integer,
	"previous_id" uuid,
	"status" "plan_status" DEFAULT 'draft' NOT NULL,
	"instance_id" uuid,
	"paper_symbol" text,
	"assigned_on" date,
	"version" integer DEFAULT 1 NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "work_plans_window" CHECK ("work_plans"."evaluation_to" >= "work_plans"."evaluation_from" and "work_plans"."evaluation_to" < "work_plans"."evaluation_from" + interval '1 year'),
	CONSTRAINT "work_plans_total" CHECK ("work_plans"."total_points" > 0),
	CONSTRAINT "work_plans_previous" CHECK ("work_plans"."previous_id" <> "work_plans"."id"),
	CONSTRAINT "work_plans_status" CHECK (("work_plans"."status" = 'assigned') = ("work_plans"."assigned_on" is not null) and ("work_plans"."status" <> 'running' or "work_plans"."instance_id" is not null))
);
--> statement-breakpoint
DROP VIEW "public"."subjects";--> statement-breakpoint
ALTER TABLE "work_plan_points" ADD COLUMN "scoring_id" uuid;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_assigner_id_units_id_fk" FOREIGN KEY ("assigner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_items" ADD CONSTRAINT "plan_items_version" FOREIGN KEY ("plan_id","since") REFERENCES "public"."plan_versions"("plan_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_points" ADD CONSTRAINT "plan_points_item_id_plan_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."plan_items"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_points" ADD CONSTRAINT "plan_points_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_scores" ADD CONSTRAINT "plan_scores_scoring_id_plan_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."plan_scorings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_scores" ADD CONSTRAINT "plan_scores_item_id_plan_items_id_fk" FOREIGN KEY ("item_id") REFERENCES "public"."plan_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_scores" ADD CONSTRAINT "plan_scores_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_scorings" ADD CONSTRAINT "plan_scorings_plan_id_work_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."work_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_scorings" ADD CONSTRAINT "plan_scorings_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_plan_id_work_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."work_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_units" ADD CONSTRAINT "plan_units_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "plan_versions" ADD CONSTRAINT "plan_versions_plan_id_work_plans_id_fk" FOREIGN KEY ("plan_id") REFERENCES "public"."work_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_scoring_id_plan_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."plan_scorings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "score_sheets" ADD CONSTRAINT "score_sheets_assigner_id_units_id_fk" FOREIGN KEY ("assigner_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_extensions" ADD CONSTRAINT "scoring_extensions_scoring_id_plan_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."plan_scorings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "scoring_extensions" ADD CONSTRAINT "scoring_extensions_extended_by_accounts_id_fk" FOREIGN KEY ("extended_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_previous_id_work_plans_id_fk" FOREIGN KEY ("previous_id") REFERENCES "public"."work_plans"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plans" ADD CONSTRAINT "work_plans_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "plan_items_once" ON "plan_items" USING btree ("plan_id","assigner_id","code") WHERE "plan_items"."until" is null;--> statement-breakpoint
CREATE INDEX "plan_items_plan" ON "plan_items" USING btree ("plan_id","assigner_id");--> statement-breakpoint
CREATE INDEX "plan_scores_item" ON "plan_scores" USING btree ("item_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_scorings_period" ON "plan_scorings" USING btree ("plan_id","period");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_scorings_instance" ON "plan_scorings" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "plan_units_unit" ON "plan_units" USING btree ("unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "plan_versions_open" ON "plan_versions" USING btree ("plan_id") WHERE "plan_versions"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "scoring_extensions_scoring" ON "scoring_extensions" USING btree ("scoring_id");--> statement-breakpoint
CREATE UNIQUE INDEX "work_plans_code" ON "work_plans" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "work_plans_instance" ON "work_plans" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "work_plans_unit" ON "work_plans" USING btree ("unit_id","year");--> statement-breakpoint
ALTER TABLE "work_plan_points" ADD CONSTRAINT "work_plan_points_scoring_id_plan_scorings_id_fk" FOREIGN KEY ("scoring_id") REFERENCES "public"."plan_scorings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "work_plan_points_scoring" ON "work_plan_points" USING btree ("scoring_id","unit_id") WHERE "work_plan_points"."scoring_id" is not null;--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers
  union all select s.id, 'session', 'PH-' || to_char(s.scheduled_at at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'),
    s.title, c.unit_id, s.instance_id from sessions s join councils c on c.id = s.council_id
  union all select id, 'work_plan', code, title, unit_id, instance_id from work_plans
  union all select s.id, 'plan_scoring', p.code || '/' || s.period, p.title, p.unit_id, s.instance_id
    from plan_scorings s join work_plans p on p.id = s.plan_id);