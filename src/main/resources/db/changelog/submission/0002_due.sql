--liquibase formatted sql

--changeset submission:0002-due
--comment Kept with the request by the room that measures, so that the inbox can sort by what is late first; the request itself never writes them
ALTER TABLE submission_request
  ADD COLUMN step_due_at DATETIME(6) AFTER status_since,
  ADD COLUMN whole_due_at DATETIME(6) AFTER step_due_at;
