CREATE TYPE "public"."imported_kind" AS ENUM('award', 'rating', 'initiative', 'discipline');--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD COLUMN "kind" "imported_kind" DEFAULT 'award' NOT NULL;--> statement-breakpoint
CREATE INDEX "annual_ratings_import_id" ON "annual_ratings" USING btree ("import_id") WHERE "annual_ratings"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "discipline_records_import_id" ON "discipline_records" USING btree ("import_id") WHERE "discipline_records"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "initiatives_import_id" ON "initiatives" USING btree ("import_id") WHERE "initiatives"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "ledger_awards_import_id" ON "ledger_awards" USING btree ("import_id") WHERE "ledger_awards"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "ledger_statements_import_id" ON "ledger_statements" USING btree ("import_id") WHERE "ledger_statements"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "maternity_years_import_id" ON "maternity_years" USING btree ("import_id") WHERE "maternity_years"."import_id" is not null;--> statement-breakpoint
CREATE INDEX "transfers_import_id" ON "transfers" USING btree ("import_id") WHERE "transfers"."import_id" is not null;
