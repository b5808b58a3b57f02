-- A referral whose process has ended waits for nothing: from now on the step that ends the process does this.
UPDATE "agenda_items" SET "result" = 'removed', "reason" = 'Quy trình không còn chờ kết quả của hội đồng.'
FROM "referrals", "process_instances"
WHERE "referrals"."id" = "agenda_items"."referral_id" AND "process_instances"."id" = "referrals"."instance_id"
	AND "referrals"."status" = 'waiting' AND "process_instances"."status" = 'ended' AND "agenda_items"."result" IS NULL
	AND ("agenda_items"."session_id" IS NULL
		OR "agenda_items"."session_id" IN (SELECT "id" FROM "sessions" WHERE "status" = 'planned'));--> statement-breakpoint
UPDATE "referrals" SET "status" = 'cancelled'
FROM "process_instances"
WHERE "process_instances"."id" = "referrals"."instance_id"
	AND "referrals"."status" = 'waiting' AND "process_instances"."status" = 'ended';
--> statement-breakpoint
ALTER TABLE "substitutions" ADD COLUMN "document_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD COLUMN "decided_under" uuid;--> statement-breakpoint
ALTER TABLE "substitutions" ADD CONSTRAINT "substitutions_document_id_documents_id_fk" FOREIGN KEY ("document_id") REFERENCES "public"."documents"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_decided_under_substitutions_id_fk" FOREIGN KEY ("decided_under") REFERENCES "public"."substitutions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "tasks_substituted" ON "tasks" USING btree ("decided_under") WHERE "tasks"."decided_under" is not null;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_decided_under" CHECK ("tasks"."decided_under" is null or "tasks"."decided_for" is not null);
--> statement-breakpoint
ALTER TABLE "session_signatures" ADD COLUMN "signed_for_id" uuid;--> statement-breakpoint
ALTER TABLE "session_signatures" ADD CONSTRAINT "session_signatures_signed_for_id_accounts_id_fk" FOREIGN KEY ("signed_for_id") REFERENCES "public"."accounts"("id") ON DELETE no action ON UPDATE no action;
