--liquibase formatted sql

--changeset staff:0001-organisation-and-offices
CREATE TABLE staff_office (
  code VARCHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  time_zone VARCHAR(40) CHARACTER SET ascii NOT NULL,
  address VARCHAR(240),
  phone VARCHAR(40),
  ordinal SMALLINT NOT NULL,
  version BIGINT NOT NULL DEFAULT 0
);

--changeset staff:0001-roles
CREATE TABLE staff_role (
  code VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  label VARCHAR(80) NOT NULL,
  ordinal SMALLINT NOT NULL
);
CREATE TABLE staff_role_permission (
  role_code VARCHAR(32) CHARACTER SET ascii NOT NULL,
  permission VARCHAR(48) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (role_code, permission),
  CONSTRAINT staff_role_permission_role FOREIGN KEY (role_code) REFERENCES staff_role (code)
);

--changeset staff:0001-accounts
CREATE TABLE staff_account (
  id UUID NOT NULL PRIMARY KEY,
  username VARCHAR(60) NOT NULL,
  password_hash VARCHAR(200) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  nip CHAR(18) CHARACTER SET ascii,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  enabled BOOLEAN NOT NULL,
  created_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT staff_account_username UNIQUE (username),
  CONSTRAINT staff_account_office FOREIGN KEY (office_code) REFERENCES staff_office (code)
);
CREATE TABLE staff_account_role (
  account_id UUID NOT NULL,
  role_code VARCHAR(32) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (account_id, role_code),
  CONSTRAINT staff_account_role_account FOREIGN KEY (account_id) REFERENCES staff_account (id),
  CONSTRAINT staff_account_role_role FOREIGN KEY (role_code) REFERENCES staff_role (code)
);
