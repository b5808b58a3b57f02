ALTER TABLE "tasks" ADD COLUMN "form_definition_id" uuid;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_form_definition_id_process_definitions_id_fk" FOREIGN KEY ("form_definition_id") REFERENCES "public"."process_definitions"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
UPDATE "tasks" SET "form_definition_id" = "process_instances"."definition_id" FROM "process_instances" WHERE "process_instances"."id" = "tasks"."instance_id" AND "tasks"."form" IS NOT NULL;--> statement-breakpoint
ALTER TABLE "tasks" ADD CONSTRAINT "tasks_form_definition" CHECK (("tasks"."form" is null) = ("tasks"."form_definition_id" is null));
