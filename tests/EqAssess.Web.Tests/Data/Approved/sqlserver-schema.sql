CREATE TABLE [audit_log] (
    [id] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [actor] uniqueidentifier NULL,
    [act] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_audit_log] PRIMARY KEY ([id])
);
GO


CREATE TABLE [bank] (
    [id] uniqueidentifier NOT NULL,
    [slug] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [language] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [head] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [imported_at] datetime2 NOT NULL,
    CONSTRAINT [PK_bank] PRIMARY KEY ([id])
);
GO


CREATE TABLE [bank_upload] (
    [id] uniqueidentifier NOT NULL,
    [by] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [content] varbinary(max) NOT NULL,
    CONSTRAINT [PK_bank_upload] PRIMARY KEY ([id])
);
GO


CREATE TABLE [candidate] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [email] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [normalized_email] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [simulated] bit NOT NULL,
    [created_at] datetime2 NOT NULL,
    [erased_at] datetime2 NULL,
    [held_since] datetime2 NULL,
    [overwritten_at] datetime2 NULL,
    [zone] nvarchar(100) COLLATE Latin1_General_100_BIN2 NULL,
    [merged_into_id] uniqueidentifier NULL,
    CONSTRAINT [PK_candidate] PRIMARY KEY ([id])
);
GO


CREATE TABLE [data_protection_key] (
    [id] uniqueidentifier NOT NULL,
    [friendly_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [xml] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_data_protection_key] PRIMARY KEY ([id])
);
GO


CREATE TABLE [heartbeat] (
    [process_id] uniqueidentifier NOT NULL,
    [started_at] datetime2 NOT NULL,
    [beat_at] datetime2 NOT NULL,
    [monotonic_milliseconds] bigint NOT NULL,
    CONSTRAINT [PK_heartbeat] PRIMARY KEY ([process_id])
);
GO


CREATE TABLE [kept_message] (
    [id] uniqueidentifier NOT NULL,
    [to] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [sent_at] datetime2 NOT NULL,
    CONSTRAINT [PK_kept_message] PRIMARY KEY ([id])
);
GO


CREATE TABLE [lease] (
    [name] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [holder] uniqueidentifier NOT NULL,
    [until] datetime2 NOT NULL,
    CONSTRAINT [PK_lease] PRIMARY KEY ([name])
);
GO


CREATE TABLE [message_template] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [language] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [version] int NOT NULL,
    [subject] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [body] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] uniqueidentifier NULL,
    CONSTRAINT [PK_message_template] PRIMARY KEY ([id])
);
GO


CREATE TABLE [outage] (
    [id] uniqueidentifier NOT NULL,
    [began_at] datetime2 NOT NULL,
    [ended_at] datetime2 NOT NULL,
    [compensated_at] datetime2 NULL,
    CONSTRAINT [PK_outage] PRIMARY KEY ([id])
);
GO


CREATE TABLE [report_seal] (
    [code] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [report_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [issued_at] datetime2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [withdrawn_at] datetime2 NULL,
    CONSTRAINT [PK_report_seal] PRIMARY KEY ([code])
);
GO


CREATE TABLE [saved_view] (
    [id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [name] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [query] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [saved_at] datetime2 NOT NULL,
    CONSTRAINT [PK_saved_view] PRIMARY KEY ([id])
);
GO


CREATE TABLE [staff_invitation] (
    [id] uniqueidentifier NOT NULL,
    [token_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [email] nvarchar(320) COLLATE Latin1_General_100_BIN2 NULL,
    [display_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [roles] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [expires_at] datetime2 NOT NULL,
    [used_at] datetime2 NULL,
    CONSTRAINT [PK_staff_invitation] PRIMARY KEY ([id])
);
GO


CREATE TABLE [staff_member] (
    [id] uniqueidentifier NOT NULL,
    [display_name] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [user_name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [normalized_user_name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [normalized_email] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [email_confirmed] bit NOT NULL,
    [password_hash] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [security_stamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [concurrency_stamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [phone_number] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [phone_number_confirmed] bit NOT NULL,
    [two_factor_enabled] bit NOT NULL,
    [lockout_end] datetime2 NULL,
    [lockout_enabled] bit NOT NULL,
    [access_failed_count] int NOT NULL,
    CONSTRAINT [PK_staff_member] PRIMARY KEY ([id])
);
GO


CREATE TABLE [staff_role] (
    [id] uniqueidentifier NOT NULL,
    [name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [normalized_name] nvarchar(256) COLLATE Latin1_General_100_BIN2 NULL,
    [concurrency_stamp] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_staff_role] PRIMARY KEY ([id])
);
GO


CREATE TABLE [workspace] (
    [id] uniqueidentifier NOT NULL,
    [demonstration] bit NOT NULL,
    [created_at] datetime2 NOT NULL,
    [monitoring_key] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_workspace] PRIMARY KEY ([id])
);
GO


CREATE TABLE [form_version] (
    [id] uniqueidentifier NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] int NOT NULL,
    [time_limit_seconds] int NOT NULL,
    [published_at] datetime2 NOT NULL,
    [published_by] uniqueidentifier NULL,
    [blueprint] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [seed] bigint NULL,
    [assembly] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [sections] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_form_version] PRIMARY KEY ([id]),
    CONSTRAINT [FK_form_version_bank_bank_id] FOREIGN KEY ([bank_id]) REFERENCES [bank] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_version] (
    [id] uniqueidentifier NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [item_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] int NOT NULL,
    [use] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [facet] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [domain] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [current] bit NOT NULL,
    [status] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'Live',
    [origin] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'Files',
    [revision] int NOT NULL DEFAULT 0,
    [key_proposal] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [changed_at] datetime2 NULL,
    [changed_by] uniqueidentifier NULL,
    CONSTRAINT [PK_item_version] PRIMARY KEY ([id]),
    CONSTRAINT [FK_item_version_bank_bank_id] FOREIGN KEY ([bank_id]) REFERENCES [bank] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [job_record] (
    [id] uniqueidentifier NOT NULL,
    [series_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [job_title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [stage] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [simulated] bit NOT NULL,
    [created_by] uniqueidentifier NULL,
    [created_at] datetime2 NOT NULL,
    [finished_at] datetime2 NULL,
    [finished_by] uniqueidentifier NULL,
    CONSTRAINT [PK_job_record] PRIMARY KEY ([id]),
    CONSTRAINT [FK_job_record_bank_bank_id] FOREIGN KEY ([bank_id]) REFERENCES [bank] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [key_version] (
    [id] uniqueidentifier NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [label] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [status] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [source] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [demonstration] bit NOT NULL,
    [panel_id] uniqueidentifier NULL,
    [published_by] uniqueidentifier NULL,
    CONSTRAINT [PK_key_version] PRIMARY KEY ([id]),
    CONSTRAINT [FK_key_version_bank_bank_id] FOREIGN KEY ([bank_id]) REFERENCES [bank] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [panel] (
    [id] uniqueidentifier NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [instructions] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [stage] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [simulated] bit NOT NULL,
    [created_by] uniqueidentifier NULL,
    [created_at] datetime2 NOT NULL,
    [round_one_closed_at] datetime2 NULL,
    [round_two_closed_at] datetime2 NULL,
    CONSTRAINT [PK_panel] PRIMARY KEY ([id]),
    CONSTRAINT [FK_panel_bank_bank_id] FOREIGN KEY ([bank_id]) REFERENCES [bank] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [accommodation] (
    [candidate_id] uniqueidentifier NOT NULL,
    [percent] int NOT NULL,
    [untimed] bit NOT NULL,
    [break_minutes] int NOT NULL,
    [typed] bit NOT NULL,
    [spared_items] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [granted_at] datetime2 NOT NULL,
    [granted_by] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_accommodation] PRIMARY KEY ([candidate_id]),
    CONSTRAINT [FK_accommodation_candidate_candidate_id] FOREIGN KEY ([candidate_id]) REFERENCES [candidate] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [staff_member_claim] (
    [id] int NOT NULL IDENTITY,
    [user_id] uniqueidentifier NOT NULL,
    [claim_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [claim_value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_staff_member_claim] PRIMARY KEY ([id]),
    CONSTRAINT [FK_staff_member_claim_staff_member_user_id] FOREIGN KEY ([user_id]) REFERENCES [staff_member] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [staff_member_login] (
    [login_provider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [provider_key] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [provider_display_name] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [user_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_staff_member_login] PRIMARY KEY ([login_provider], [provider_key]),
    CONSTRAINT [FK_staff_member_login_staff_member_user_id] FOREIGN KEY ([user_id]) REFERENCES [staff_member] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [staff_member_token] (
    [user_id] uniqueidentifier NOT NULL,
    [login_provider] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [name] nvarchar(128) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_staff_member_token] PRIMARY KEY ([user_id], [login_provider], [name]),
    CONSTRAINT [FK_staff_member_token_staff_member_user_id] FOREIGN KEY ([user_id]) REFERENCES [staff_member] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [staff_member_role] (
    [user_id] uniqueidentifier NOT NULL,
    [role_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_staff_member_role] PRIMARY KEY ([user_id], [role_id]),
    CONSTRAINT [FK_staff_member_role_staff_member_user_id] FOREIGN KEY ([user_id]) REFERENCES [staff_member] ([id]) ON DELETE CASCADE,
    CONSTRAINT [FK_staff_member_role_staff_role_role_id] FOREIGN KEY ([role_id]) REFERENCES [staff_role] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [staff_role_claim] (
    [id] int NOT NULL IDENTITY,
    [role_id] uniqueidentifier NOT NULL,
    [claim_type] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [claim_value] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_staff_role_claim] PRIMARY KEY ([id]),
    CONSTRAINT [FK_staff_role_claim_staff_role_role_id] FOREIGN KEY ([role_id]) REFERENCES [staff_role] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [campaign] (
    [id] uniqueidentifier NOT NULL,
    [job_title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [purpose] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [time_zone] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [opens_on] date NOT NULL,
    [closes_on] date NOT NULL,
    [closes_at] datetime2 NOT NULL,
    [opens_at] datetime2 NOT NULL,
    [contact] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [retention_months] int NOT NULL,
    [seed] int NOT NULL,
    [created_at] datetime2 NOT NULL,
    [demonstration] bit NOT NULL,
    [country] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'',
    [allows_pause] bit NOT NULL DEFAULT CAST(0 AS bit),
    [gives_feedback] bit NOT NULL DEFAULT CAST(0 AS bit),
    [monitors] bit NOT NULL DEFAULT CAST(0 AS bit),
    [held_since] datetime2 NULL,
    [plan_id] uniqueidentifier NULL,
    [shared_with_all] bit NOT NULL DEFAULT CAST(1 AS bit),
    [reminder_slots] nvarchar(100) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'48 24',
    [reminder_cap] int NOT NULL DEFAULT 3,
    [quiet_from] int NOT NULL DEFAULT 21,
    [quiet_until] int NOT NULL DEFAULT 8,
    [job_record_id] uniqueidentifier NULL,
    [blind] bit NOT NULL DEFAULT CAST(1 AS bit),
    [norm_version_id] uniqueidentifier NULL,
    CONSTRAINT [PK_campaign] PRIMARY KEY ([id]),
    CONSTRAINT [FK_campaign_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [form_fairness] (
    [form_version_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [taken_at] datetime2 NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_form_fairness] PRIMARY KEY ([form_version_id], [number]),
    CONSTRAINT [FK_form_fairness_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [norm_version] (
    [id] uniqueidentifier NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [scoring_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [number] int NOT NULL,
    [title] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [description] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [role_family] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [countries] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [source] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [persons] int NOT NULL,
    [collected_from] date NOT NULL,
    [collected_to] date NOT NULL,
    [filter] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [transformation] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [scores] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] uniqueidentifier NULL,
    CONSTRAINT [PK_norm_version] PRIMARY KEY ([id]),
    CONSTRAINT [FK_norm_version_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [form_item] (
    [form_version_id] uniqueidentifier NOT NULL,
    [position] int NOT NULL,
    [practice] bit NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [pretest] bit NOT NULL DEFAULT CAST(0 AS bit),
    [option_order] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_form_item] PRIMARY KEY ([form_version_id], [practice], [position]),
    CONSTRAINT [FK_form_item_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_form_item_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_comment] (
    [id] uniqueidentifier NOT NULL,
    [bank_id] uniqueidentifier NOT NULL,
    [item_id] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [by] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [resolved_at] datetime2 NULL,
    [resolved_by] uniqueidentifier NULL,
    CONSTRAINT [PK_item_comment] PRIMARY KEY ([id]),
    CONSTRAINT [FK_item_comment_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_draft_copy] (
    [id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [revision] int NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [key_proposal] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [by] uniqueidentifier NULL,
    [at] datetime2 NOT NULL,
    CONSTRAINT [PK_item_draft_copy] PRIMARY KEY ([id]),
    CONSTRAINT [FK_item_draft_copy_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_editor] (
    [item_version_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [seen_at] datetime2 NOT NULL,
    CONSTRAINT [PK_item_editor] PRIMARY KEY ([item_version_id], [staff_id]),
    CONSTRAINT [FK_item_editor_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_finding] (
    [id] uniqueidentifier NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [about] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [flags] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [verdict] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] datetime2 NOT NULL,
    [by] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_item_finding] PRIMARY KEY ([id]),
    CONSTRAINT [FK_item_finding_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_item_finding_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [item_version_event] (
    [item_version_id] uniqueidentifier NOT NULL,
    [sequence] int NOT NULL,
    [step] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] datetime2 NOT NULL,
    [by] uniqueidentifier NULL,
    [note] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_item_version_event] PRIMARY KEY ([item_version_id], [sequence]),
    CONSTRAINT [FK_item_version_event_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [job_rater] (
    [id] uniqueidentifier NOT NULL,
    [job_record_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [token_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [role] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [done_at] datetime2 NULL,
    [revoked_at] datetime2 NULL,
    CONSTRAINT [PK_job_rater] PRIMARY KEY ([id]),
    CONSTRAINT [FK_job_rater_job_record_job_record_id] FOREIGN KEY ([job_record_id]) REFERENCES [job_record] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [job_task] (
    [id] uniqueidentifier NOT NULL,
    [job_record_id] uniqueidentifier NOT NULL,
    [position] int NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_job_task] PRIMARY KEY ([id]),
    CONSTRAINT [FK_job_task_job_record_job_record_id] FOREIGN KEY ([job_record_id]) REFERENCES [job_record] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [key_coverage] (
    [key_version_id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_key_coverage] PRIMARY KEY ([key_version_id], [item_version_id]),
    CONSTRAINT [FK_key_coverage_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_key_coverage_key_version_key_version_id] FOREIGN KEY ([key_version_id]) REFERENCES [key_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [scoring_plan] (
    [id] uniqueidentifier NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [key_version_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [campaign_id] uniqueidentifier NULL,
    CONSTRAINT [PK_scoring_plan] PRIMARY KEY ([id]),
    CONSTRAINT [FK_scoring_plan_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_scoring_plan_key_version_key_version_id] FOREIGN KEY ([key_version_id]) REFERENCES [key_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [panel_item] (
    [panel_id] uniqueidentifier NOT NULL,
    [position] int NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_panel_item] PRIMARY KEY ([panel_id], [position]),
    CONSTRAINT [FK_panel_item_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_panel_item_panel_panel_id] FOREIGN KEY ([panel_id]) REFERENCES [panel] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [panel_judge] (
    [id] uniqueidentifier NOT NULL,
    [panel_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [token_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [created_at] datetime2 NOT NULL,
    [pseudonym] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [role] nvarchar(64) COLLATE Latin1_General_100_BIN2 NULL,
    [years] int NULL,
    [conflicts] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [joined_at] datetime2 NULL,
    [round_one_done_at] datetime2 NULL,
    [round_two_done_at] datetime2 NULL,
    [revoked_at] datetime2 NULL,
    CONSTRAINT [PK_panel_judge] PRIMARY KEY ([id]),
    CONSTRAINT [FK_panel_judge_panel_panel_id] FOREIGN KEY ([panel_id]) REFERENCES [panel] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [campaign_access] (
    [campaign_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [owner] bit NOT NULL,
    [granted_at] datetime2 NOT NULL,
    [granted_by] uniqueidentifier NULL,
    CONSTRAINT [PK_campaign_access] PRIMARY KEY ([campaign_id], [staff_id]),
    CONSTRAINT [FK_campaign_access_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [insight_request] (
    [id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [key_version_id] uniqueidentifier NULL,
    [campaign_id] uniqueidentifier NULL,
    [question] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [asked_at] datetime2 NOT NULL,
    [asked_by] uniqueidentifier NULL,
    CONSTRAINT [PK_insight_request] PRIMARY KEY ([id]),
    CONSTRAINT [FK_insight_request_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_insight_request_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [invitation] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NOT NULL,
    [candidate_id] uniqueidentifier NOT NULL,
    [simulated] bit NOT NULL,
    [created_at] datetime2 NOT NULL,
    [revoked_at] datetime2 NULL,
    [withdrawn_at] datetime2 NULL,
    [start_until] datetime2 NULL,
    [draw] int NOT NULL DEFAULT 0,
    [extended_until] datetime2 NULL,
    CONSTRAINT [PK_invitation] PRIMARY KEY ([id]),
    CONSTRAINT [FK_invitation_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_invitation_candidate_candidate_id] FOREIGN KEY ([candidate_id]) REFERENCES [candidate] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [invitation_import] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NOT NULL,
    [created_at] datetime2 NOT NULL,
    [created_by] uniqueidentifier NULL,
    [state] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [rows] int NOT NULL,
    [done] int NOT NULL,
    CONSTRAINT [PK_invitation_import] PRIMARY KEY ([id]),
    CONSTRAINT [FK_invitation_import_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [legal_hold] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NULL,
    [candidate_id] uniqueidentifier NULL,
    [reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [set_at] datetime2 NOT NULL,
    [set_by] uniqueidentifier NOT NULL,
    [lifted_at] datetime2 NULL,
    [lifted_by] uniqueidentifier NULL,
    [lifted_because] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_legal_hold] PRIMARY KEY ([id]),
    CONSTRAINT [FK_legal_hold_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_legal_hold_candidate_candidate_id] FOREIGN KEY ([candidate_id]) REFERENCES [candidate] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [monitoring_answer] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NOT NULL,
    [subject] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [question] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [answer] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_monitoring_answer] PRIMARY KEY ([id]),
    CONSTRAINT [FK_monitoring_answer_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [report_batch] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requested_at] datetime2 NOT NULL,
    [requested_by] uniqueidentifier NULL,
    CONSTRAINT [PK_report_batch] PRIMARY KEY ([id]),
    CONSTRAINT [FK_report_batch_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [rescoring] (
    [id] uniqueidentifier NOT NULL,
    [campaign_id] uniqueidentifier NOT NULL,
    [from_plan_id] uniqueidentifier NOT NULL,
    [plan] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [reason] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [proposed_by] uniqueidentifier NOT NULL,
    [proposed_at] datetime2 NOT NULL,
    [state] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [look] int NOT NULL,
    [computed_at] datetime2 NULL,
    [people] int NOT NULL,
    [summary] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [decided_by] uniqueidentifier NULL,
    [decided_at] datetime2 NULL,
    [remark] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_rescoring] PRIMARY KEY ([id]),
    CONSTRAINT [FK_rescoring_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [selection_snapshot] (
    [campaign_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [taken_at] datetime2 NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_selection_snapshot] PRIMARY KEY ([campaign_id], [number]),
    CONSTRAINT [FK_selection_snapshot_campaign_campaign_id] FOREIGN KEY ([campaign_id]) REFERENCES [campaign] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [norm_event] (
    [norm_version_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [at] datetime2 NOT NULL,
    [by] uniqueidentifier NULL,
    [note] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_norm_event] PRIMARY KEY ([norm_version_id], [kind]),
    CONSTRAINT [FK_norm_event_norm_version_norm_version_id] FOREIGN KEY ([norm_version_id]) REFERENCES [norm_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [job_rating] (
    [job_rater_id] uniqueidentifier NOT NULL,
    [job_task_id] uniqueidentifier NOT NULL,
    [importance] int NULL,
    [frequency] int NULL,
    CONSTRAINT [PK_job_rating] PRIMARY KEY ([job_rater_id], [job_task_id]),
    CONSTRAINT [FK_job_rating_job_rater_job_rater_id] FOREIGN KEY ([job_rater_id]) REFERENCES [job_rater] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_job_rating_job_task_job_task_id] FOREIGN KEY ([job_task_id]) REFERENCES [job_task] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [job_task_link] (
    [job_task_id] uniqueidentifier NOT NULL,
    [domain] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_job_task_link] PRIMARY KEY ([job_task_id], [domain]),
    CONSTRAINT [FK_job_task_link_job_task_job_task_id] FOREIGN KEY ([job_task_id]) REFERENCES [job_task] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [panel_comment] (
    [id] uniqueidentifier NOT NULL,
    [judge_id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [at] datetime2 NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_panel_comment] PRIMARY KEY ([id]),
    CONSTRAINT [FK_panel_comment_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_panel_comment_panel_judge_judge_id] FOREIGN KEY ([judge_id]) REFERENCES [panel_judge] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [panel_rating] (
    [judge_id] uniqueidentifier NOT NULL,
    [round] int NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [option] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [value] int NOT NULL,
    [at] datetime2 NOT NULL,
    CONSTRAINT [PK_panel_rating] PRIMARY KEY ([judge_id], [round], [item_version_id], [option]),
    CONSTRAINT [FK_panel_rating_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_panel_rating_panel_judge_judge_id] FOREIGN KEY ([judge_id]) REFERENCES [panel_judge] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [insight] (
    [id] uniqueidentifier NOT NULL,
    [definition] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [key_label] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [plan_id] uniqueidentifier NULL,
    [attempts] int NOT NULL,
    [closed] int NOT NULL,
    [drawn_at] datetime2 NOT NULL,
    [took_milliseconds] int NOT NULL,
    [content] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_insight] PRIMARY KEY ([id]),
    CONSTRAINT [FK_insight_insight_request_id] FOREIGN KEY ([id]) REFERENCES [insight_request] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [accommodation_request] (
    [id] uniqueidentifier NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [asked_at] datetime2 NOT NULL,
    [due_on] date NOT NULL,
    [wishes] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [state] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decided_at] datetime2 NULL,
    [decided_by] uniqueidentifier NULL,
    [answer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_accommodation_request] PRIMARY KEY ([id]),
    CONSTRAINT [FK_accommodation_request_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [attempt] (
    [id] uniqueidentifier NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [simulated] bit NOT NULL,
    [started_at] datetime2 NOT NULL,
    [deadline] datetime2 NOT NULL,
    [last_moment] datetime2 NOT NULL,
    [closed_at] datetime2 NULL,
    [timed_out] bit NOT NULL,
    [typed] bit NOT NULL DEFAULT CAST(0 AS bit),
    CONSTRAINT [PK_attempt] PRIMARY KEY ([id]),
    CONSTRAINT [FK_attempt_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_attempt_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [candidate_request] (
    [id] uniqueidentifier NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [asked_at] datetime2 NOT NULL,
    [due_on] date NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    [state] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [decided_at] datetime2 NULL,
    [decided_by] uniqueidentifier NULL,
    [answer] nvarchar(max) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_candidate_request] PRIMARY KEY ([id]),
    CONSTRAINT [FK_candidate_request_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [case_note] (
    [id] uniqueidentifier NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [written_at] datetime2 NOT NULL,
    CONSTRAINT [PK_case_note] PRIMARY KEY ([id]),
    CONSTRAINT [FK_case_note_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [decision] (
    [invitation_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [outcome] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [staff_id] uniqueidentifier NULL,
    [decided_at] datetime2 NOT NULL,
    [score_run_id] uniqueidentifier NULL,
    CONSTRAINT [PK_decision] PRIMARY KEY ([invitation_id], [number]),
    CONSTRAINT [CK_decision_by_a_person] CHECK (staff_id IS NOT NULL OR outcome = 'Reopened'),
    CONSTRAINT [FK_decision_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [interview] (
    [invitation_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [took_part] bit NOT NULL,
    [given_at] datetime2 NOT NULL,
    CONSTRAINT [PK_interview] PRIMARY KEY ([invitation_id], [staff_id]),
    CONSTRAINT [FK_interview_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [invitation_link] (
    [token_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [minted_at] datetime2 NOT NULL,
    CONSTRAINT [PK_invitation_link] PRIMARY KEY ([token_hash]),
    CONSTRAINT [FK_invitation_link_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [message] (
    [id] uniqueidentifier NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [slot] int NOT NULL,
    [created_at] datetime2 NOT NULL,
    [state] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [due_at] datetime2 NOT NULL,
    [claimed_at] datetime2 NULL,
    [sent_at] datetime2 NULL,
    [tries] int NOT NULL,
    [failure] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_message] PRIMARY KEY ([id]),
    CONSTRAINT [FK_message_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [name_look] (
    [invitation_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [reason] nvarchar(200) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [asked_at] datetime2 NOT NULL,
    CONSTRAINT [PK_name_look] PRIMARY KEY ([invitation_id], [staff_id]),
    CONSTRAINT [FK_name_look_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [outcome] (
    [invitation_id] uniqueidentifier NOT NULL,
    [measure] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [measured_on] date NOT NULL,
    [value] float NOT NULL,
    [imported_at] datetime2 NOT NULL,
    [imported_by] uniqueidentifier NULL,
    CONSTRAINT [PK_outcome] PRIMARY KEY ([invitation_id], [measure], [measured_on]),
    CONSTRAINT [FK_outcome_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [invitation_import_row] (
    [import_id] uniqueidentifier NOT NULL,
    [sequence] int NOT NULL,
    [number] int NOT NULL,
    [name] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [address] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [normalized_address] nvarchar(320) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [unreadable] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [expected] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [warning] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    [note] nvarchar(200) COLLATE Latin1_General_100_BIN2 NULL,
    [outcome] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_invitation_import_row] PRIMARY KEY ([import_id], [sequence]),
    CONSTRAINT [FK_invitation_import_row_invitation_import_import_id] FOREIGN KEY ([import_id]) REFERENCES [invitation_import] ([id]) ON DELETE CASCADE
);
GO


CREATE TABLE [report_batch_item] (
    [batch_id] uniqueidentifier NOT NULL,
    [position] int NOT NULL,
    [invitation_id] uniqueidentifier NOT NULL,
    [report_id] uniqueidentifier NULL,
    [left_out] nvarchar(32) COLLATE Latin1_General_100_BIN2 NULL,
    CONSTRAINT [PK_report_batch_item] PRIMARY KEY ([batch_id], [position]),
    CONSTRAINT [FK_report_batch_item_invitation_invitation_id] FOREIGN KEY ([invitation_id]) REFERENCES [invitation] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_report_batch_item_report_batch_batch_id] FOREIGN KEY ([batch_id]) REFERENCES [report_batch] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [answer_pattern] (
    [attempt_id] uniqueidentifier NOT NULL,
    [form_version_id] uniqueidentifier NOT NULL,
    [counts] bit NOT NULL,
    [ends] float NULL,
    [flagged] bit NOT NULL,
    CONSTRAINT [PK_answer_pattern] PRIMARY KEY ([attempt_id]),
    CONSTRAINT [FK_answer_pattern_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_answer_pattern_form_version_form_version_id] FOREIGN KEY ([form_version_id]) REFERENCES [form_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [attempt_log] (
    [attempt_id] uniqueidentifier NOT NULL,
    [sequence] int NOT NULL,
    [entry_id] uniqueidentifier NOT NULL,
    [writer_id] uniqueidentifier NOT NULL,
    [recorded_at] datetime2 NOT NULL,
    [kind] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [payload] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [previous_hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [hash] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_attempt_log] PRIMARY KEY ([attempt_id], [sequence]),
    CONSTRAINT [FK_attempt_log_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [receipt] (
    [attempt_id] uniqueidentifier NOT NULL,
    [code] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [answers] int NOT NULL,
    [closed_at] datetime2 NOT NULL,
    [timed_out] bit NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_receipt] PRIMARY KEY ([attempt_id]),
    CONSTRAINT [FK_receipt_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [rescoring_score] (
    [rescoring_id] uniqueidentifier NOT NULL,
    [attempt_id] uniqueidentifier NOT NULL,
    [before] float NULL,
    [after] float NULL,
    [near_top_before] bit NOT NULL,
    [near_top_after] bit NOT NULL,
    [order_changes] int NOT NULL,
    [flags_change] bit NOT NULL,
    [feedback_changes] bit NOT NULL,
    CONSTRAINT [PK_rescoring_score] PRIMARY KEY ([rescoring_id], [attempt_id]),
    CONSTRAINT [FK_rescoring_score_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_rescoring_score_rescoring_rescoring_id] FOREIGN KEY ([rescoring_id]) REFERENCES [rescoring] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [score_run] (
    [id] uniqueidentifier NOT NULL,
    [attempt_id] uniqueidentifier NOT NULL,
    [plan_id] uniqueidentifier NOT NULL,
    [key_version_id] uniqueidentifier NOT NULL,
    [engine_version] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [responses_sha256] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [percent] float NULL,
    [sheet] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [scored_at] datetime2 NOT NULL,
    CONSTRAINT [PK_score_run] PRIMARY KEY ([id]),
    CONSTRAINT [FK_score_run_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_score_run_key_version_key_version_id] FOREIGN KEY ([key_version_id]) REFERENCES [key_version] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_score_run_scoring_plan_plan_id] FOREIGN KEY ([plan_id]) REFERENCES [scoring_plan] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [typed_answer] (
    [attempt_id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [salt] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [written_at] datetime2 NOT NULL,
    [pretest] bit NOT NULL DEFAULT CAST(0 AS bit),
    CONSTRAINT [PK_typed_answer] PRIMARY KEY ([attempt_id], [item_version_id]),
    CONSTRAINT [FK_typed_answer_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_typed_answer_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [typed_mark] (
    [attempt_id] uniqueidentifier NOT NULL,
    [item_version_id] uniqueidentifier NOT NULL,
    [marker_id] uniqueidentifier NOT NULL,
    [mark] int NOT NULL,
    [marked_at] datetime2 NOT NULL,
    CONSTRAINT [PK_typed_mark] PRIMARY KEY ([attempt_id], [item_version_id], [marker_id]),
    CONSTRAINT [FK_typed_mark_attempt_attempt_id] FOREIGN KEY ([attempt_id]) REFERENCES [attempt] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_typed_mark_item_version_item_version_id] FOREIGN KEY ([item_version_id]) REFERENCES [item_version] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [decision_reason] (
    [invitation_id] uniqueidentifier NOT NULL,
    [number] int NOT NULL,
    [text] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    CONSTRAINT [PK_decision_reason] PRIMARY KEY ([invitation_id], [number]),
    CONSTRAINT [FK_decision_reason_decision_invitation_id_number] FOREIGN KEY ([invitation_id], [number]) REFERENCES [decision] ([invitation_id], [number]) ON DELETE NO ACTION
);
GO


CREATE TABLE [interview_score] (
    [invitation_id] uniqueidentifier NOT NULL,
    [staff_id] uniqueidentifier NOT NULL,
    [domain] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [score] int NOT NULL,
    CONSTRAINT [PK_interview_score] PRIMARY KEY ([invitation_id], [staff_id], [domain]),
    CONSTRAINT [FK_interview_score_interview_invitation_id_staff_id] FOREIGN KEY ([invitation_id], [staff_id]) REFERENCES [interview] ([invitation_id], [staff_id]) ON DELETE CASCADE
);
GO


CREATE TABLE [report] (
    [id] uniqueidentifier NOT NULL,
    [score_run_id] uniqueidentifier NOT NULL,
    [document] nvarchar(max) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [digest] nvarchar(64) COLLATE Latin1_General_100_BIN2 NOT NULL,
    [requested_at] datetime2 NOT NULL,
    [requested_by] uniqueidentifier NULL,
    [drawn_at] datetime2 NULL,
    [pdf] varbinary(max) NULL,
    [failures] int NOT NULL,
    [next_try_at] datetime2 NULL,
    [kind] nvarchar(32) COLLATE Latin1_General_100_BIN2 NOT NULL DEFAULT N'Recruiter',
    CONSTRAINT [PK_report] PRIMARY KEY ([id]),
    CONSTRAINT [FK_report_score_run_score_run_id] FOREIGN KEY ([score_run_id]) REFERENCES [score_run] ([id]) ON DELETE NO ACTION
);
GO


CREATE TABLE [report_subject] (
    [report_id] uniqueidentifier NOT NULL,
    [score_run_id] uniqueidentifier NOT NULL,
    CONSTRAINT [PK_report_subject] PRIMARY KEY ([report_id], [score_run_id]),
    CONSTRAINT [FK_report_subject_report_report_id] FOREIGN KEY ([report_id]) REFERENCES [report] ([id]) ON DELETE NO ACTION,
    CONSTRAINT [FK_report_subject_score_run_score_run_id] FOREIGN KEY ([score_run_id]) REFERENCES [score_run] ([id]) ON DELETE NO ACTION
);
GO


CREATE INDEX [IX_accommodation_request_invitation_id] ON [accommodation_request] ([invitation_id]);
GO


CREATE INDEX [IX_accommodation_request_state_due_on] ON [accommodation_request] ([state], [due_on]);
GO


CREATE INDEX [IX_answer_pattern_form_version_id_counts_ends] ON [answer_pattern] ([form_version_id], [counts], [ends]);
GO


CREATE INDEX [IX_attempt_closed_at_last_moment] ON [attempt] ([closed_at], [last_moment]);
GO


CREATE INDEX [IX_attempt_form_version_id] ON [attempt] ([form_version_id]);
GO


CREATE UNIQUE INDEX [IX_attempt_invitation_id] ON [attempt] ([invitation_id]);
GO


CREATE UNIQUE INDEX [IX_attempt_log_attempt_id_entry_id] ON [attempt_log] ([attempt_id], [entry_id]);
GO


CREATE INDEX [IX_audit_log_subject_at] ON [audit_log] ([subject], [at]);
GO


CREATE UNIQUE INDEX [IX_bank_slug] ON [bank] ([slug]);
GO


CREATE INDEX [IX_campaign_closes_at] ON [campaign] ([closes_at]);
GO


CREATE INDEX [IX_campaign_form_version_id] ON [campaign] ([form_version_id]);
GO


CREATE INDEX [IX_campaign_access_staff_id] ON [campaign_access] ([staff_id]);
GO


CREATE INDEX [IX_candidate_merged_into_id] ON [candidate] ([merged_into_id]);
GO


CREATE UNIQUE INDEX [IX_candidate_normalized_email] ON [candidate] ([normalized_email]);
GO


CREATE INDEX [IX_candidate_request_invitation_id] ON [candidate_request] ([invitation_id]);
GO


CREATE INDEX [IX_candidate_request_state_due_on] ON [candidate_request] ([state], [due_on]);
GO


CREATE INDEX [IX_case_note_invitation_id] ON [case_note] ([invitation_id]);
GO


CREATE INDEX [IX_decision_outcome] ON [decision] ([outcome]);
GO


CREATE INDEX [IX_form_item_item_version_id] ON [form_item] ([item_version_id]);
GO


CREATE UNIQUE INDEX [IX_form_version_bank_id_title_number] ON [form_version] ([bank_id], [title], [number]);
GO


CREATE INDEX [IX_heartbeat_beat_at] ON [heartbeat] ([beat_at]);
GO


CREATE INDEX [IX_insight_request_campaign_id_asked_at] ON [insight_request] ([campaign_id], [asked_at]);
GO


CREATE INDEX [IX_insight_request_form_version_id_kind_asked_at] ON [insight_request] ([form_version_id], [kind], [asked_at]);
GO


CREATE UNIQUE INDEX [IX_invitation_campaign_id_candidate_id] ON [invitation] ([campaign_id], [candidate_id]);
GO


CREATE INDEX [IX_invitation_candidate_id] ON [invitation] ([candidate_id]);
GO


CREATE INDEX [IX_invitation_import_campaign_id] ON [invitation_import] ([campaign_id]);
GO


CREATE INDEX [IX_invitation_import_state] ON [invitation_import] ([state]);
GO


CREATE INDEX [IX_invitation_import_row_normalized_address_import_id] ON [invitation_import_row] ([normalized_address], [import_id]);
GO


CREATE INDEX [IX_invitation_link_invitation_id] ON [invitation_link] ([invitation_id]);
GO


CREATE INDEX [IX_item_comment_bank_id_item_id] ON [item_comment] ([bank_id], [item_id]);
GO


CREATE INDEX [IX_item_comment_item_version_id] ON [item_comment] ([item_version_id]);
GO


CREATE INDEX [IX_item_draft_copy_item_version_id_revision] ON [item_draft_copy] ([item_version_id], [revision]);
GO


CREATE INDEX [IX_item_finding_form_version_id_at] ON [item_finding] ([form_version_id], [at]);
GO


CREATE INDEX [IX_item_finding_item_version_id] ON [item_finding] ([item_version_id]);
GO


CREATE UNIQUE INDEX [IX_item_version_bank_id_item_id_number] ON [item_version] ([bank_id], [item_id], [number]);
GO


CREATE UNIQUE INDEX [IX_job_rater_job_record_id_number] ON [job_rater] ([job_record_id], [number]);
GO


CREATE UNIQUE INDEX [IX_job_rater_token_hash] ON [job_rater] ([token_hash]);
GO


CREATE INDEX [IX_job_rating_job_task_id] ON [job_rating] ([job_task_id]);
GO


CREATE INDEX [IX_job_record_bank_id] ON [job_record] ([bank_id]);
GO


CREATE UNIQUE INDEX [IX_job_record_series_id_number] ON [job_record] ([series_id], [number]);
GO


CREATE INDEX [IX_job_task_job_record_id] ON [job_task] ([job_record_id]);
GO


CREATE INDEX [IX_key_coverage_item_version_id] ON [key_coverage] ([item_version_id]);
GO


CREATE UNIQUE INDEX [IX_key_version_bank_id_label] ON [key_version] ([bank_id], [label]);
GO


CREATE INDEX [IX_legal_hold_campaign_id] ON [legal_hold] ([campaign_id]);
GO


CREATE INDEX [IX_legal_hold_candidate_id] ON [legal_hold] ([candidate_id]);
GO


CREATE UNIQUE INDEX [IX_message_invitation_id_kind_slot] ON [message] ([invitation_id], [kind], [slot]);
GO


CREATE INDEX [IX_message_state_due_at] ON [message] ([state], [due_at]);
GO


CREATE UNIQUE INDEX [IX_message_template_kind_language_version] ON [message_template] ([kind], [language], [version]);
GO


CREATE INDEX [IX_monitoring_answer_campaign_id] ON [monitoring_answer] ([campaign_id]);
GO


CREATE UNIQUE INDEX [IX_monitoring_answer_subject_question] ON [monitoring_answer] ([subject], [question]);
GO


CREATE UNIQUE INDEX [IX_norm_version_form_version_id_number] ON [norm_version] ([form_version_id], [number]);
GO


CREATE UNIQUE INDEX [IX_outage_began_at] ON [outage] ([began_at]);
GO


CREATE INDEX [IX_panel_bank_id_created_at] ON [panel] ([bank_id], [created_at]);
GO


CREATE INDEX [IX_panel_comment_item_version_id_at] ON [panel_comment] ([item_version_id], [at]);
GO


CREATE INDEX [IX_panel_comment_judge_id] ON [panel_comment] ([judge_id]);
GO


CREATE INDEX [IX_panel_item_item_version_id] ON [panel_item] ([item_version_id]);
GO


CREATE UNIQUE INDEX [IX_panel_judge_panel_id_number] ON [panel_judge] ([panel_id], [number]);
GO


CREATE UNIQUE INDEX [IX_panel_judge_token_hash] ON [panel_judge] ([token_hash]);
GO


CREATE INDEX [IX_panel_rating_item_version_id] ON [panel_rating] ([item_version_id]);
GO


CREATE UNIQUE INDEX [IX_receipt_code] ON [receipt] ([code]);
GO


CREATE INDEX [IX_report_drawn_at_requested_at] ON [report] ([drawn_at], [requested_at]);
GO


CREATE UNIQUE INDEX [IX_report_score_run_id_digest] ON [report] ([score_run_id], [digest]);
GO


CREATE INDEX [IX_report_batch_campaign_id_requested_at] ON [report_batch] ([campaign_id], [requested_at]);
GO


CREATE INDEX [IX_report_batch_item_invitation_id] ON [report_batch_item] ([invitation_id]);
GO


CREATE INDEX [IX_report_batch_item_report_id_left_out] ON [report_batch_item] ([report_id], [left_out]);
GO


CREATE UNIQUE INDEX [IX_report_seal_report_id] ON [report_seal] ([report_id]);
GO


CREATE INDEX [IX_report_subject_score_run_id] ON [report_subject] ([score_run_id]);
GO


CREATE INDEX [IX_rescoring_campaign_id_proposed_at] ON [rescoring] ([campaign_id], [proposed_at]);
GO


CREATE INDEX [IX_rescoring_state] ON [rescoring] ([state]);
GO


CREATE INDEX [IX_rescoring_score_attempt_id] ON [rescoring_score] ([attempt_id]);
GO


CREATE UNIQUE INDEX [IX_saved_view_staff_id_name] ON [saved_view] ([staff_id], [name]);
GO


CREATE UNIQUE INDEX [IX_score_run_attempt_id_plan_id] ON [score_run] ([attempt_id], [plan_id]);
GO


CREATE INDEX [IX_score_run_attempt_id_plan_id_percent] ON [score_run] ([attempt_id], [plan_id], [percent]);
GO


CREATE INDEX [IX_score_run_key_version_id] ON [score_run] ([key_version_id]);
GO


CREATE INDEX [IX_score_run_plan_id] ON [score_run] ([plan_id]);
GO


CREATE INDEX [IX_scoring_plan_campaign_id] ON [scoring_plan] ([campaign_id]);
GO


CREATE UNIQUE INDEX [IX_scoring_plan_form_version_id_number] ON [scoring_plan] ([form_version_id], [number]);
GO


CREATE INDEX [IX_scoring_plan_key_version_id] ON [scoring_plan] ([key_version_id]);
GO


CREATE UNIQUE INDEX [IX_staff_invitation_token_hash] ON [staff_invitation] ([token_hash]);
GO


CREATE INDEX [EmailIndex] ON [staff_member] ([normalized_email]);
GO


CREATE UNIQUE INDEX [UserNameIndex] ON [staff_member] ([normalized_user_name]) WHERE [normalized_user_name] IS NOT NULL;
GO


CREATE INDEX [IX_staff_member_claim_user_id] ON [staff_member_claim] ([user_id]);
GO


CREATE INDEX [IX_staff_member_login_user_id] ON [staff_member_login] ([user_id]);
GO


CREATE INDEX [IX_staff_member_role_role_id] ON [staff_member_role] ([role_id]);
GO


CREATE UNIQUE INDEX [RoleNameIndex] ON [staff_role] ([normalized_name]) WHERE [normalized_name] IS NOT NULL;
GO


CREATE INDEX [IX_staff_role_claim_role_id] ON [staff_role_claim] ([role_id]);
GO


CREATE INDEX [IX_typed_answer_item_version_id] ON [typed_answer] ([item_version_id]);
GO


CREATE INDEX [IX_typed_mark_item_version_id] ON [typed_mark] ([item_version_id]);
GO
