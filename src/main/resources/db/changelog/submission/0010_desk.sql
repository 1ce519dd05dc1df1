--liquibase formatted sql

--changeset submission:0010-applicants-time
--comment complete_by is what the applicant was told; reminded_at and warned_at say that a reminder or a warning has gone out for the present status
ALTER TABLE submission_request
  ADD COLUMN complete_by DATETIME(6) AFTER whole_due_at,
  ADD COLUMN reminded_at DATETIME(6) AFTER complete_by,
  ADD COLUMN warned_at DATETIME(6) AFTER reminded_at,
  ADD INDEX submission_by_complete_by (complete_by),
  ADD INDEX submission_by_held_until (held_until);
