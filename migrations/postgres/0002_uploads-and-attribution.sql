CREATE TABLE "uploads" (
	"workspace_id" text NOT NULL,
	"id" text NOT NULL,
	"form_id" text NOT NULL,
	"question_id" text,
	"name" text NOT NULL,
	"type" text NOT NULL,
	"media_type" text NOT NULL,
	"size" integer NOT NULL,
	"hash" text NOT NULL,
	"submission_id" text,
	"removed_at" timestamp (3) with time zone,
	"created_at" timestamp (3) with time zone NOT NULL,
	CONSTRAINT "uploads_workspace_id_id_pk" PRIMARY KEY("workspace_id","id")
);
--> statement-breakpoint
ALTER TABLE "conversations" ADD COLUMN "touch" text;--> statement-breakpoint
CREATE INDEX "uploads_unclaimed" ON "uploads" USING btree ("created_at") WHERE submission_id IS NULL;