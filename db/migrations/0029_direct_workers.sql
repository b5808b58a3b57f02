ALTER TABLE "positions" ALTER COLUMN "is_direct_worker" DROP DEFAULT;--> statement-breakpoint
ALTER TABLE "positions" ALTER COLUMN "is_direct_worker" DROP NOT NULL;
