ALTER TABLE "councils" ADD COLUMN "version" integer DEFAULT 1 NOT NULL;
