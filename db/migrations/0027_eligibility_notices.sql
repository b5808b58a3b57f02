ALTER TYPE "public"."notice_kind" ADD VALUE 'eligibility_changed';
