--liquibase formatted sql

--changeset sla:0060-alert-rules
--comment Rules that somebody has changed; the others are as their module proposes
CREATE TABLE sla_alert_rule (
  measure VARCHAR(32) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  enabled BOOLEAN NOT NULL,
  allowed INT NOT NULL,
  audience VARCHAR(48) CHARACTER SET ascii NOT NULL,
  quiet_from TIME NOT NULL,
  quiet_until TIME NOT NULL,
  mail_to VARCHAR(300) NOT NULL,
  version BIGINT NOT NULL
);

--changeset sla:0060-alerts
--comment One open row for each cause and office, however often it is looked at and by how many processes
CREATE TABLE sla_alert (
  id UUID NOT NULL PRIMARY KEY,
  measure VARCHAR(32) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  value INT NOT NULL,
  text VARCHAR(300) NOT NULL,
  link VARCHAR(200) NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  told_at DATETIME(6),
  closed_at DATETIME(6),
  open_cause VARCHAR(49) CHARACTER SET ascii AS (IF(closed_at IS NULL, CONCAT(measure, '/', office_code), NULL)) PERSISTENT,
  CONSTRAINT sla_alert_once UNIQUE (open_cause),
  INDEX sla_alert_by_end (closed_at, opened_at),
  CONSTRAINT sla_alert_office FOREIGN KEY (office_code) REFERENCES staff_office (code)
);
