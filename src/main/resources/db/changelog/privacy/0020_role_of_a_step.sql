--liquibase formatted sql

--changeset privacy:0020-role-of-a-step
--comment Roles in which the step was taken; empty for steps before this change
ALTER TABLE privacy_step ADD COLUMN actor_role VARCHAR(300) NOT NULL DEFAULT '';
