ALTER TABLE `conversations` ADD `known` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `conversations` ADD `skip` text DEFAULT '[]' NOT NULL;--> statement-breakpoint
ALTER TABLE `submissions` ADD `visitor_hash` text;--> statement-breakpoint
CREATE INDEX `submissions_of_visitor` ON `submissions` (`workspace_id`,`visitor_hash`,`at`,`id`) WHERE visitor_hash IS NOT NULL;