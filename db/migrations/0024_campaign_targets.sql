CREATE TYPE "public"."target_track" AS ENUM('professional', 'party', 'union');--> statement-breakpoint
CREATE TABLE "campaign_targets" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"campaign_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"track" "target_track" NOT NULL,
	"name" text NOT NULL
);
--> statement-breakpoint
CREATE TABLE "target_alternatives" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"target_id" uuid NOT NULL,
	"position" integer NOT NULL,
	"name" text NOT NULL,
	"aim" jsonb NOT NULL,
	"award_code" text,
	"actual_value" integer,
	"actual_against" integer,
	"actual_source" text,
	"reported_by" uuid,
	"reported_at" timestamp with time zone,
	CONSTRAINT "target_alternatives_actual" CHECK ("target_alternatives"."actual_value" >= 0 and "target_alternatives"."actual_against" >= 0),
	CONSTRAINT "target_alternatives_reported" CHECK (("target_alternatives"."actual_value" is null) = ("target_alternatives"."reported_by" is null) and ("target_alternatives"."actual_value" is null) = ("target_alternatives"."reported_at" is null)
        and ("target_alternatives"."actual_value" is null) = ("target_alternatives"."actual_source" is null))
);
--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "theme" text;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "criteria" text[] DEFAULT '{}' NOT NULL;--> statement-breakpoint
ALTER TABLE "campaigns" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "campaign_targets" ADD CONSTRAINT "campaign_targets_campaign_id_campaigns_id_fk" FOREIGN KEY ("campaign_id") REFERENCES "public"."campaigns"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_alternatives" ADD CONSTRAINT "target_alternatives_target_id_campaign_targets_id_fk" FOREIGN KEY ("target_id") REFERENCES "public"."campaign_targets"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_alternatives" ADD CONSTRAINT "target_alternatives_award_code_awards_code_fk" FOREIGN KEY ("award_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "target_alternatives" ADD CONSTRAINT "target_alternatives_reported_by_accounts_id_fk" FOREIGN KEY ("reported_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "campaign_targets_position" ON "campaign_targets" USING btree ("campaign_id","position");--> statement-breakpoint
CREATE UNIQUE INDEX "target_alternatives_position" ON "target_alternatives" USING btree ("target_id","position");
