--liquibase formatted sql

--changeset operations:0001-job-runs
--comment One row per failed run; the successful runs of one task within an hour share a row, because some tasks run every few seconds
CREATE TABLE operations_job_run (
  task_name VARCHAR(100) NOT NULL,
  bucket VARCHAR(48) CHARACTER SET ascii NOT NULL COMMENT 'the hour of successes, or the identity of a failure',
  failed BOOLEAN NOT NULL,
  runs INT UNSIGNED NOT NULL,
  started_at DATETIME(6) NOT NULL COMMENT 'of the first run',
  finished_at DATETIME(6) NOT NULL COMMENT 'of the last run',
  longest_ms BIGINT UNSIGNED NOT NULL,
  error VARCHAR(500) COMMENT 'without personal data',
  PRIMARY KEY (task_name, bucket),
  INDEX operations_job_run_latest (task_name, finished_at),
  INDEX operations_job_run_age (finished_at)
);
