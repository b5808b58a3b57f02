CREATE TABLE "substituted_grants" (
	"substitution_id" uuid NOT NULL,
	"grant_id" uuid NOT NULL,
	CONSTRAINT "substituted_grants_substitution_id_grant_id_pk" PRIMARY KEY("substitution_id","grant_id")
);
--> statement-breakpoint
CREATE TABLE "substitutions" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"holder_id" uuid NOT NULL,
	"substitute_id" uuid NOT NULL,
	"valid_from" date NOT NULL,
	"valid_to" date NOT NULL,
	"paper" text NOT NULL,
	"ends_when_holder_acts" boolean NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	"ended_at" timestamp with time zone,
	"end_reason" text,
	CONSTRAINT "substitutions_dates" CHECK ("substitutions"."valid_to" >= "substitutions"."valid_from"),
	CONSTRAINT "substitutions_other" CHECK ("substitutions"."holder_id" <> "substitutions"."substitute_id"),
	CONSTRAINT "substitutions_paper" CHECK (length(trim("substitutions"."paper")) > 0),
	CONSTRAINT "substitutions_ended" CHECK (("substitutions"."ended_at" is null) = ("substitutions"."end_reason" is null))
);
--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "acting_for" uuid;--> statement-breakpoint
ALTER TABLE "papers" ADD COLUMN "signed_for_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decided_for" uuid;--> statement-breakpoint
ALTER TABLE "substituted_grants" ADD CONSTRAINT "substituted_grants_substitution_id_substitutions_id_fk" FOREIGN KEY ("substitution_id") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substituted_grants" ADD CONSTRAINT "substituted_grants_grant_id_role_grants_id_fk" FOREIGN KEY ("grant_id") REFERENCES "public"."role_grants"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_holder_id_accounts_id_fk" FOREIGN KEY ("holder_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_substitute_id_accounts_id_fk" FOREIGN KEY ("substitute_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "substituted_grants_grant" ON "substituted_grants" USING btree ("grant_id");--> statement-breakpoint
CREATE INDEX "substitutions_holder" ON "substitutions" USING btree ("holder_id") WHERE "substitutions"."ended_at" is null;--> statement-breakpoint
CREATE INDEX "substitutions_substitute" ON "substitutions" USING btree ("substitute_id") WHERE "substitutions"."ended_at" is null;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_acting_for_substitutions_id_fk" FOREIGN KEY ("acting_for") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "papers" ADD CONSTRAINT "papers_signed_for_id_accounts_id_fk" FOREIGN KEY ("signed_for_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_decided_for_accounts_id_fk" FOREIGN KEY ("decided_for") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;