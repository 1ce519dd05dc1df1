--liquibase formatted sql

--changeset sla:0020-pauses
--comment Kerusakan teknis as somebody stated it; open_office lets an office have one pause that still goes on. What was withdrawn stays to be read
CREATE TABLE sla_pause (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  from_at DATETIME(6) NOT NULL,
  to_at DATETIME(6),
  reason VARCHAR(200) NOT NULL,
  stated_by UUID NOT NULL,
  stated_by_name VARCHAR(120) NOT NULL,
  stated_at DATETIME(6) NOT NULL,
  withdrawn_at DATETIME(6),
  withdrawn_why VARCHAR(500),
  version INT NOT NULL DEFAULT 0,
  open_office VARCHAR(16) CHARACTER SET ascii AS (
    IF(to_at IS NULL AND withdrawn_at IS NULL, office_code, NULL)) PERSISTENT,
  CONSTRAINT sla_pause_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_pause_one_open UNIQUE (open_office),
  CONSTRAINT sla_pause_order CHECK (to_at IS NULL OR to_at > from_at),
  INDEX sla_pause_by_office (office_code, from_at),
  INDEX sla_pause_by_time (from_at, id)
);
