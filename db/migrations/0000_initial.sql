CREATE TYPE "public"."award_kind" AS ENUM('title', 'commendation');--> statement-breakpoint
CREATE TYPE "public"."campaign_kind" AS ENUM('regular', 'wave', 'theme');--> statement-breakpoint
CREATE TYPE "public"."council_capacity" AS ENUM('chair', 'vice_chair', 'secretary', 'member');--> statement-breakpoint
CREATE TYPE "public"."ballot_channel" AS ENUM('room', 'remote', 'written');--> statement-breakpoint
CREATE TYPE "public"."choice" AS ENUM('for', 'against', 'abstain');--> statement-breakpoint
CREATE TYPE "public"."council_kind" AS ENUM('emulation', 'unit_vote');--> statement-breakpoint
CREATE TYPE "public"."denominator" AS ENUM('total_members', 'present', 'all_staff');--> statement-breakpoint
CREATE TYPE "public"."item_result" AS ENUM('passed', 'failed', 'returned', 'removed');--> statement-breakpoint
CREATE TYPE "public"."referral_status" AS ENUM('waiting', 'resulted', 'cancelled');--> statement-breakpoint
CREATE TYPE "public"."session_mode" AS ENUM('meeting', 'circulation');--> statement-breakpoint
CREATE TYPE "public"."session_status" AS ENUM('planned', 'open', 'closed', 'minuted');--> statement-breakpoint
CREATE TYPE "public"."dossier_status" AS ENUM('draft', 'running', 'returned', 'on_hold', 'decided', 'issued', 'closed', 'withdrawn', 'rejected', 'revoked');--> statement-breakpoint
CREATE TYPE "public"."nomination_status" AS ENUM('proposed', 'passed', 'failed', 'returned', 'removed', 'awarded', 'refused', 'revoked');--> statement-breakpoint
CREATE TYPE "public"."subject_kind" AS ENUM('person', 'collective', 'outsider');--> statement-breakpoint
CREATE TYPE "public"."level" AS ENUM('unit', 'department', 'ministry', 'central', 'state');--> statement-breakpoint
CREATE TYPE "public"."calendar_day_kind" AS ENUM('holiday', 'compensatory', 'make_up');--> statement-breakpoint
CREATE TYPE "public"."locale" AS ENUM('vi', 'en');--> statement-breakpoint
CREATE TYPE "public"."role" AS ENUM('clerk', 'appraiser', 'secretary', 'member', 'head', 'registrar', 'admin');--> statement-breakpoint
CREATE TYPE "public"."sex" AS ENUM('female', 'male');--> statement-breakpoint
CREATE TYPE "public"."unit_kind" AS ENUM('state_office', 'central_body', 'ministry', 'general_department', 'department', 'provincial_office', 'service_unit', 'division');--> statement-breakpoint
CREATE TYPE "public"."paper_status" AS ENUM('draft', 'signed', 'numbered', 'issued', 'corrected', 'superseded', 'recalled');--> statement-breakpoint
CREATE TYPE "public"."history_action" AS ENUM('enter', 'complete', 'terminate');--> statement-breakpoint
CREATE TYPE "public"."instance_status" AS ENUM('running', 'ended');--> statement-breakpoint
CREATE TYPE "public"."outbox_status" AS ENUM('pending', 'delivered', 'applied', 'overtaken');--> statement-breakpoint
CREATE TYPE "public"."deadline_unit" AS ENUM('working_day', 'calendar_day', 'fixed_date');--> statement-breakpoint
CREATE TYPE "public"."notice_kind" AS ENUM('reminder', 'overdue', 'escalation', 'overtaken', 'returned', 'rejected', 'withdrawn', 'issued');--> statement-breakpoint
CREATE TYPE "public"."task_status" AS ENUM('open', 'claimed', 'done', 'cancelled', 'overtaken');--> statement-breakpoint
CREATE TYPE "public"."verdict" AS ENUM('approve', 'reject', 'return');--> statement-breakpoint
CREATE TABLE "award_statistics" (
	"unit_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"award_code" text NOT NULL,
	"basis" text DEFAULT 'regular' NOT NULL,
	"collectives" integer DEFAULT 0 NOT NULL,
	"individuals" integer DEFAULT 0 NOT NULL,
	"source" text NOT NULL,
	CONSTRAINT "award_statistics_unit_id_year_award_code_basis_pk" PRIMARY KEY("unit_id","year","award_code","basis"),
	CONSTRAINT "award_statistics_not_negative" CHECK ("award_statistics"."collectives" >= 0 and "award_statistics"."individuals" >= 0)
);
--> statement-breakpoint
CREATE TABLE "awards" (
	"code" text PRIMARY KEY NOT NULL,
	"kind" "award_kind" NOT NULL,
	"name_vi" text NOT NULL,
	"name_en" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "campaigns" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"parent_id" uuid,
	"launched_by" uuid NOT NULL,
	"kind" "campaign_kind" NOT NULL,
	"name" text NOT NULL,
	"starts_on" date NOT NULL,
	"ends_on" date,
	CONSTRAINT "campaigns_dates" CHECK ("campaigns"."ends_on" is null or "campaigns"."ends_on" >= "campaigns"."starts_on")
);
--> statement-breakpoint
CREATE TABLE "rule_sets" (
	"id" text PRIMARY KEY NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"hash" text NOT NULL,
	"content" jsonb NOT NULL,
	"loaded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "rule_sets_dates" CHECK ("rule_sets"."effective_to" is null or "rule_sets"."effective_to" >= "rule_sets"."effective_from")
);
--> statement-breakpoint
CREATE TABLE "work_plan_points" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"plan_year" integer NOT NULL,
	"item" text NOT NULL,
	"assigned_points" integer NOT NULL,
	"achieved_points" integer NOT NULL,
	CONSTRAINT "work_plan_points_one_subject" CHECK (("work_plan_points"."person_id" is null) <> ("work_plan_points"."unit_id" is null)),
	CONSTRAINT "work_plan_points_range" CHECK ("work_plan_points"."assigned_points" > 0 and "work_plan_points"."achieved_points" between 0 and "work_plan_points"."assigned_points")
);
--> statement-breakpoint
CREATE TABLE "agenda_items" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"referral_id" uuid NOT NULL,
	"nomination_id" uuid NOT NULL,
	"session_id" uuid,
	"position" integer,
	"result" "item_result",
	"reason" text,
	"in_favour" integer,
	"against" integer,
	"abstained" integer,
	"missing" integer,
	"total" integer,
	"needed" integer,
	CONSTRAINT "agenda_items_counts" CHECK (("agenda_items"."result" in ('passed','failed')) is not true or ("agenda_items"."in_favour" is not null and "agenda_items"."against" is not null and "agenda_items"."abstained" is not null and "agenda_items"."missing" is not null and "agenda_items"."total" is not null and "agenda_items"."needed" is not null)),
	CONSTRAINT "agenda_items_reason" CHECK ("agenda_items"."result" not in ('returned','removed') or length(trim(coalesce("agenda_items"."reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "ballots" (
	"agenda_item_id" uuid NOT NULL,
	"session_member_id" uuid NOT NULL,
	"choice" "choice" NOT NULL,
	"channel" "ballot_channel" NOT NULL,
	"document_id" uuid,
	"cast_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ballots_agenda_item_id_session_member_id_pk" PRIMARY KEY("agenda_item_id","session_member_id")
);
--> statement-breakpoint
CREATE TABLE "council_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"capacity" "council_capacity" NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "council_members_dates" CHECK ("council_members"."valid_to" is null or "council_members"."valid_to" >= "council_members"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "councils" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"kind" "council_kind" NOT NULL,
	"name" text NOT NULL,
	"established_by" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "councils_dates" CHECK ("councils"."valid_to" is null or "councils"."valid_to" >= "councils"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "referrals" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"instance_id" uuid NOT NULL,
	"job" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"council_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"denominator" "denominator" NOT NULL,
	"share_percent" integer NOT NULL,
	"share_strict" boolean NOT NULL,
	"quorum_numerator" integer NOT NULL,
	"quorum_denominator" integer NOT NULL,
	"citation" text NOT NULL,
	"status" "referral_status" DEFAULT 'waiting' NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "referrals_share" CHECK ("referrals"."share_percent" between 0 and 100),
	CONSTRAINT "referrals_quorum" CHECK ("referrals"."quorum_numerator" >= 0 and "referrals"."quorum_denominator" > 0 and "referrals"."quorum_numerator" <= "referrals"."quorum_denominator")
);
--> statement-breakpoint
CREATE TABLE "session_members" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"session_id" uuid NOT NULL,
	"person_id" uuid NOT NULL,
	"capacity" "council_capacity" NOT NULL,
	"present" boolean DEFAULT false NOT NULL
);
--> statement-breakpoint
CREATE TABLE "sessions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"council_id" uuid NOT NULL,
	"mode" "session_mode" NOT NULL,
	"title" text NOT NULL,
	"place" text DEFAULT '' NOT NULL,
	"scheduled_at" timestamp with time zone NOT NULL,
	"status" "session_status" DEFAULT 'planned' NOT NULL,
	"opened_at" timestamp with time zone,
	"closed_at" timestamp with time zone,
	"created_by" uuid NOT NULL,
	CONSTRAINT "sessions_times" CHECK (("sessions"."status" = 'planned') = ("sessions"."opened_at" is null) and ("sessions"."status" in ('closed','minuted')) = ("sessions"."closed_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "dossiers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"code" text NOT NULL,
	"unit_id" uuid NOT NULL,
	"award_code" text NOT NULL,
	"campaign_id" uuid,
	"period_from" integer NOT NULL,
	"period_to" integer NOT NULL,
	"title" text NOT NULL,
	"status" "dossier_status" DEFAULT 'draft' NOT NULL,
	"rule_set_id" text,
	"instance_id" uuid,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"submitted_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "dossiers_period" CHECK ("dossiers"."period_to" >= "dossiers"."period_from"),
	CONSTRAINT "dossiers_started" CHECK (("dossiers"."status" = 'draft') = ("dossiers"."instance_id" is null) and ("dossiers"."instance_id" is null) = ("dossiers"."rule_set_id" is null)),
	CONSTRAINT "dossiers_end_reason" CHECK ("dossiers"."status" not in ('withdrawn','rejected') or length(trim(coalesce("dossiers"."end_reason", ''))) > 0)
);
--> statement-breakpoint
CREATE TABLE "nomination_results" (
	"nomination_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"step" integer NOT NULL,
	"status" "nomination_status" NOT NULL,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "nomination_results_nomination_id_level_step_pk" PRIMARY KEY("nomination_id","level","step")
);
--> statement-breakpoint
CREATE TABLE "nominations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"seq" integer NOT NULL,
	"kind" "subject_kind" NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"name" text NOT NULL,
	"post" text DEFAULT '' NOT NULL,
	"achievement" text DEFAULT '' NOT NULL,
	"status" "nomination_status" DEFAULT 'proposed' NOT NULL,
	"reason" text,
	"score_basis_points" integer,
	CONSTRAINT "nominations_subject" CHECK (("nominations"."kind" = 'person') = ("nominations"."person_id" is not null) and ("nominations"."kind" = 'collective') = ("nominations"."unit_id" is not null)),
	CONSTRAINT "nominations_reason" CHECK ("nominations"."status" not in ('failed','returned','removed','refused') or length(trim(coalesce("nominations"."reason", ''))) > 0),
	CONSTRAINT "nominations_score" CHECK ("nominations"."score_basis_points" is null or "nominations"."score_basis_points" between 0 and 10000)
);
--> statement-breakpoint
CREATE TABLE "audit_log" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "audit_log_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"at" timestamp with time zone DEFAULT now() NOT NULL,
	"account_id" uuid,
	"action" text NOT NULL,
	"subject_kind" text NOT NULL,
	"subject_id" text NOT NULL,
	"details" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"seal_number" bigint,
	"hash" text,
	CONSTRAINT "audit_log_sealNumber_unique" UNIQUE("seal_number")
);
--> statement-breakpoint
CREATE TABLE "calendar_days" (
	"calendar" text DEFAULT 'VN' NOT NULL,
	"date" date NOT NULL,
	"kind" "calendar_day_kind" NOT NULL,
	"name" text NOT NULL,
	"tentative" boolean DEFAULT false NOT NULL,
	"source" text NOT NULL,
	"grade" text NOT NULL,
	CONSTRAINT "calendar_days_calendar_date_pk" PRIMARY KEY("calendar","date")
);
--> statement-breakpoint
CREATE TABLE "login_sessions" (
	"sid" text PRIMARY KEY NOT NULL,
	"sess" jsonb NOT NULL,
	"expire" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "accounts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"login" text NOT NULL,
	"password_hash" text NOT NULL,
	"locale" "locale" DEFAULT 'vi' NOT NULL,
	"disabled_at" timestamp with time zone,
	CONSTRAINT "accounts_login_plain" CHECK ("accounts"."login" ~ '^[a-z0-9._-]{2,64}$')
);
--> statement-breakpoint
CREATE TABLE "people" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"full_name" text NOT NULL,
	"sex" "sex",
	"birth_year" text,
	"email" text
);
--> statement-breakpoint
CREATE TABLE "positions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"unit_id" uuid NOT NULL,
	"title" text NOT NULL,
	"is_direct_worker" boolean DEFAULT false NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "positions_dates" CHECK ("positions"."valid_to" is null or "positions"."valid_to" >= "positions"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "role_grants" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"role" "role" NOT NULL,
	"unit_id" uuid,
	"council_id" uuid,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "role_grants_one_place" CHECK (("role_grants"."unit_id" is null) <> ("role_grants"."council_id" is null)),
	CONSTRAINT "role_grants_place_fits" CHECK (("role_grants"."role" in ('secretary','member')) = ("role_grants"."council_id" is not null)),
	CONSTRAINT "role_grants_dates" CHECK ("role_grants"."valid_to" is null or "role_grants"."valid_to" >= "role_grants"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "units" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"parent_id" uuid,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"name_en" text NOT NULL,
	"kind" "unit_kind" NOT NULL,
	"level" "level" NOT NULL,
	"is_standing_body" boolean DEFAULT false NOT NULL,
	"paper_symbol" text,
	"valid_from" date NOT NULL,
	"valid_to" date,
	CONSTRAINT "units_not_own_parent" CHECK ("units"."parent_id" is null or "units"."parent_id" <> "units"."id"),
	CONSTRAINT "units_dates" CHECK ("units"."valid_to" is null or "units"."valid_to" >= "units"."valid_from")
);
--> statement-breakpoint
CREATE TABLE "documents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid,
	"kind" text NOT NULL,
	"file_name" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"sha256" text NOT NULL,
	"content" "bytea" NOT NULL,
	"uploaded_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "documents_size" CHECK ("documents"."size" >= 0)
);
--> statement-breakpoint
CREATE TABLE "number_series" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"paper_type" text NOT NULL,
	"year" integer NOT NULL,
	"next_number" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "number_series_positive" CHECK ("number_series"."next_number" >= 1)
);
--> statement-breakpoint
CREATE TABLE "papers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"dossier_id" uuid NOT NULL,
	"kind" text NOT NULL,
	"issuer_id" uuid NOT NULL,
	"status" "paper_status" DEFAULT 'draft' NOT NULL,
	"signer_id" uuid,
	"signer_title" text,
	"signed_at" timestamp with time zone,
	"series_id" uuid,
	"number" integer,
	"symbol" text,
	"issued_on" date,
	"source_visit" text NOT NULL,
	"document_id" uuid,
	"input_hash" text,
	CONSTRAINT "papers_numbered" CHECK (("papers"."number" is null) = ("papers"."series_id" is null) and ("papers"."number" is null) = ("papers"."symbol" is null) and ("papers"."number" is null) = ("papers"."issued_on" is null)),
	CONSTRAINT "papers_signed" CHECK ("papers"."status" = 'draft' or ("papers"."signer_id" is not null and "papers"."signed_at" is not null)),
	CONSTRAINT "papers_issued" CHECK ("papers"."status" not in ('numbered','issued') or "papers"."number" is not null)
);
--> statement-breakpoint
CREATE TABLE "incidents" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"instance_id" uuid NOT NULL,
	"incident" text NOT NULL,
	"element" text NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"resolved_at" timestamp with time zone,
	"resolved_by" uuid,
	"resolution" text
);
--> statement-breakpoint
CREATE TABLE "instance_history" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "instance_history_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"instance_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"process" text NOT NULL,
	"element" text NOT NULL,
	"scope" text NOT NULL,
	"action" "history_action" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "instance_steps" (
	"instance_id" uuid NOT NULL,
	"step" integer NOT NULL,
	"event" jsonb NOT NULL,
	"now" timestamp with time zone NOT NULL,
	"outcome" jsonb NOT NULL,
	CONSTRAINT "instance_steps_instance_id_step_pk" PRIMARY KEY("instance_id","step")
);
--> statement-breakpoint
CREATE TABLE "outbox" (
	"instance_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"event" jsonb NOT NULL,
	"status" "outbox_status" DEFAULT 'pending' NOT NULL,
	"created_by" uuid,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"delivered_at" timestamp with time zone,
	CONSTRAINT "outbox_instance_id_number_pk" PRIMARY KEY("instance_id","number")
);
--> statement-breakpoint
CREATE TABLE "process_definitions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"process_id" text NOT NULL,
	"version" integer NOT NULL,
	"hash" text NOT NULL,
	"resources" jsonb NOT NULL,
	"graph" jsonb NOT NULL,
	"deployed_by" uuid,
	"deployed_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "process_instances" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"definition_id" uuid NOT NULL,
	"status" "instance_status" DEFAULT 'running' NOT NULL,
	"next_number" integer DEFAULT 0 NOT NULL,
	"applied_number" integer DEFAULT -1 NOT NULL,
	"step" integer DEFAULT 0 NOT NULL,
	"position" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL,
	"ended_at" timestamp with time zone,
	CONSTRAINT "process_instances_numbers" CHECK ("process_instances"."applied_number" < "process_instances"."next_number" and "process_instances"."applied_number" >= -1),
	CONSTRAINT "process_instances_ended" CHECK (("process_instances"."status" = 'ended') = ("process_instances"."ended_at" is not null))
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"instance_id" uuid NOT NULL,
	"visit" text NOT NULL,
	"message" text NOT NULL,
	"correlation_key" text NOT NULL,
	CONSTRAINT "subscriptions_instance_id_visit_message_pk" PRIMARY KEY("instance_id","visit","message")
);
--> statement-breakpoint
CREATE TABLE "deadlines" (
	"task_id" uuid PRIMARY KEY NOT NULL,
	"starts_at" timestamp with time zone NOT NULL,
	"unit" "deadline_unit" NOT NULL,
	"amount" integer NOT NULL,
	"due_at" timestamp with time zone NOT NULL,
	CONSTRAINT "deadlines_order" CHECK ("deadlines"."due_at" >= "deadlines"."starts_at"),
	CONSTRAINT "deadlines_amount" CHECK ("deadlines"."amount" >= 0)
);
--> statement-breakpoint
CREATE TABLE "escalations" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"task_id" uuid NOT NULL,
	"escalated_by" uuid,
	"reason" text NOT NULL,
	"at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "notices" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"account_id" uuid NOT NULL,
	"kind" "notice_kind" NOT NULL,
	"dossier_id" uuid NOT NULL,
	"task_id" uuid,
	"offset" integer,
	"reason" text,
	"created_at" timestamp with time zone NOT NULL,
	"sent_at" timestamp with time zone,
	"read_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "tasks" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"instance_id" uuid NOT NULL,
	"visit" text NOT NULL,
	"process" text NOT NULL,
	"element" text NOT NULL,
	"name" text NOT NULL,
	"dossier_id" uuid NOT NULL,
	"level" "level" NOT NULL,
	"candidate_role" "role" NOT NULL,
	"candidate_unit_id" uuid,
	"candidate_council_id" uuid,
	"verdicts" "verdict"[] NOT NULL,
	"status" "task_status" DEFAULT 'open' NOT NULL,
	"assignee_id" uuid,
	"opened_at" timestamp with time zone NOT NULL,
	"due_at" timestamp with time zone,
	"verdict" "verdict",
	"reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"outbox_number" integer,
	"version" integer DEFAULT 1 NOT NULL,
	CONSTRAINT "tasks_one_place" CHECK (("tasks"."candidate_unit_id" is null) <> ("tasks"."candidate_council_id" is null)),
	CONSTRAINT "tasks_claimed" CHECK ("tasks"."status" <> 'claimed' or "tasks"."assignee_id" is not null),
	CONSTRAINT "tasks_decided" CHECK (("tasks"."status" in ('done','overtaken')) = ("tasks"."verdict" is not null and "tasks"."decided_by" is not null and "tasks"."decided_at" is not null and "tasks"."outbox_number" is not null)),
	CONSTRAINT "tasks_reason" CHECK ("tasks"."verdict" is null or "tasks"."verdict" = 'approve' or length(trim(coalesce("tasks"."reason", ''))) > 0),
	CONSTRAINT "tasks_verdict_allowed" CHECK ("tasks"."verdict" is null or "tasks"."verdict" = any("tasks"."verdicts"))
);
--> statement-breakpoint
ALTER TABLE "award_statistics" ADD CONSTRAINT "award_statistics_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "award_statistics" ADD CONSTRAINT "award_statistics_award_code_awards_code_fk" FOREIGN KEY ("award_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_parent_id_campaigns_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "campaigns" ADD CONSTRAINT "campaigns_launched_by_units_id_fk" FOREIGN KEY ("launched_by") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plan_points" ADD CONSTRAINT "work_plan_points_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "work_plan_points" ADD CONSTRAINT "work_plan_points_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_referral_id_referrals_id_fk" FOREIGN KEY ("referral_id") REFERENCES "public"."referrals"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_agenda_item_id_agenda_items_id_fk" FOREIGN KEY ("agenda_item_id") REFERENCES "public"."agenda_items"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_session_member_id_session_members_id_fk" FOREIGN KEY ("session_member_id") REFERENCES "public"."session_members"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ballots" ADD CONSTRAINT "ballots_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "council_members" ADD CONSTRAINT "council_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "councils" ADD CONSTRAINT "councils_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_members" ADD CONSTRAINT "session_members_session_id_sessions_id_fk" FOREIGN KEY ("session_id") REFERENCES "public"."sessions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_members" ADD CONSTRAINT "session_members_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "sessions" ADD CONSTRAINT "sessions_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_award_code_awards_code_fk" FOREIGN KEY ("award_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_results" ADD CONSTRAINT "nomination_results_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "audit_log" ADD CONSTRAINT "audit_log_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "positions" ADD CONSTRAINT "positions_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "role_grants" ADD CONSTRAINT "role_grants_council_id_councils_id_fk" FOREIGN KEY ("council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "units" ADD CONSTRAINT "units_parent_id_units_id_fk" FOREIGN KEY ("parent_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "documents" ADD CONSTRAINT "documents_uploaded_by_accounts_id_fk" FOREIGN KEY ("uploaded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "number_series" ADD CONSTRAINT "number_series_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_issuer_id_units_id_fk" FOREIGN KEY ("issuer_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_signer_id_accounts_id_fk" FOREIGN KEY ("signer_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_series_id_number_series_id_fk" FOREIGN KEY ("series_id") REFERENCES "public"."number_series"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "incidents" ADD CONSTRAINT "incidents_resolved_by_accounts_id_fk" FOREIGN KEY ("resolved_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instance_history" ADD CONSTRAINT "instance_history_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "instance_steps" ADD CONSTRAINT "instance_steps_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "outbox" ADD CONSTRAINT "outbox_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_definitions" ADD CONSTRAINT "process_definitions_deployed_by_accounts_id_fk" FOREIGN KEY ("deployed_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_instances" ADD CONSTRAINT "process_instances_definition_id_process_definitions_id_fk" FOREIGN KEY ("definition_id") REFERENCES "public"."process_definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "deadlines" ADD CONSTRAINT "deadlines_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "escalations" ADD CONSTRAINT "escalations_escalated_by_accounts_id_fk" FOREIGN KEY ("escalated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "notices" ADD CONSTRAINT "notices_task_id_tasks_id_fk" FOREIGN KEY ("task_id") REFERENCES "public"."tasks"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_candidate_unit_id_units_id_fk" FOREIGN KEY ("candidate_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_candidate_council_id_councils_id_fk" FOREIGN KEY ("candidate_council_id") REFERENCES "public"."councils"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_assignee_id_accounts_id_fk" FOREIGN KEY ("assignee_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_nomination" ON "agenda_items" USING btree ("referral_id","nomination_id");--> statement-breakpoint
CREATE INDEX "agenda_items_session" ON "agenda_items" USING btree ("session_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "council_members_current" ON "council_members" USING btree ("council_id","person_id") WHERE "council_members"."valid_to" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "council_members_one_chair" ON "council_members" USING btree ("council_id") WHERE "council_members"."capacity" = 'chair' and "council_members"."valid_to" is null;--> statement-breakpoint
CREATE INDEX "councils_unit" ON "councils" USING btree ("unit_id","level");--> statement-breakpoint
CREATE UNIQUE INDEX "referrals_job" ON "referrals" USING btree ("instance_id","job");--> statement-breakpoint
CREATE INDEX "referrals_waiting" ON "referrals" USING btree ("council_id") WHERE "referrals"."status" = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "session_members_once" ON "session_members" USING btree ("session_id","person_id");--> statement-breakpoint
CREATE INDEX "sessions_council" ON "sessions" USING btree ("council_id","scheduled_at");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_code" ON "dossiers" USING btree ("code");--> statement-breakpoint
CREATE UNIQUE INDEX "dossiers_instance" ON "dossiers" USING btree ("instance_id");--> statement-breakpoint
CREATE INDEX "dossiers_unit" ON "dossiers" USING btree ("unit_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_seq" ON "nominations" USING btree ("dossier_id","seq");--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_person_once" ON "nominations" USING btree ("dossier_id","person_id") WHERE "nominations"."person_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_unit_once" ON "nominations" USING btree ("dossier_id","unit_id") WHERE "nominations"."unit_id" is not null;--> statement-breakpoint
CREATE UNIQUE INDEX "nominations_outsider_once" ON "nominations" USING btree ("dossier_id",lower("name"),lower("post")) WHERE "nominations"."kind" = 'outsider';--> statement-breakpoint
CREATE INDEX "audit_log_subject" ON "audit_log" USING btree ("subject_kind","subject_id");--> statement-breakpoint
CREATE INDEX "audit_log_unsealed" ON "audit_log" USING btree ("id");--> statement-breakpoint
CREATE INDEX "login_sessions_expire" ON "login_sessions" USING btree ("expire");--> statement-breakpoint
CREATE UNIQUE INDEX "accounts_login" ON "accounts" USING btree (lower("login"));--> statement-breakpoint
CREATE INDEX "positions_person" ON "positions" USING btree ("person_id");--> statement-breakpoint
CREATE INDEX "positions_unit" ON "positions" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "role_grants_account" ON "role_grants" USING btree ("account_id");--> statement-breakpoint
CREATE INDEX "role_grants_role" ON "role_grants" USING btree ("role","unit_id");--> statement-breakpoint
CREATE UNIQUE INDEX "units_code" ON "units" USING btree ("code");--> statement-breakpoint
CREATE INDEX "units_parent" ON "units" USING btree ("parent_id");--> statement-breakpoint
CREATE INDEX "documents_dossier" ON "documents" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "number_series_once" ON "number_series" USING btree ("unit_id","paper_type","year");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_number" ON "papers" USING btree ("series_id","number");--> statement-breakpoint
CREATE UNIQUE INDEX "papers_source" ON "papers" USING btree ("dossier_id","kind","source_visit");--> statement-breakpoint
CREATE INDEX "papers_dossier" ON "papers" USING btree ("dossier_id");--> statement-breakpoint
CREATE UNIQUE INDEX "incidents_once" ON "incidents" USING btree ("instance_id","incident");--> statement-breakpoint
CREATE INDEX "incidents_open" ON "incidents" USING btree ("opened_at") WHERE "incidents"."resolved_at" is null;--> statement-breakpoint
CREATE INDEX "instance_history_instance" ON "instance_history" USING btree ("instance_id","id");--> statement-breakpoint
CREATE INDEX "outbox_pending" ON "outbox" USING btree ("created_at") WHERE "outbox"."status" = 'pending';--> statement-breakpoint
CREATE UNIQUE INDEX "process_definitions_hash" ON "process_definitions" USING btree ("process_id","hash");--> statement-breakpoint
CREATE UNIQUE INDEX "process_definitions_version" ON "process_definitions" USING btree ("process_id","version");--> statement-breakpoint
CREATE INDEX "process_instances_running" ON "process_instances" USING btree ("started_at") WHERE "process_instances"."status" = 'running';--> statement-breakpoint
CREATE INDEX "subscriptions_message" ON "subscriptions" USING btree ("message","correlation_key");--> statement-breakpoint
CREATE UNIQUE INDEX "notices_once" ON "notices" USING btree ("task_id","kind","offset","account_id") WHERE "notices"."offset" is not null;--> statement-breakpoint
CREATE INDEX "notices_account" ON "notices" USING btree ("account_id","created_at");--> statement-breakpoint
CREATE INDEX "notices_unsent" ON "notices" USING btree ("created_at") WHERE "notices"."sent_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "tasks_visit" ON "tasks" USING btree ("instance_id","visit");--> statement-breakpoint
CREATE INDEX "tasks_inbox" ON "tasks" USING btree ("candidate_role","candidate_unit_id","due_at") WHERE "tasks"."status" in ('open','claimed');--> statement-breakpoint
CREATE INDEX "tasks_dossier" ON "tasks" USING btree ("dossier_id");