--liquibase formatted sql

--changeset privacy:0001-numbers
--comment The last number given in a series in a year, "PD" requests and "INS" incidents
CREATE TABLE privacy_number (
  series VARCHAR(8) CHARACTER SET ascii NOT NULL,
  year SMALLINT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (series, year)
);

--changeset privacy:0001-requests
--comment What people ask about their own data (UU 27/2022 art. 5 to 13); due 72 hours after it was received
CREATE TABLE privacy_request (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(16) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  nik VARCHAR(16) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  contact VARCHAR(254) NOT NULL,
  wording VARCHAR(2000) NOT NULL,
  field_name VARCHAR(60),
  present_value VARCHAR(300),
  wanted_value VARCHAR(300),
  evidence VARCHAR(500),
  received_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  identity_note VARCHAR(500),
  decision VARCHAR(16) CHARACTER SET ascii,
  answer VARCHAR(2000),
  answered_at DATETIME(6),
  ended_at DATETIME(6),
  version BIGINT NOT NULL,
  CONSTRAINT privacy_request_number UNIQUE (number),
  CONSTRAINT privacy_request_identity CHECK (status <> 'IN_PROGRESS' OR identity_note IS NOT NULL),
  CONSTRAINT privacy_request_answer CHECK (status NOT IN ('ANSWERED', 'DONE') OR (decision IS NOT NULL AND answer IS NOT NULL)),
  INDEX privacy_request_received (received_at, id),
  INDEX privacy_request_due (status, due_at),
  INDEX privacy_request_nik (nik),
  INDEX privacy_request_ended (ended_at)
);

--changeset privacy:0001-incidents
--comment Failures of protection (art. 46); both notices are due 72 hours after the discovery
CREATE TABLE privacy_incident (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(16) CHARACTER SET ascii NOT NULL,
  title VARCHAR(160) NOT NULL,
  discovered_at DATETIME(6) NOT NULL,
  due_at DATETIME(6) NOT NULL,
  course VARCHAR(4000) NOT NULL,
  data_kinds VARCHAR(1000) NOT NULL,
  people INT,
  cause VARCHAR(2000) NOT NULL,
  measures VARCHAR(4000) NOT NULL,
  status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  authority_notified_at DATETIME(6),
  subjects_notified_at DATETIME(6),
  ended_at DATETIME(6),
  version BIGINT NOT NULL,
  CONSTRAINT privacy_incident_number UNIQUE (number),
  CONSTRAINT privacy_incident_people CHECK (people >= 0),
  CONSTRAINT privacy_incident_notices CHECK (
    status NOT IN ('NOTIFIED', 'CLOSED') OR (authority_notified_at IS NOT NULL AND subjects_notified_at IS NOT NULL)),
  INDEX privacy_incident_discovered (discovered_at, id),
  INDEX privacy_incident_due (status, due_at)
);

--changeset privacy:0001-steps
--comment Append-only: the one source of the timeline of requests and incidents
CREATE TABLE privacy_step (
  id UUID NOT NULL PRIMARY KEY,
  case_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(24) CHARACTER SET ascii,
  to_status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  action VARCHAR(24) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  actor_id UUID,
  at DATETIME(6) NOT NULL,
  note VARCHAR(2000),
  CONSTRAINT privacy_step_once UNIQUE (case_id, ordinal)
);

--changeset privacy:0001-retention
--comment The office's own period for a kind of data; kinds without a row keep the standard
CREATE TABLE privacy_retention (
  retained_key VARCHAR(60) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  period VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reason VARCHAR(300) NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6) NOT NULL
);
CREATE TABLE privacy_retention_run (
  id UUID NOT NULL PRIMARY KEY,
  retained_key VARCHAR(60) CHARACTER SET ascii NOT NULL,
  ended_before DATETIME(6) NOT NULL,
  removed INT NOT NULL,
  started_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6) COMMENT 'null while it runs, or when it was cut off',
  failure VARCHAR(200),
  INDEX privacy_retention_run_latest (retained_key, started_at)
);
