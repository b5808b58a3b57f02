ALTER TABLE "notices" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "tasks" RENAME COLUMN "dossier_id" TO "subject_id";--> statement-breakpoint
ALTER TABLE "notices" DROP CONSTRAINT "notices_dossier_id_dossiers_id_fk";
--> statement-breakpoint
ALTER TABLE "tasks" DROP CONSTRAINT "tasks_dossier_id_dossiers_id_fk";
--> statement-breakpoint
DROP INDEX "tasks_dossier";--> statement-breakpoint
CREATE INDEX "tasks_subject" ON "tasks" USING btree ("subject_id");--> statement-breakpoint
CREATE VIEW "public"."subjects" AS (select id, 'dossier' as kind, code, title, unit_id, instance_id from dossiers);