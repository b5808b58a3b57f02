-- Logins of before end here: people log in again.
DELETE FROM "login_sessions";--> statement-breakpoint
DROP INDEX "login_sessions_expire";--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "account_id" uuid NOT NULL;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD COLUMN "expires_at" timestamp with time zone NOT NULL;--> statement-breakpoint
ALTER TABLE "login_sessions" ADD CONSTRAINT "login_sessions_account_id_accounts_id_fk" FOREIGN KEY ("account_id") REFERENCES "public"."accounts"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "login_sessions_expires_at" ON "login_sessions" USING btree ("expires_at");--> statement-breakpoint
ALTER TABLE "login_sessions" DROP COLUMN "sess";--> statement-breakpoint
ALTER TABLE "login_sessions" DROP COLUMN "expire";
