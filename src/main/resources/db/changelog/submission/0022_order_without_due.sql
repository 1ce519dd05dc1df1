--liquibase formatted sql

--changeset submission:0022-what-has-no-due-time-the-newest-first
--comment Behind everything that is due, but each at a place of its own: behind a place that thousands share, a page would have to pass over all of them
ALTER TABLE submission_request
  MODIFY COLUMN due_order DATETIME(6) AS (COALESCE(step_due_at, TIMESTAMPADD(MICROSECOND,
    TIMESTAMPDIFF(MICROSECOND, created_at, TIMESTAMP'2000-01-01 00:00:00'), TIMESTAMP'9999-12-31 00:00:00'))) PERSISTENT;
