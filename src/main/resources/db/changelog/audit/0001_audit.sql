--liquibase formatted sql

--changeset audit:0001-inbox
--comment What was done, written in the business transaction and without any index, so that it costs next to nothing. The sealer moves it on within seconds
CREATE TABLE audit_inbox (
  id UUID NOT NULL PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  roles VARCHAR(300) NOT NULL,
  workplace VARCHAR(16) CHARACTER SET ascii,
  address VARCHAR(64) CHARACTER SET ascii,
  request_id VARCHAR(64) CHARACTER SET ascii,
  kind VARCHAR(80) NOT NULL,
  reference VARCHAR(120) NOT NULL,
  action VARCHAR(120) NOT NULL,
  office VARCHAR(16) CHARACTER SET ascii,
  person VARCHAR(32) CHARACTER SET ascii,
  changes MEDIUMTEXT NOT NULL,
  reason VARCHAR(1000)
);

--changeset audit:0001-trail
--comment Append-only. number is given when the row is sealed, so that a transaction that commits late still gets a later number; id carries the moment and orders the lists
CREATE TABLE audit_trail (
  number BIGINT NOT NULL PRIMARY KEY,
  id UUID NOT NULL,
  at DATETIME(6) NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  roles VARCHAR(300) NOT NULL,
  workplace VARCHAR(16) CHARACTER SET ascii,
  address VARCHAR(64) CHARACTER SET ascii,
  request_id VARCHAR(64) CHARACTER SET ascii,
  kind VARCHAR(80) NOT NULL,
  reference VARCHAR(120) NOT NULL,
  action VARCHAR(120) NOT NULL,
  office VARCHAR(16) CHARACTER SET ascii,
  person VARCHAR(32) CHARACTER SET ascii,
  changes MEDIUMTEXT NOT NULL,
  reason VARCHAR(1000),
  hash BINARY(32) NOT NULL,
  INDEX audit_trail_id (id),
  INDEX audit_trail_actor (actor_id, id),
  INDEX audit_trail_record (kind, reference, id),
  INDEX audit_trail_action (action, id),
  INDEX audit_trail_office (office, id),
  INDEX audit_trail_person (person, id)
);

--changeset audit:0001-batches
--comment Append-only. One signature over the rows first_row to last_row; previous is the hash of the batch before
CREATE TABLE audit_batch (
  number BIGINT NOT NULL PRIMARY KEY,
  first_row BIGINT NOT NULL,
  last_row BIGINT NOT NULL,
  last_hash BINARY(32) NOT NULL,
  previous BINARY(32) NOT NULL,
  sealed_at DATETIME(6) NOT NULL,
  key_id VARCHAR(16) CHARACTER SET ascii NOT NULL,
  signature BINARY(64) NOT NULL,
  INDEX audit_batch_rows (last_row)
);

--changeset audit:0001-prunings
--comment Append-only. Old batches were removed after the retention period, up to and including last_batch; signed, so that nobody else can say so
CREATE TABLE audit_pruning (
  last_batch BIGINT NOT NULL PRIMARY KEY,
  last_row BIGINT NOT NULL,
  last_hash BINARY(32) NOT NULL,
  batch_hash BINARY(32) NOT NULL,
  pruned_at DATETIME(6) NOT NULL,
  key_id VARCHAR(16) CHARACTER SET ascii NOT NULL,
  signature BINARY(64) NOT NULL
);

--changeset audit:0001-verifications
--comment Who had the trail verified when, how far it is, and what was found
CREATE TABLE audit_verification (
  id UUID NOT NULL PRIMARY KEY,
  ordinal BIGINT NOT NULL AUTO_INCREMENT,
  requested_by VARCHAR(120) NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  progressed_at DATETIME(6) NOT NULL,
  finished_at DATETIME(6),
  rows_total BIGINT NOT NULL DEFAULT 0,
  rows_checked BIGINT NOT NULL DEFAULT 0,
  batches_checked BIGINT NOT NULL DEFAULT 0,
  damages_found INT NOT NULL DEFAULT 0,
  damages MEDIUMTEXT,
  failure VARCHAR(300),
  CONSTRAINT audit_verification_order UNIQUE (ordinal)
);
