--liquibase formatted sql

--changeset staff:0005-positions
--comment a position that others may fill in for, and the role whose permissions come with it; its row is locked while mandates are given
CREATE TABLE staff_position (
  code VARCHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  title VARCHAR(80) NOT NULL,
  role_code VARCHAR(32) CHARACTER SET ascii NOT NULL,
  CONSTRAINT staff_position_role FOREIGN KEY (role_code) REFERENCES staff_role (code)
);
INSERT INTO staff_position (code, title, role_code) VALUES ('HEAD', 'Kepala Dinas', 'kadis');

--changeset staff:0005-mandates
CREATE TABLE staff_mandate (
  id UUID NOT NULL PRIMARY KEY,
  position_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  deputy_id UUID NOT NULL,
  valid_from DATE NOT NULL,
  valid_until DATE NOT NULL,
  number VARCHAR(80) NOT NULL,
  issued_on DATE NOT NULL,
  reason VARCHAR(300) NOT NULL,
  given_at DATETIME(6) NOT NULL,
  given_by VARCHAR(120) NOT NULL,
  revoked_at DATETIME(6),
  revoked_by VARCHAR(120),
  revoked_because VARCHAR(300),
  CONSTRAINT staff_mandate_position FOREIGN KEY (position_code) REFERENCES staff_position (code),
  CONSTRAINT staff_mandate_deputy FOREIGN KEY (deputy_id) REFERENCES staff_account (id),
  CONSTRAINT staff_mandate_dates CHECK (valid_until >= valid_from)
);
CREATE INDEX staff_mandate_by_position ON staff_mandate (position_code, valid_from);
CREATE INDEX staff_mandate_by_deputy ON staff_mandate (deputy_id, revoked_at);
