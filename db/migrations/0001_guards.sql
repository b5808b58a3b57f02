-- Two rule-sets never cover the same day.
ALTER TABLE "rule_sets" ADD CONSTRAINT "rule_sets_no_overlap"
  EXCLUDE USING gist (daterange("effective_from", "effective_to", '[]') WITH &&);
--> statement-breakpoint
-- The audit log only grows: what a row says never changes, and a seal is set once.
CREATE FUNCTION audit_log_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'UPDATE'
    AND OLD.hash IS NULL
    AND (NEW.id, NEW.at, NEW.account_id, NEW.action, NEW.subject_kind, NEW.subject_id, NEW.details)
      IS NOT DISTINCT FROM (OLD.id, OLD.at, OLD.account_id, OLD.action, OLD.subject_kind, OLD.subject_id, OLD.details)
  THEN RETURN NEW;
  END IF;
  RAISE EXCEPTION 'audit_log rows never change';
END $$;
--> statement-breakpoint
CREATE TRIGGER audit_log_no_change BEFORE UPDATE OR DELETE ON "audit_log" FOR EACH ROW EXECUTE FUNCTION audit_log_guard();
--> statement-breakpoint
CREATE TRIGGER audit_log_no_truncate BEFORE TRUNCATE ON "audit_log" FOR EACH STATEMENT EXECUTE FUNCTION audit_log_guard();
--> statement-breakpoint
-- A stored file never changes.
CREATE FUNCTION documents_guard() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'a stored document never changes';
END $$;
--> statement-breakpoint
CREATE TRIGGER documents_no_change BEFORE UPDATE ON "documents" FOR EACH ROW EXECUTE FUNCTION documents_guard();
