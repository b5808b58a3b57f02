-- Who waits for what is known anew: nothing shipped so far has thrown a message to another instance.
DROP TABLE "subscriptions" CASCADE;
--> statement-breakpoint
CREATE TYPE "public"."publication_kind" AS ENUM('message', 'signal');--> statement-breakpoint
CREATE TABLE "publications" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "publications_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"instance_id" uuid NOT NULL,
	"element" text NOT NULL,
	"kind" "publication_kind" NOT NULL,
	"name" text NOT NULL,
	"correlation_key" text NOT NULL,
	"variables" jsonb NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"kept_until" timestamp with time zone NOT NULL,
	"told_up_to" uuid,
	"closed_at" timestamp with time zone,
	CONSTRAINT "publications_kept" CHECK ("publications"."kept_until" >= "publications"."at"),
	CONSTRAINT "publications_key" CHECK ("publications"."kind" = 'message' or "publications"."correlation_key" = '')
);
--> statement-breakpoint
CREATE TABLE "subscriptions" (
	"instance_id" uuid NOT NULL,
	"visit" text NOT NULL,
	"kind" "publication_kind" NOT NULL,
	"name" text NOT NULL,
	"correlation_key" text NOT NULL,
	"opened_at" timestamp with time zone NOT NULL,
	"taken_by" integer,
	CONSTRAINT "subscriptions_instance_id_visit_kind_name_correlation_key_pk" PRIMARY KEY("instance_id","visit","kind","name","correlation_key")
);
--> statement-breakpoint
ALTER TABLE "publications" ADD CONSTRAINT "publications_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "subscriptions" ADD CONSTRAINT "subscriptions_instance_id_process_instances_id_fk" FOREIGN KEY ("instance_id") REFERENCES "public"."process_instances"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "publications_open" ON "publications" USING btree ("id") WHERE "publications"."closed_at" is null;--> statement-breakpoint
CREATE INDEX "subscriptions_name" ON "subscriptions" USING btree ("kind","name","correlation_key");