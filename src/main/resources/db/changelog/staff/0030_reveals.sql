--liquibase formatted sql

--changeset staff:0030-reveals
--comment Who opened masked personal data of which record for what. Whose data it was stands in the audit trail, hashed
CREATE TABLE staff_reveal (
  id UUID NOT NULL PRIMARY KEY,
  account_id UUID NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  record_kind VARCHAR(60) NOT NULL,
  reference VARCHAR(60) NOT NULL,
  purpose VARCHAR(300) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  INDEX staff_reveal_of_account (account_id, opened_at),
  INDEX staff_reveal_opened (opened_at, id)
);
