CREATE TYPE "public"."binding_basis" AS ENUM('start', 'receipt', 'more_favourable');--> statement-breakpoint
CREATE TABLE "overlays" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"unit_id" uuid NOT NULL,
	"effective_from" date NOT NULL,
	"effective_to" date,
	"content" jsonb NOT NULL,
	"created_by" uuid NOT NULL,
	"created_at" timestamp with time zone NOT NULL,
	CONSTRAINT "overlays_dates" CHECK ("overlays"."effective_to" is null or "overlays"."effective_to" >= "overlays"."effective_from")
);
--> statement-breakpoint
CREATE TABLE "rule_set_binding_overlays" (
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"position" integer NOT NULL,
	"overlay_id" uuid NOT NULL,
	CONSTRAINT "rule_set_binding_overlays_dossier_id_number_position_pk" PRIMARY KEY("dossier_id","number","position")
);
--> statement-breakpoint
CREATE TABLE "rule_set_bindings" (
	"dossier_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"rule_set_id" text NOT NULL,
	"basis" "binding_basis" NOT NULL,
	"level" "level",
	"differences" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"account_id" uuid,
	"reason" text,
	"at" timestamp with time zone NOT NULL,
	CONSTRAINT "rule_set_bindings_dossier_id_number_pk" PRIMARY KEY("dossier_id","number"),
	CONSTRAINT "rule_set_bindings_number" CHECK ("rule_set_bindings"."number" > 0),
	CONSTRAINT "rule_set_bindings_level" CHECK (("rule_set_bindings"."basis" = 'receipt') = ("rule_set_bindings"."level" is not null)),
	CONSTRAINT "rule_set_bindings_reason" CHECK ("rule_set_bindings"."basis" <> 'more_favourable' or ("rule_set_bindings"."account_id" is not null and length(trim(coalesce("rule_set_bindings"."reason", ''))) > 0))
);
--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_unit_id_units_id_fk" FOREIGN KEY ("unit_id") REFERENCES "public"."units"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "overlays" ADD CONSTRAINT "overlays_created_by_accounts_id_fk" FOREIGN KEY ("created_by") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_binding_overlays" ADD CONSTRAINT "rule_set_binding_overlays_overlay_id_overlays_id_fk" FOREIGN KEY ("overlay_id") REFERENCES "public"."overlays"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_binding_overlays" ADD CONSTRAINT "rule_set_binding_overlays_binding" FOREIGN KEY ("dossier_id","number") REFERENCES "public"."rule_set_bindings"("dossier_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_bindings" ADD CONSTRAINT "rule_set_bindings_dossier_id_dossiers_id_fk" FOREIGN KEY ("dossier_id") REFERENCES "public"."dossiers"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_bindings" ADD CONSTRAINT "rule_set_bindings_rule_set_id_rule_sets_id_fk" FOREIGN KEY ("rule_set_id") REFERENCES "public"."rule_sets"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "rule_set_bindings" ADD CONSTRAINT "rule_set_bindings_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "overlays_start" ON "overlays" USING btree ("unit_id","effective_from");--> statement-breakpoint
CREATE INDEX "rule_set_binding_overlays_overlay" ON "rule_set_binding_overlays" USING btree ("overlay_id");--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_bindings_start" ON "rule_set_bindings" USING btree ("dossier_id") WHERE "rule_set_bindings"."basis" = 'start';--> statement-breakpoint
CREATE UNIQUE INDEX "rule_set_bindings_receipt" ON "rule_set_bindings" USING btree ("dossier_id") WHERE "rule_set_bindings"."basis" = 'receipt';
--> statement-breakpoint
-- Dossiers submitted before bindings were kept are bound by their start.
INSERT INTO "rule_set_bindings" ("dossier_id", "number", "rule_set_id", "basis", "at")
  SELECT "id", 1, "rule_set_id", 'start', coalesce("submitted_at", "created_at")
  FROM "dossiers" WHERE "rule_set_id" IS NOT NULL;
--> statement-breakpoint
-- What bound a dossier is never rewritten.
CREATE FUNCTION rule_set_bindings_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a binding never changes';
END $$;
--> statement-breakpoint
CREATE TRIGGER rule_set_bindings_no_change BEFORE UPDATE ON "rule_set_bindings" FOR EACH ROW EXECUTE FUNCTION rule_set_bindings_guard();
--> statement-breakpoint
-- An overlay that binds a dossier keeps its content; only its last day may follow.
CREATE FUNCTION overlays_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.unit_id, NEW.effective_from, NEW.content) IS DISTINCT FROM (OLD.unit_id, OLD.effective_from, OLD.content)
    AND EXISTS (SELECT FROM "rule_set_binding_overlays" WHERE "overlay_id" = OLD.id)
  THEN RAISE EXCEPTION 'an overlay that binds a dossier keeps its content';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER overlays_no_change BEFORE UPDATE ON "overlays" FOR EACH ROW EXECUTE FUNCTION overlays_guard();
