CREATE TYPE "public"."ineligible_at_submit" AS ENUM('acknowledge', 'refuse');--> statement-breakpoint
CREATE TYPE "public"."eligibility_verdict" AS ENUM('eligible', 'not_eligible', 'needs_judgement');--> statement-breakpoint
CREATE TYPE "public"."commendation_kind" AS ENUM('merit', 'sudden', 'movement', 'service', 'tenure', 'external', 'resistance');--> statement-breakpoint
CREATE TYPE "public"."ledger_award_status" AS ENUM('in_force', 'revoked');--> statement-breakpoint
CREATE TYPE "public"."ledger_source" AS ENUM('import', 'issued_decision', 'entry');--> statement-breakpoint
CREATE TYPE "public"."match_status" AS ENUM('proposed', 'confirmed', 'rejected');--> statement-breakpoint
CREATE TYPE "public"."rating" AS ENUM('not_completed', 'completed', 'good', 'excellent');--> statement-breakpoint
CREATE TYPE "public"."initiative_scope" AS ENUM('unit', 'ministry', 'national');--> statement-breakpoint
CREATE TYPE "public"."discipline_severity" AS ENUM('reprimand', 'warning', 'more');--> statement-breakpoint
CREATE TABLE "eligibility_verdicts" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"nomination_id" uuid NOT NULL,
	"rule_set_id" text NOT NULL,
	"verdict" "eligibility_verdict" NOT NULL,
	"facts" jsonb NOT NULL,
	"findings" jsonb NOT NULL,
	"evaluated_at" timestamp with time zone NOT NULL,
	"evaluated_by" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "submission_policies" (
	"unit_id" uuid PRIMARY KEY NOT NULL,
	"ineligible" "ineligible_at_submit" NOT NULL
);
--> statement-breakpoint
CREATE TABLE "annual_ratings" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"year" integer NOT NULL,
	"rating" "rating" NOT NULL,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "annual_ratings_one_subject" CHECK (("annual_ratings"."person_id" is null) <> ("annual_ratings"."unit_id" is null)),
	CONSTRAINT "annual_ratings_import" CHECK (("annual_ratings"."source" = 'import') = ("annual_ratings"."import_id" is not null)),
	CONSTRAINT "annual_ratings_year" CHECK ("annual_ratings"."year" between 1945 and 2200)
);
--> statement-breakpoint
CREATE TABLE "discipline_records" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"severity" "discipline_severity" NOT NULL,
	"decision_symbol" text NOT NULL,
	"decided_on" date NOT NULL,
	"ended_on" date,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "discipline_records_import" CHECK (("discipline_records"."source" = 'import') = ("discipline_records"."import_id" is not null)),
	CONSTRAINT "discipline_records_dates" CHECK ("discipline_records"."ended_on" is null or "discipline_records"."ended_on" >= "discipline_records"."decided_on")
);
--> statement-breakpoint
CREATE TABLE "initiatives" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"name" text NOT NULL,
	"year" integer NOT NULL,
	"scope" "initiative_scope" NOT NULL,
	"decision_symbol" text DEFAULT '' NOT NULL,
	"used_for" "award_kind"[] DEFAULT '{}' NOT NULL,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "initiatives_one_subject" CHECK (("initiatives"."person_id" is null) <> ("initiatives"."unit_id" is null)),
	CONSTRAINT "initiatives_import" CHECK (("initiatives"."source" = 'import') = ("initiatives"."import_id" is not null)),
	CONSTRAINT "initiatives_year" CHECK ("initiatives"."year" between 1945 and 2200)
);
--> statement-breakpoint
CREATE TABLE "ledger_awards" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"award_code" text NOT NULL,
	"from_year" integer NOT NULL,
	"year" integer NOT NULL,
	"period_named" boolean DEFAULT true NOT NULL,
	"commendation_kind" "commendation_kind",
	"decision_symbol" text NOT NULL,
	"decided_on" date,
	"decider" text DEFAULT '' NOT NULL,
	"status" "ledger_award_status" DEFAULT 'in_force' NOT NULL,
	"revocation_symbol" text,
	"revoked_on" date,
	"revocation_reason" text,
	"nomination_id" uuid,
	"paper_id" uuid,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_awards_one_subject" CHECK (("ledger_awards"."person_id" is null) <> ("ledger_awards"."unit_id" is null)),
	CONSTRAINT "ledger_awards_import" CHECK (("ledger_awards"."source" = 'import') = ("ledger_awards"."import_id" is not null)),
	CONSTRAINT "ledger_awards_period" CHECK ("ledger_awards"."from_year" between 1945 and "ledger_awards"."year" and "ledger_awards"."year" <= 2200),
	CONSTRAINT "ledger_awards_decision" CHECK (length(trim("ledger_awards"."decision_symbol")) > 0),
	CONSTRAINT "ledger_awards_issued" CHECK (("ledger_awards"."source" = 'issued_decision') = ("ledger_awards"."nomination_id" is not null) and ("ledger_awards"."nomination_id" is null) = ("ledger_awards"."paper_id" is null)),
	CONSTRAINT "ledger_awards_revoked" CHECK (("ledger_awards"."status" = 'revoked') = ("ledger_awards"."revocation_symbol" is not null) and ("ledger_awards"."revoked_on" is null) = ("ledger_awards"."revocation_symbol" is null) and ("ledger_awards"."revocation_symbol" is null or length(trim(coalesce("ledger_awards"."revocation_reason", ''))) > 0))
);
--> statement-breakpoint
CREATE TABLE "ledger_imports" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"file_name" text NOT NULL,
	"sha256" text NOT NULL,
	"rows" integer NOT NULL,
	"imported_by" uuid NOT NULL,
	"imported_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_imports_rows" CHECK ("ledger_imports"."rows" > 0)
);
--> statement-breakpoint
CREATE TABLE "ledger_statements" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid,
	"unit_id" uuid,
	"awards_complete_from" integer,
	"initiatives_complete" boolean DEFAULT false NOT NULL,
	"discipline_complete" boolean DEFAULT false NOT NULL,
	"under_examination" boolean,
	"founded_in" integer,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "ledger_statements_one_subject" CHECK (("ledger_statements"."person_id" is null) <> ("ledger_statements"."unit_id" is null)),
	CONSTRAINT "ledger_statements_import" CHECK (("ledger_statements"."source" = 'import') = ("ledger_statements"."import_id" is not null)),
	CONSTRAINT "ledger_statements_founded" CHECK ("ledger_statements"."founded_in" is null or "ledger_statements"."unit_id" is not null),
	CONSTRAINT "ledger_statements_years" CHECK (coalesce("ledger_statements"."awards_complete_from", 1945) between 1945 and 2200 and coalesce("ledger_statements"."founded_in", 1945) between 1945 and 2200)
);
--> statement-breakpoint
CREATE TABLE "maternity_years" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "maternity_years_import" CHECK (("maternity_years"."source" = 'import') = ("maternity_years"."import_id" is not null)),
	CONSTRAINT "maternity_years_year" CHECK ("maternity_years"."year" between 1945 and 2200)
);
--> statement-breakpoint
CREATE TABLE "nomination_initiatives" (
	"nomination_id" uuid NOT NULL,
	"initiative_id" uuid NOT NULL
);
--> statement-breakpoint
CREATE TABLE "person_matches" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_a" uuid NOT NULL,
	"person_b" uuid NOT NULL,
	"score" integer NOT NULL,
	"reasons" jsonb NOT NULL,
	"status" "match_status" DEFAULT 'proposed' NOT NULL,
	"decision_reason" text,
	"decided_by" uuid,
	"decided_at" timestamp with time zone,
	"proposed_at" timestamp with time zone NOT NULL,
	CONSTRAINT "person_matches_order" CHECK ("person_matches"."person_a" < "person_matches"."person_b"),
	CONSTRAINT "person_matches_decided" CHECK (("person_matches"."status" = 'proposed') = ("person_matches"."decided_by" is null) and ("person_matches"."decided_by" is null) = ("person_matches"."decided_at" is null))
);
--> statement-breakpoint
CREATE TABLE "transfers" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"person_id" uuid NOT NULL,
	"year" integer NOT NULL,
	"former_unit" text NOT NULL,
	"months_at_former_unit" integer NOT NULL,
	"former_unit_agrees" boolean,
	"source" "ledger_source" NOT NULL,
	"import_id" uuid,
	"recorded_by" uuid,
	"recorded_at" timestamp with time zone NOT NULL,
	CONSTRAINT "transfers_import" CHECK (("transfers"."source" = 'import') = ("transfers"."import_id" is not null)),
	CONSTRAINT "transfers_year" CHECK ("transfers"."year" between 1945 and 2200),
	CONSTRAINT "transfers_months" CHECK ("transfers"."months_at_former_unit" between 0 and 12)
);
--> statement-breakpoint
ALTER TABLE "dossiers" ADD COLUMN "ineligible_reason" text;--> statement-breakpoint
ALTER TABLE "nominations" ADD COLUMN "ledger_person_id" uuid;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "birth_date" date;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "staff_code" text;--> statement-breakpoint
ALTER TABLE "people" ADD COLUMN "national_id" text;--> statement-breakpoint
ALTER TABLE "eligibility_verdicts" ADD CONSTRAINT "eligibility_verdicts_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_verdicts" ADD CONSTRAINT "eligibility_verdicts_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "eligibility_verdicts" ADD CONSTRAINT "eligibility_verdicts_evaluated_by_accounts_id_fk" FOREIGN KEY ("evaluated_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "submission_policies" ADD CONSTRAINT "submission_policies_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "annual_ratings" ADD CONSTRAINT "annual_ratings_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "discipline_records" ADD CONSTRAINT "discipline_records_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "initiatives" ADD CONSTRAINT "initiatives_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_award_code_awards_code_fk" FOREIGN KEY ("award_code") REFERENCES "public"."awards"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_paper_id_papers_id_fk" FOREIGN KEY ("paper_id") REFERENCES "public"."papers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_awards" ADD CONSTRAINT "ledger_awards_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD CONSTRAINT "ledger_imports_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_imports" ADD CONSTRAINT "ledger_imports_imported_by_accounts_id_fk" FOREIGN KEY ("imported_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "ledger_statements" ADD CONSTRAINT "ledger_statements_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "maternity_years" ADD CONSTRAINT "maternity_years_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_initiatives" ADD CONSTRAINT "nomination_initiatives_nomination_id_nominations_id_fk" FOREIGN KEY ("nomination_id") REFERENCES "public"."nominations"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "nomination_initiatives" ADD CONSTRAINT "nomination_initiatives_initiative_id_initiatives_id_fk" FOREIGN KEY ("initiative_id") REFERENCES "public"."initiatives"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_matches" ADD CONSTRAINT "person_matches_person_a_people_id_fk" FOREIGN KEY ("person_a") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_matches" ADD CONSTRAINT "person_matches_person_b_people_id_fk" FOREIGN KEY ("person_b") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "person_matches" ADD CONSTRAINT "person_matches_decided_by_accounts_id_fk" FOREIGN KEY ("decided_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_person_id_people_id_fk" FOREIGN KEY ("person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_import_id_ledger_imports_id_fk" FOREIGN KEY ("import_id") REFERENCES "public"."ledger_imports"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "transfers" ADD CONSTRAINT "transfers_recorded_by_accounts_id_fk" FOREIGN KEY ("recorded_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "eligibility_verdicts_nomination" ON "eligibility_verdicts" USING btree ("nomination_id","evaluated_at");--> statement-breakpoint
CREATE UNIQUE INDEX "annual_ratings_once" ON "annual_ratings" USING btree (coalesce("person_id", "unit_id"),"year");--> statement-breakpoint
CREATE UNIQUE INDEX "discipline_records_once" ON "discipline_records" USING btree ("person_id","decision_symbol");--> statement-breakpoint
CREATE UNIQUE INDEX "initiatives_once" ON "initiatives" USING btree (coalesce("person_id", "unit_id"),"year",lower("name"));--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_awards_once" ON "ledger_awards" USING btree (coalesce("person_id", "unit_id"),"award_code","year","decision_symbol");--> statement-breakpoint
CREATE UNIQUE INDEX "ledger_awards_nomination" ON "ledger_awards" USING btree ("nomination_id");--> statement-breakpoint
CREATE INDEX "ledger_statements_subject" ON "ledger_statements" USING btree (coalesce("person_id", "unit_id"),"recorded_at");--> statement-breakpoint
CREATE UNIQUE INDEX "maternity_years_once" ON "maternity_years" USING btree ("person_id","year");--> statement-breakpoint
CREATE UNIQUE INDEX "nomination_initiatives_once" ON "nomination_initiatives" USING btree ("nomination_id","initiative_id");--> statement-breakpoint
CREATE INDEX "nomination_initiatives_initiative" ON "nomination_initiatives" USING btree ("initiative_id");--> statement-breakpoint
CREATE UNIQUE INDEX "person_matches_once" ON "person_matches" USING btree ("person_a","person_b");--> statement-breakpoint
CREATE INDEX "person_matches_second" ON "person_matches" USING btree ("person_b");--> statement-breakpoint
CREATE UNIQUE INDEX "transfers_once" ON "transfers" USING btree ("person_id","year","former_unit");--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_ledger_person_id_people_id_fk" FOREIGN KEY ("ledger_person_id") REFERENCES "public"."people"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "nominations_nominee" ON "nominations" USING btree (coalesce("person_id", "ledger_person_id", "unit_id"));--> statement-breakpoint
CREATE INDEX "people_staff_code" ON "people" USING btree ("staff_code");--> statement-breakpoint
CREATE INDEX "people_national_id" ON "people" USING btree ("national_id");--> statement-breakpoint
ALTER TABLE "nominations" ADD CONSTRAINT "nominations_ledger_person" CHECK ("nominations"."ledger_person_id" is null or "nominations"."kind" = 'outsider');--> statement-breakpoint
ALTER TABLE "people" ADD CONSTRAINT "people_national_id_digits" CHECK ("people"."national_id" ~ '^[0-9]{12}$');--> statement-breakpoint
-- The unmarked words of a name in alphabetical order, as `nameKey` of domain/identity/names.ts gives them.
CREATE FUNCTION name_key(name text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT string_agg(word, ' ' ORDER BY word COLLATE "C")
  FROM regexp_split_to_table(
    trim(lower(regexp_replace(translate(normalize(name, NFD), 'Đđ', 'Dd'), U&'[\0300-\036f]', '', 'g'))), '\s+'
  ) AS word
$$;
--> statement-breakpoint
CREATE INDEX "people_name_key" ON "people" (name_key("full_name"));
