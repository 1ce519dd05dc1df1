--liquibase formatted sql

--changeset delivery:0001-releases
--comment code_hash is SHA-256 of 130 random bits, pin_hash a slow hash of PIN and code together. sealed_secret holds both, encrypted with a key that is not in the database, until their letter has left
CREATE TABLE delivery_release (
  id UUID NOT NULL PRIMARY KEY,
  kind VARCHAR(40) NOT NULL,
  reference VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  title VARCHAR(120) NOT NULL,
  document_hash VARCHAR(64) CHARACTER SET ascii NOT NULL,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  recipient VARCHAR(120),
  email VARCHAR(254),
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  code_hash VARBINARY(32) NOT NULL,
  pin_hash VARCHAR(200) CHARACTER SET ascii NOT NULL,
  generation INT NOT NULL,
  sealed_secret VARBINARY(200),
  created_at DATETIME(6) NOT NULL,
  status_since DATETIME(6) NOT NULL,
  expires_at DATETIME(6) NOT NULL,
  anonymised_at DATETIME(6),
  version BIGINT NOT NULL,
  CONSTRAINT delivery_release_once UNIQUE (reference, kind, document_hash),
  CONSTRAINT delivery_release_code UNIQUE (code_hash),
  CONSTRAINT delivery_release_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT delivery_release_somebody_or_nobody CHECK (
    (anonymised_at IS NULL AND person_nik IS NOT NULL AND recipient IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND person_nik IS NULL AND recipient IS NULL AND email IS NULL
      AND sealed_secret IS NULL)),
  INDEX delivery_release_by_time (created_at, id),
  INDEX delivery_release_by_status (status, created_at, id),
  INDEX delivery_release_by_office (office_code, created_at, id),
  INDEX delivery_release_by_office_status (office_code, status, created_at, id),
  INDEX delivery_release_by_expiry (status, expires_at),
  INDEX delivery_release_by_person (person_nik, created_at),
  INDEX delivery_release_by_document (document_hash),
  INDEX delivery_release_by_retention (anonymised_at, status_since)
);

--changeset delivery:0001-transitions
--comment Append-only: the one source of the timeline and the audit view
CREATE TABLE delivery_transition (
  id UUID NOT NULL PRIMARY KEY,
  release_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(16) CHARACTER SET ascii,
  to_status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  action VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(800),
  CONSTRAINT delivery_transition_release FOREIGN KEY (release_id) REFERENCES delivery_release (id),
  CONSTRAINT delivery_transition_once UNIQUE (release_id, ordinal)
);

--changeset delivery:0001-handouts
--comment Every time a document was handed to a kiosk; the id is the Release-Id of the API
CREATE TABLE delivery_handout (
  id UUID NOT NULL PRIMARY KEY,
  release_id UUID NOT NULL,
  ordinal INT NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  kiosk VARCHAR(64) NOT NULL,
  request_key VARCHAR(64) CHARACTER SET ascii,
  opened_at DATETIME(6) NOT NULL,
  outcome VARCHAR(16) CHARACTER SET ascii,
  detail VARCHAR(300),
  receipt_at DATETIME(6),
  CONSTRAINT delivery_handout_release FOREIGN KEY (release_id) REFERENCES delivery_release (id),
  CONSTRAINT delivery_handout_once UNIQUE (release_id, ordinal),
  CONSTRAINT delivery_handout_receipt CHECK ((outcome IS NULL) = (receipt_at IS NULL))
);

--changeset delivery:0001-attempts
--comment Wrong PINs by what the QR code hashes to, known or not: who guesses learns nothing from how the count goes
CREATE TABLE delivery_attempt (
  code_hash VARBINARY(32) NOT NULL PRIMARY KEY,
  wrong INT NOT NULL,
  last_at DATETIME(6) NOT NULL,
  INDEX delivery_attempt_by_time (last_at)
);
