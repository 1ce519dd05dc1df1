--liquibase formatted sql

--changeset platform:0010-failed-rows
--comment Rows that a recurring job could not deal with and tries again; a row goes when it has been dealt with or is not due any more
CREATE TABLE platform_failed_row (
  job VARCHAR(100) NOT NULL COMMENT 'name of the task',
  what VARCHAR(100) NOT NULL COMMENT 'what the job does with it, as administrators read it',
  row_key VARCHAR(64) CHARACTER SET ascii NOT NULL,
  attempts INT UNSIGNED NOT NULL,
  first_failed_at DATETIME(6) NOT NULL,
  last_failed_at DATETIME(6) NOT NULL,
  next_attempt_at DATETIME(6) NOT NULL,
  error VARCHAR(200) NOT NULL COMMENT 'kinds of exceptions, without what they say',
  PRIMARY KEY (job, what, row_key)
);
