--liquibase formatted sql

--changeset submission:0001-requests
--comment open_case is family and reason while the request is open, so that a family cannot ask for the same twice at once
CREATE TABLE submission_request (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  applicant_nik VARCHAR(16) CHARACTER SET ascii,
  applicant_name VARCHAR(120),
  relationship VARCHAR(20) CHARACTER SET ascii NOT NULL,
  family_number VARCHAR(16) CHARACTER SET ascii,
  reason_code VARCHAR(8) CHARACTER SET ascii NOT NULL,
  note VARCHAR(500),
  email VARCHAR(254),
  phone VARCHAR(20) CHARACTER SET ascii,
  origin VARCHAR(16) CHARACTER SET ascii NOT NULL,
  client_id UUID,
  request_token VARCHAR(64) CHARACTER SET ascii,
  status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  created_at DATETIME(6) NOT NULL,
  status_since DATETIME(6) NOT NULL,
  holder_id UUID,
  holder_name VARCHAR(120),
  held_until DATETIME(6),
  anonymised_at DATETIME(6),
  version BIGINT NOT NULL,
  open_case VARCHAR(25) CHARACTER SET ascii AS (
    IF(status IN ('REJECTED', 'CANCELLED', 'LAPSED'), NULL, CONCAT(family_number, ' ', reason_code))) PERSISTENT,
  CONSTRAINT submission_number UNIQUE (number),
  CONSTRAINT submission_request_token UNIQUE (request_token),
  CONSTRAINT submission_one_open_per_reason UNIQUE (open_case),
  CONSTRAINT submission_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT submission_reason FOREIGN KEY (reason_code) REFERENCES population_request_type (code),
  CONSTRAINT submission_holder CHECK (
    (holder_id IS NULL AND holder_name IS NULL AND held_until IS NULL)
    OR (holder_id IS NOT NULL AND holder_name IS NOT NULL AND held_until IS NOT NULL)),
  CONSTRAINT submission_somebody_or_nobody CHECK (
    (anonymised_at IS NULL AND applicant_nik IS NOT NULL AND applicant_name IS NOT NULL
      AND family_number IS NOT NULL AND phone IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND applicant_nik IS NULL AND applicant_name IS NULL AND family_number IS NULL
      AND phone IS NULL AND email IS NULL AND note IS NULL)),
  INDEX submission_by_applicant (applicant_nik, created_at),
  INDEX submission_by_family (family_number, created_at),
  INDEX submission_by_office_status (office_code, status, status_since, id),
  INDEX submission_by_retention (anonymised_at, status_since)
);

--changeset submission:0001-transitions
--comment Append-only: the one source of the timeline, the audit view and the clocks of the procedure
CREATE TABLE submission_transition (
  id UUID NOT NULL PRIMARY KEY,
  submission_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(24) CHARACTER SET ascii,
  to_status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  action VARCHAR(24) CHARACTER SET ascii NOT NULL,
  desk VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(800),
  reason_codes VARCHAR(200) CHARACTER SET ascii,
  legal_basis VARCHAR(200),
  CONSTRAINT submission_transition_request FOREIGN KEY (submission_id) REFERENCES submission_request (id),
  CONSTRAINT submission_transition_once UNIQUE (submission_id, ordinal)
);
