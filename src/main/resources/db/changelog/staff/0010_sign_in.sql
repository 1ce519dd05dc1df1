--liquibase formatted sql

--changeset staff:0010-forced-password-change
ALTER TABLE staff_account ADD COLUMN IF NOT EXISTS must_change_password BOOLEAN NOT NULL DEFAULT FALSE;

--changeset staff:0010-last-sign-in
--comment What the person is told after the next sign-in
CREATE TABLE staff_last_sign_in (
  account_id UUID NOT NULL PRIMARY KEY,
  at DATETIME(6),
  address VARCHAR(45) CHARACTER SET ascii,
  failures_since INT NOT NULL DEFAULT 0,
  CONSTRAINT staff_last_sign_in_account FOREIGN KEY (account_id) REFERENCES staff_account (id)
);

--changeset staff:0010-throttle
--comment Keyed hashes only: neither the name that was typed nor the address stands here
CREATE TABLE staff_sign_in_throttle (
  bucket BINARY(32) NOT NULL PRIMARY KEY,
  failures INT NOT NULL,
  last_at DATETIME(6) NOT NULL,
  open_at DATETIME(6) NOT NULL,
  KEY staff_sign_in_throttle_last (last_at)
);

--changeset staff:0010-sessions
CREATE TABLE staff_session (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL,
  started_at DATETIME(6) NOT NULL,
  last_seen_at DATETIME(6) NOT NULL,
  address VARCHAR(45) CHARACTER SET ascii NOT NULL,
  device VARCHAR(80) NOT NULL,
  method VARCHAR(24) CHARACTER SET ascii NOT NULL,
  ended_at DATETIME(6),
  ended_because VARCHAR(24) CHARACTER SET ascii,
  ended_by UUID,
  KEY staff_session_open (ended_at, last_seen_at, id),
  KEY staff_session_of_account (account_id, ended_at, started_at),
  CONSTRAINT staff_session_account FOREIGN KEY (account_id) REFERENCES staff_account (id)
);
