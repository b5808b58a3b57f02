CREATE TYPE "public"."simplified_case" AS ENUM('political_task', 'bravery', 'international_prize', 'found_by_head', 'state_secret');--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "commendation_kind" "commendation_kind";--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "simplified_case" "simplified_case";--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_simplified" CHECK ("dossiers"."simplified_case" is null or "dossiers"."commendation_kind" is not null);