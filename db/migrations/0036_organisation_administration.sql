CREATE TABLE "unit_changes" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"effective_on" date NOT NULL,
	"changed" jsonb NOT NULL,
	"before" jsonb,
	"reason" text NOT NULL,
	"decided_by" uuid NOT NULL,
	"decided_at" timestamp with time zone NOT NULL,
	"applied_at" timestamp with time zone,
	"withdrawn_at" timestamp with time zone,
	CONSTRAINT "unit_changes_reason" CHECK (length(trim("unit_changes"."reason")) > 0),
	CONSTRAINT "unit_changes_applied" CHECK (("unit_changes"."applied_at" is null) = ("unit_changes"."before" is null)),
	CONSTRAINT "unit_changes_once" CHECK ("unit_changes"."applied_at" is null or "unit_changes"."withdrawn_at" is null)
);
--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "must_change_password" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "accounts" ADD COLUMN "ended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "unit_changes" ADD CONSTRAINT "unit_changes_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "unit_changes_unit" ON "unit_changes" USING btree ("unit_id");--> statement-breakpoint
CREATE INDEX "unit_changes_pending" ON "unit_changes" USING btree ("effective_on") WHERE "unit_changes"."applied_at" is null and "unit_changes"."withdrawn_at" is null;--> statement-breakpoint
CREATE INDEX "accounts_person" ON "accounts" USING btree ("person_id");--> statement-breakpoint
ALTER TABLE "accounts" ADD CONSTRAINT "accounts_ended_disabled" CHECK ("accounts"."ended_at" is null or "accounts"."disabled_at" is not null);
