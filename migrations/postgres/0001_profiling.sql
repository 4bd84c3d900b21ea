ALTER TABLE "conversations" ADD COLUMN "known" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "skip" jsonb DEFAULT '[]'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "submissions" ADD COLUMN "visitor_hash" text;--> statement-breakpoint
CREATE INDEX "submissions_of_visitor" ON "submissions" USING btree ("workspace_id","visitor_hash","at","id") WHERE visitor_hash IS NOT NULL;