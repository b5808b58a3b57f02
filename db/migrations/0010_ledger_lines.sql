CREATE TABLE "imported_people" (
	"person_id" uuid PRIMARY KEY NOT NULL,
	"import_id" uuid NOT NULL
);
--> statement-breakpoint
DROP INDEX "annual_ratings_once";--> statement-breakpoint
DROP INDEX "discipline_records_once";--> statement-breakpoint
DROP INDEX "initiatives_once";--> statement-breakpoint
DROP INDEX "ledger_awards_once";--> statement-breakpoint
DROP INDEX "maternity_years_once";--> statement-breakpoint
DROP INDEX "transfers_once";--> statement-breakpoint
ALTER TABLE "overlays" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "decision_symbol" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "initiatives" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD COLUMN "decider_unit_id" uuid;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD COLUMN "undone_by" uuid;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD COLUMN "undone_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD COLUMN "undo_reason" text;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "decision_symbol" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "decision_symbol" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "decision_symbol" text DEFAULT '' NOT NULL;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "decided_on" date;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "corrects" uuid;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "struck_by" uuid;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "struck_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "transfers" ADD COLUMN "strike_reason" text;--> statement-breakpoint
ALTER TABLE "imported_people" ADD CONSTRAINT "imported_people_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "imported_people" ADD CONSTRAINT "imported_people_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "imported_people_import" ON "imported_people" USING btree ("import_id");--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_corrects_annual_ratings_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."annual_ratings"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_corrects_discipline_records_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."discipline_records"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_corrects_initiatives_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."initiatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_decider_unit_id_units_id_fk" FOREIGN KEY ("decider_unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_corrects_ledger_awards_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."ledger_awards"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD CONSTRAINT "ledger_imports_undone_by_accounts_id_fk" FOREIGN KEY ("undone_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_corrects_ledger_statements_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."ledger_statements"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_corrects_maternity_years_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."maternity_years"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_corrects_transfers_id_fk" FOREIGN KEY ("corrects") REFERENCES "public"."transfers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_struck_by_accounts_id_fk" FOREIGN KEY ("struck_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "annual_ratings_corrects" ON "annual_ratings" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "discipline_records_corrects" ON "discipline_records" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "initiatives_corrects" ON "initiatives" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_awards_corrects" ON "ledger_awards" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_imports_once" ON "ledger_imports" USING btree ("unit_id","sha256") WHERE "ledger_imports"."undone_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_statements_corrects" ON "ledger_statements" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "maternity_years_corrects" ON "maternity_years" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_corrects" ON "transfers" USING btree ("corrects");--> statement-breakpoint
CREATE UNIQUE INDEX "annual_ratings_once" ON "annual_ratings" USING btree (coalesce("person_id", "unit_id"),"year") WHERE "annual_ratings"."struck_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "discipline_records_once" ON "discipline_records" USING btree ("person_id","decision_symbol") WHERE "discipline_records"."struck_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "initiatives_once" ON "initiatives" USING btree (coalesce("person_id", "unit_id"),"year",lower("name")) WHERE "initiatives"."struck_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_awards_once" ON "ledger_awards" USING btree (coalesce("person_id", "unit_id"),"award_code","year","decision_symbol",coalesce("decided_on", date '0001-01-01')) WHERE "ledger_awards"."struck_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "maternity_years_once" ON "maternity_years" USING btree ("person_id","year") WHERE "maternity_years"."struck_at" is null;--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_once" ON "transfers" USING btree ("person_id","year","former_unit") WHERE "transfers"."struck_at" is null;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_struck" CHECK (("annual_ratings"."struck_at" is null) = ("annual_ratings"."struck_by" is null) and ("annual_ratings"."struck_at" is null) = ("annual_ratings"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_struck" CHECK (("discipline_records"."struck_at" is null) = ("discipline_records"."struck_by" is null) and ("discipline_records"."struck_at" is null) = ("discipline_records"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_struck" CHECK (("initiatives"."struck_at" is null) = ("initiatives"."struck_by" is null) and ("initiatives"."struck_at" is null) = ("initiatives"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_struck" CHECK (("ledger_awards"."struck_at" is null) = ("ledger_awards"."struck_by" is null) and ("ledger_awards"."struck_at" is null) = ("ledger_awards"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD CONSTRAINT "ledger_imports_undone" CHECK (("ledger_imports"."undone_at" is null) = ("ledger_imports"."undone_by" is null) and ("ledger_imports"."undone_at" is null) = ("ledger_imports"."undo_reason" is null));--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_struck" CHECK (("ledger_statements"."struck_at" is null) = ("ledger_statements"."struck_by" is null) and ("ledger_statements"."struck_at" is null) = ("ledger_statements"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_struck" CHECK (("maternity_years"."struck_at" is null) = ("maternity_years"."struck_by" is null) and ("maternity_years"."struck_at" is null) = ("maternity_years"."strike_reason" is null));--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_struck" CHECK (("transfers"."struck_at" is null) = ("transfers"."struck_by" is null) and ("transfers"."struck_at" is null) = ("transfers"."strike_reason" is null));--> statement-breakpoint
-- Who decided is known of what this system issued, and where a line names a unit as the unit is called.
UPDATE "ledger_awards" SET "decider_unit_id" = "papers"."issuer_id" FROM "papers" WHERE "papers"."id" = "ledger_awards"."paper_id";--> statement-breakpoint
UPDATE "ledger_awards" SET "decider_unit_id" = "units"."id" FROM "units" WHERE "ledger_awards"."paper_id" IS NULL AND "units"."name" = "ledger_awards"."decider";
