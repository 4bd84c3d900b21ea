CREATE TABLE `absences` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`user_id` text NOT NULL,
	`from_at` integer NOT NULL,
	`to_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `absences_end` ON `absences` (`workspace_id`,`to_at`,`id`);--> statement-breakpoint
CREATE TABLE `account` (
	`id` text PRIMARY KEY NOT NULL,
	`account_id` text NOT NULL,
	`provider_id` text NOT NULL,
	`user_id` text NOT NULL,
	`access_token` text,
	`refresh_token` text,
	`id_token` text,
	`access_token_expires_at` integer,
	`refresh_token_expires_at` integer,
	`scope` text,
	`password` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `account_user` ON `account` (`user_id`);--> statement-breakpoint
CREATE TABLE `api_keys` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`prefix` text NOT NULL,
	`hash` text NOT NULL,
	`role` text NOT NULL,
	`created_at` integer NOT NULL,
	`revoked_at` integer,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `api_keys_hash` ON `api_keys` (`hash`);--> statement-breakpoint
CREATE TABLE `audit` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`actor_id` text,
	`action` text NOT NULL,
	`subject` text NOT NULL,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `audit_newest` ON `audit` (`workspace_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `conversations` (
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`visitor_hash` text,
	`seq` integer NOT NULL,
	`answers` text NOT NULL,
	`submission_id` text,
	`started_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`id`, `workspace_id`)
);
--> statement-breakpoint
CREATE INDEX `conversations_of_visitor` ON `conversations` (`workspace_id`,`visitor_hash`);--> statement-breakpoint
CREATE TABLE `events` (
	`ordinal` integer PRIMARY KEY AUTOINCREMENT NOT NULL,
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`type` text NOT NULL,
	`lead_id` text NOT NULL,
	`submission_id` text,
	`data` text NOT NULL,
	`at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `events_id` ON `events` (`workspace_id`,`id`);--> statement-breakpoint
CREATE INDEX `events_since` ON `events` (`workspace_id`,`ordinal`);--> statement-breakpoint
CREATE INDEX `events_of_lead` ON `events` (`workspace_id`,`lead_id`,`ordinal`);--> statement-breakpoint
CREATE TABLE `form_days` (
	`workspace_id` text NOT NULL,
	`form_id` text NOT NULL,
	`day` text NOT NULL,
	`views` integer NOT NULL,
	`starts` integer NOT NULL,
	`submissions` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `form_id`, `day`)
);
--> statement-breakpoint
CREATE TABLE `form_versions` (
	`workspace_id` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`definition` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text,
	PRIMARY KEY(`workspace_id`, `form_id`, `version`),
	FOREIGN KEY (`workspace_id`,`form_id`) REFERENCES `forms`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE TABLE `forms` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`slug` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`published_version` integer,
	`origins` text NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `forms_id` ON `forms` (`id`);--> statement-breakpoint
CREATE UNIQUE INDEX `forms_slug` ON `forms` (`slug`);--> statement-breakpoint
CREATE INDEX `forms_newest` ON `forms` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE TABLE `invitation` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`email` text NOT NULL,
	`role` text,
	`status` text NOT NULL,
	`inviter_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`inviter_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `invitation_organization` ON `invitation` (`organization_id`);--> statement-breakpoint
CREATE INDEX `invitation_email` ON `invitation` (`email`);--> statement-breakpoint
CREATE TABLE `lead_actions` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`lead_id` text NOT NULL,
	`actor_id` text,
	`kind` text NOT NULL,
	`reason` text,
	`note` text,
	`at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `lead_actions_of_lead` ON `lead_actions` (`workspace_id`,`lead_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `lead_keys` (
	`workspace_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`wrapped` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `lead_id`)
);
--> statement-breakpoint
CREATE TABLE `leads` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`email` text,
	`name` text NOT NULL,
	`company` text NOT NULL,
	`search` text NOT NULL,
	`stage` text NOT NULL,
	`lane` text NOT NULL,
	`destination` text NOT NULL,
	`owner_id` text,
	`is_open` integer NOT NULL,
	`rank` integer NOT NULL,
	`fit_hundredths` integer NOT NULL,
	`intent_hundredths` integer NOT NULL,
	`total_hundredths` integer NOT NULL,
	`label` text NOT NULL,
	`coverage` real NOT NULL,
	`model_version` integer NOT NULL,
	`flags` text NOT NULL,
	`sla_policy` text,
	`sla_label` text,
	`sla_started_at` integer,
	`sla_first_touch_due` integer,
	`sla_warn_at` integer,
	`sla_disposition_due` integer,
	`source` text NOT NULL,
	`form_id` text NOT NULL,
	`submission_id` text NOT NULL,
	`submissions` integer NOT NULL,
	`visitor_hash` text,
	`claimed_at` integer,
	`touched_at` integer,
	`acknowledged_on` text,
	`is_test` integer NOT NULL,
	`created_at` integer NOT NULL,
	`routed_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `leads_email` ON `leads` (`workspace_id`,`email`);--> statement-breakpoint
CREATE INDEX `leads_newest` ON `leads` (`workspace_id`,`created_at`,`id`);--> statement-breakpoint
CREATE INDEX `leads_rank` ON `leads` (`workspace_id`,`rank`,`routed_at`,`id`);--> statement-breakpoint
CREATE INDEX `leads_owned` ON `leads` (`workspace_id`,`owner_id`,`rank`,`routed_at`,`id`);--> statement-breakpoint
CREATE TABLE `loads` (
	`workspace_id` text NOT NULL,
	`user_id` text NOT NULL,
	`open` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `member` (
	`id` text PRIMARY KEY NOT NULL,
	`organization_id` text NOT NULL,
	`user_id` text NOT NULL,
	`role` text NOT NULL,
	`is_active` integer DEFAULT true NOT NULL,
	`created_at` integer NOT NULL,
	FOREIGN KEY (`organization_id`) REFERENCES `organization`(`id`) ON UPDATE no action ON DELETE cascade,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `member_organization_user` ON `member` (`organization_id`,`user_id`);--> statement-breakpoint
CREATE INDEX `member_user` ON `member` (`user_id`);--> statement-breakpoint
CREATE TABLE `model_versions` (
	`workspace_id` text NOT NULL,
	`model_id` text NOT NULL,
	`version` integer NOT NULL,
	`revision` integer NOT NULL,
	`document` text NOT NULL,
	`rationale` text NOT NULL,
	`published_at` integer NOT NULL,
	`published_by` text,
	PRIMARY KEY(`workspace_id`, `model_id`, `version`),
	FOREIGN KEY (`workspace_id`,`model_id`) REFERENCES `models`(`workspace_id`,`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `model_versions_newest` ON `model_versions` (`workspace_id`,`published_at`,`version`);--> statement-breakpoint
CREATE TABLE `models` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`draft` text NOT NULL,
	`revision` integer NOT NULL,
	`published_version` integer,
	`updated_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE TABLE `organization` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`slug` text NOT NULL,
	`logo` text,
	`metadata` text,
	`is_demo` integer DEFAULT false NOT NULL,
	`created_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `organization_slug_unique` ON `organization` (`slug`);--> statement-breakpoint
CREATE TABLE `outbox` (
	`id` text NOT NULL,
	`workspace_id` text NOT NULL,
	`channel` text NOT NULL,
	`kind` text NOT NULL,
	`target` text NOT NULL,
	`event_id` text NOT NULL,
	`lead_id` text NOT NULL,
	`submission_id` text,
	`state` text NOT NULL,
	`attempts` integer NOT NULL,
	`next_at` integer NOT NULL,
	`due_at` integer,
	`lease_owner` text,
	`lease_until` integer,
	`last_error` text,
	`done_at` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE INDEX `outbox_id` ON `outbox` (`id`);--> statement-breakpoint
CREATE INDEX `outbox_due` ON `outbox` (`due_at`);--> statement-breakpoint
CREATE INDEX `outbox_state` ON `outbox` (`workspace_id`,`state`,`id`);--> statement-breakpoint
CREATE TABLE `pool_credits` (
	`workspace_id` text NOT NULL,
	`pool_id` text NOT NULL,
	`user_id` text NOT NULL,
	`credit` real NOT NULL,
	`last_assigned_at` integer,
	PRIMARY KEY(`workspace_id`, `pool_id`, `user_id`)
);
--> statement-breakpoint
CREATE TABLE `routings` (
	`workspace_id` text NOT NULL,
	`version` integer NOT NULL,
	`document` text NOT NULL,
	`saved_at` integer NOT NULL,
	`saved_by` text,
	PRIMARY KEY(`workspace_id`, `version`)
);
--> statement-breakpoint
CREATE TABLE `session` (
	`id` text PRIMARY KEY NOT NULL,
	`token` text NOT NULL,
	`user_id` text NOT NULL,
	`expires_at` integer NOT NULL,
	`ip_address` text,
	`user_agent` text,
	`active_organization_id` text,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE UNIQUE INDEX `session_token_unique` ON `session` (`token`);--> statement-breakpoint
CREATE INDEX `session_user` ON `session` (`user_id`);--> statement-breakpoint
CREATE TABLE `signals` (
	`workspace_id` text NOT NULL,
	`visitor_hash` text NOT NULL,
	`id` text NOT NULL,
	`name` text NOT NULL,
	`at` integer NOT NULL,
	`url` text,
	PRIMARY KEY(`workspace_id`, `visitor_hash`, `id`)
);
--> statement-breakpoint
CREATE INDEX `signals_of_visitor` ON `signals` (`workspace_id`,`visitor_hash`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `submissions` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`form_id` text NOT NULL,
	`version` integer NOT NULL,
	`idempotency_key` text NOT NULL,
	`fingerprint` text NOT NULL,
	`lead_id` text NOT NULL,
	`conversation_id` text,
	`destination` text NOT NULL,
	`owner_id` text,
	`is_test` integer NOT NULL,
	`at` integer NOT NULL,
	`sealed` text NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_key` ON `submissions` (`workspace_id`,`form_id`,`idempotency_key`);--> statement-breakpoint
CREATE UNIQUE INDEX `submissions_conversation` ON `submissions` (`workspace_id`,`conversation_id`);--> statement-breakpoint
CREATE INDEX `submissions_newest` ON `submissions` (`workspace_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_of_form` ON `submissions` (`workspace_id`,`form_id`,`at`,`id`);--> statement-breakpoint
CREATE INDEX `submissions_of_lead` ON `submissions` (`workspace_id`,`lead_id`,`at`,`id`);--> statement-breakpoint
CREATE TABLE `two_factor` (
	`id` text PRIMARY KEY NOT NULL,
	`user_id` text NOT NULL,
	`secret` text NOT NULL,
	`backup_codes` text NOT NULL,
	`verified` integer DEFAULT true,
	`failed_verification_count` integer DEFAULT 0,
	`locked_until` integer,
	FOREIGN KEY (`user_id`) REFERENCES `user`(`id`) ON UPDATE no action ON DELETE cascade
);
--> statement-breakpoint
CREATE INDEX `two_factor_user` ON `two_factor` (`user_id`);--> statement-breakpoint
CREATE INDEX `two_factor_secret` ON `two_factor` (`secret`);--> statement-breakpoint
CREATE TABLE `user` (
	`id` text PRIMARY KEY NOT NULL,
	`name` text NOT NULL,
	`email` text NOT NULL,
	`email_verified` integer DEFAULT false NOT NULL,
	`image` text,
	`two_factor_enabled` integer DEFAULT false,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE UNIQUE INDEX `user_email_unique` ON `user` (`email`);--> statement-breakpoint
CREATE TABLE `verification` (
	`id` text PRIMARY KEY NOT NULL,
	`identifier` text NOT NULL,
	`value` text NOT NULL,
	`expires_at` integer NOT NULL,
	`created_at` integer NOT NULL,
	`updated_at` integer NOT NULL
);
--> statement-breakpoint
CREATE INDEX `verification_identifier` ON `verification` (`identifier`);--> statement-breakpoint
CREATE TABLE `webhooks` (
	`workspace_id` text NOT NULL,
	`id` text NOT NULL,
	`url` text NOT NULL,
	`types` text NOT NULL,
	`secret` text NOT NULL,
	`is_enabled` integer NOT NULL,
	`disabled_because` text,
	`failing_since` integer,
	`created_at` integer NOT NULL,
	PRIMARY KEY(`workspace_id`, `id`)
);
