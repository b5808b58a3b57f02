DROP INDEX "papers_source";--> statement-breakpoint
CREATE UNIQUE INDEX "papers_source" ON "papers" USING btree ("subject_id","kind","source_visit") WHERE "papers"."voided_at" is null;