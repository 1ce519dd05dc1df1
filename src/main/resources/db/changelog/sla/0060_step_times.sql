--liquibase formatted sql

--changeset sla:0060-step-times
--comment What an office may take for a step from a day on, beside what the procedure prints: proposed by one person, approved by another. No office means all. A case keeps what held when it was opened
CREATE TABLE sla_step_time (
  id UUID NOT NULL PRIMARY KEY,
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  step SMALLINT NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii,
  valid_from DATE NOT NULL,
  minutes INT NOT NULL,
  legal_basis VARCHAR(240) NOT NULL,
  state VARCHAR(8) CHARACTER SET ascii NOT NULL,
  proposed_by UUID NOT NULL,
  proposed_name VARCHAR(120) NOT NULL,
  proposed_at DATETIME(6) NOT NULL,
  decided_name VARCHAR(120),
  decided_at DATETIME(6),
  decided_why VARCHAR(500),
  place VARCHAR(16) CHARACTER SET ascii AS (IF(state = 'REJECTED', NULL, COALESCE(office_code, '*'))) PERSISTENT,
  CONSTRAINT sla_step_time_once UNIQUE (standard, step, place, valid_from),
  CONSTRAINT sla_step_time_standard FOREIGN KEY (standard) REFERENCES sla_standard (slug),
  CONSTRAINT sla_step_time_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_step_time_minutes CHECK (minutes BETWEEN 1 AND 10000),
  CONSTRAINT sla_step_time_state CHECK (state IN ('PROPOSED', 'APPROVED', 'REJECTED')),
  CONSTRAINT sla_step_time_decided CHECK ((state = 'PROPOSED') = (decided_at IS NULL))
);

--changeset sla:0060-short-names
--comment Filled when the procedures are filed anew at the next start
ALTER TABLE sla_standard ADD COLUMN short_name VARCHAR(40) NOT NULL DEFAULT '' AFTER name;
