--liquibase formatted sql

--changeset staff:0004-accounts
--comment authority_version rises with every change of what the account may do, credential_version with every password given by an administrator: open sessions carry both
ALTER TABLE staff_account
  ADD COLUMN civil_rank VARCHAR(80),
  ADD COLUMN must_change_password BOOLEAN NOT NULL DEFAULT FALSE,
  ADD COLUMN authority_version BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN credential_version BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN disabled_because VARCHAR(300),
  ADD COLUMN changed_at DATETIME(6),
  ADD COLUMN changed_by VARCHAR(120);
CREATE INDEX staff_account_by_name ON staff_account (full_name, id);

--changeset staff:0004-roles
ALTER TABLE staff_role
  ADD COLUMN version BIGINT NOT NULL DEFAULT 0,
  ADD COLUMN changed_at DATETIME(6),
  ADD COLUMN changed_by VARCHAR(120);
CREATE INDEX staff_account_role_by_role ON staff_account_role (role_code, account_id);

--changeset staff:0004-role-labels
ALTER TABLE staff_role ADD CONSTRAINT staff_role_label UNIQUE (label);
