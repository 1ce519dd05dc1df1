--liquibase formatted sql

--changeset submission:0020-order-of-the-inbox
--comment listed_as is the status of a request that still has its people; due_order puts what has no due time behind everything that has one
ALTER TABLE submission_request
  ADD COLUMN listed_as VARCHAR(24) CHARACTER SET ascii AS (IF(anonymised_at IS NULL, status, NULL)) PERSISTENT,
  ADD COLUMN due_order DATETIME(6) AS (COALESCE(step_due_at, TIMESTAMP'9999-12-31 00:00:00')) PERSISTENT;

--changeset submission:0020-indexes-of-the-inbox
--comment One for every pair of filter and order that the inbox offers; a test pins each of them
ALTER TABLE submission_request
  ADD INDEX submission_inbox_due (listed_as, due_order, id),
  ADD INDEX submission_inbox_age (listed_as, created_at, id),
  ADD INDEX submission_inbox_reason_due (listed_as, reason_code, due_order, id),
  ADD INDEX submission_inbox_reason_age (listed_as, reason_code, created_at, id),
  ADD INDEX submission_inbox_office_due (office_code, listed_as, due_order, id),
  ADD INDEX submission_inbox_office_age (office_code, listed_as, created_at, id),
  ADD INDEX submission_inbox_office_reason_due (office_code, listed_as, reason_code, due_order, id),
  ADD INDEX submission_inbox_office_reason_age (office_code, listed_as, reason_code, created_at, id),
  ADD INDEX submission_inbox_holder (holder_id, held_until);

--changeset submission:0020-words-of-names
--comment The words of the applicants' names with the newest request of each at the end; goes when the people are taken out of a request
CREATE TABLE submission_name_word (
  word VARCHAR(40) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  submission_id UUID NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (word, created_at, submission_id),
  INDEX submission_word_of_office (office_code, word, created_at, submission_id),
  CONSTRAINT submission_word_request FOREIGN KEY (submission_id) REFERENCES submission_request (id)
);

--changeset submission:0020-words-of-names-already-there
INSERT IGNORE INTO submission_name_word (word, created_at, submission_id, office_code)
SELECT LEFT(SUBSTRING_INDEX(SUBSTRING_INDEX(UPPER(applicant_name), ' ', seq), ' ', -1), 40), created_at, id, office_code
FROM submission_request JOIN seq_1_to_6 ON seq <= 1 + LENGTH(applicant_name) - LENGTH(REPLACE(applicant_name, ' ', ''))
WHERE anonymised_at IS NULL;
