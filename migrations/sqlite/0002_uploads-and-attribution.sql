CREATE TABLE `uploads` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`form_id` text NOT NULL,
	`question_id` text,
	`name` text NOT NULL,
	`type` text NOT NULL,
	`media_type` text NOT NULL,
	`size` integer NOT NULL,
	`hash` text NOT NULL,
	`submission_id` text,
	`removed_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `uploads_unclaimed` ON `uploads` (`created_at`) WHERE submission_id IS NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `touch` text;