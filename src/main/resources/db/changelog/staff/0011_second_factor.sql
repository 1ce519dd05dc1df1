--liquibase formatted sql

--changeset staff:0011-second-factor
--comment The secret is sealed with a key that is not in the database; last_step makes a code work once
CREATE TABLE staff_second_factor (
  account_id UUID NOT NULL PRIMARY KEY,
  secret VARBINARY(80) NOT NULL,
  last_step BIGINT NOT NULL,
  set_up_at DATETIME(6) NOT NULL,
  CONSTRAINT staff_second_factor_account FOREIGN KEY (account_id) REFERENCES staff_account (id)
);
CREATE TABLE staff_recovery_code (
  account_id UUID NOT NULL,
  code_hash BINARY(32) NOT NULL,
  used_at DATETIME(6),
  PRIMARY KEY (account_id, code_hash),
  CONSTRAINT staff_recovery_code_account FOREIGN KEY (account_id) REFERENCES staff_account (id)
);

--changeset staff:0011-roles-that-sign-or-administer
ALTER TABLE staff_role ADD COLUMN IF NOT EXISTS second_factor_required BOOLEAN NOT NULL DEFAULT FALSE;
UPDATE staff_role SET second_factor_required = TRUE WHERE code IN ('kadis', 'admin');
