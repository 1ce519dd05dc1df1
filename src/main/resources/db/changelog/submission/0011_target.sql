--liquibase formatted sql

--changeset submission:0011-step-target
--comment Working time allowed in the present step, so that a list can tell the last quarter of it
ALTER TABLE submission_request ADD COLUMN step_target_seconds INT AFTER step_due_at;
