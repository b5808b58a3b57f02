CREATE TYPE "public"."deciding_vote" AS ENUM('for', 'against');--> statement-breakpoint
ALTER TYPE "public"."item_result" ADD VALUE 'undecided';--> statement-breakpoint
DROP INDEX "agenda_items_nomination";--> statement-breakpoint
ALTER TABLE "nomination_results" DROP CONSTRAINT "nomination_results_nomination_id_level_step_pk";--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "round" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "rank" integer;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "tied_for" integer;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD COLUMN "deciding_vote" "deciding_vote";--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "written_opinion_counts" boolean DEFAULT true NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "recused_leave" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "ballot_rounds" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "proxies_allowed" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "chair_decides_ties" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "quota" integer;--> statement-breakpoint
ALTER TABLE "referrals" ADD COLUMN "women_first" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "session_members" ADD COLUMN "voter_id" uuid;--> statement-breakpoint
UPDATE "session_members" SET "voter_id" = "person_id";--> statement-breakpoint
ALTER TABLE "session_members" ALTER COLUMN "voter_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "session_members" ADD COLUMN "proxy_document_id" uuid;--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "split_from" uuid;--> statement-breakpoint
ALTER TABLE "nomination_results" ADD COLUMN "instance_id" uuid;--> statement-breakpoint
-- The instance in which a council found it is that of its newest referral until then; a dossier has had one, unless it was restarted.
UPDATE "nomination_results" r SET "instance_id" = coalesce(
  (SELECT f.instance_id FROM agenda_items a JOIN referrals f ON f.id = a.referral_id
    WHERE a.nomination_id = r.nomination_id AND f.level = r.level AND f.created_at <= r.at ORDER BY f.created_at DESC LIMIT 1),
  (SELECT d.instance_id FROM nominations n JOIN dossiers d ON d.id = n.dossier_id WHERE n.id = r.nomination_id));--> statement-breakpoint
ALTER TABLE "nomination_results" ALTER COLUMN "instance_id" SET NOT NULL;--> statement-breakpoint
ALTER TABLE "nomination_results" ADD CONSTRAINT "nomination_results_nomination_id_level_instance_id_step_pk" PRIMARY KEY("nomination_id","level","instance_id","step");--> statement-breakpoint
ALTER TABLE "nomination_results" ADD COLUMN "overruled_by" uuid;--> statement-breakpoint
ALTER TABLE "outbox" ADD COLUMN "not_before" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "session_members" ADD CONSTRAINT "session_members_voter_id_people_id_fk" FOREIGN KEY ("voter_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session_members" ADD CONSTRAINT "session_members_proxy_document_id_documents_id_fk" FOREIGN KEY ("proxy_document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "dossiers" ADD CONSTRAINT "dossiers_split_from_dossiers_id_fk" FOREIGN KEY ("split_from") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_results" ADD CONSTRAINT "nomination_results_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_results" ADD CONSTRAINT "nomination_results_overruled_by_accounts_id_fk" FOREIGN KEY ("overruled_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "agenda_items_round" ON "agenda_items" USING btree ("referral_id","nomination_id","round");--> statement-breakpoint
CREATE UNIQUE INDEX "session_members_voter" ON "session_members" USING btree ("session_id","voter_id");--> statement-breakpoint
CREATE INDEX "dossiers_split_from" ON "dossiers" USING btree ("split_from") WHERE "dossiers"."split_from" is not null;--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_rounds" CHECK ("agenda_items"."round" >= 1);--> statement-breakpoint
ALTER TABLE "agenda_items" ADD CONSTRAINT "agenda_items_deciding" CHECK ("agenda_items"."deciding_vote" is null or "agenda_items"."tied_for" is not null);--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_rounds" CHECK ("referrals"."ballot_rounds" >= 1);--> statement-breakpoint
ALTER TABLE "referrals" ADD CONSTRAINT "referrals_quota" CHECK ("referrals"."quota" >= 0);--> statement-breakpoint
ALTER TABLE "session_members" ADD CONSTRAINT "session_members_proxy" CHECK (("session_members"."voter_id" <> "session_members"."person_id") = ("session_members"."proxy_document_id" is not null));--> statement-breakpoint
ALTER TABLE "nomination_results" ADD CONSTRAINT "nomination_results_overruled" CHECK ("nomination_results"."overruled_by" is null or length(trim(coalesce("nomination_results"."reason", ''))) > 0);
