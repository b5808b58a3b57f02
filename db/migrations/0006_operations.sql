CREATE TYPE "public"."operation_kind" AS ENUM('suspend', 'resume', 'cancel', 'modify', 'migrate', 'restart');--> statement-breakpoint
CREATE TABLE "instance_operations" (
	"instance_id" uuid NOT NULL,
	"number" integer NOT NULL,
	"kind" "operation_kind" NOT NULL,
	"reason" text NOT NULL,
	"problems" jsonb,
	CONSTRAINT "instance_operations_instance_id_number_pk" PRIMARY KEY("instance_id","number"),
	CONSTRAINT "instance_operations_reason" CHECK (length(trim("instance_operations"."reason")) > 0)
);
--> statement-breakpoint
ALTER TABLE "process_instances" ADD COLUMN "suspended_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "process_instances" ADD COLUMN "restart_of" uuid;--> statement-breakpoint
ALTER TABLE "instance_operations" ADD CONSTRAINT "instance_operations_outbox" FOREIGN KEY ("instance_id","number") REFERENCES "public"."outbox"("instance_id","number") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "process_instances" ADD CONSTRAINT "process_instances_restart_of_process_instances_id_fk" FOREIGN KEY ("restart_of") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "process_instances_definition" ON "process_instances" USING btree ("definition_id","status");--> statement-breakpoint
CREATE UNIQUE INDEX "process_instances_restarted_once" ON "process_instances" USING btree ("restart_of") WHERE "process_instances"."restart_of" is not null;
--> statement-breakpoint
-- A start names the definition it runs on, so that the events alone tell which graph held when.
UPDATE "outbox" o SET event = o.event || jsonb_build_object('definition', i.definition_id)
  FROM "process_instances" i WHERE i.id = o.instance_id AND o.number = 0 AND NOT o.event ? 'definition';
--> statement-breakpoint
UPDATE "instance_steps" s SET event = s.event || jsonb_build_object('definition', i.definition_id)
  FROM "process_instances" i WHERE i.id = s.instance_id AND s.step = 1 AND NOT s.event ? 'definition';
