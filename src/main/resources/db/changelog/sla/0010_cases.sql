--liquibase formatted sql

--changeset sla:0010-cases
--comment What the clock of a case is read from; the instants due are kept to sort by and are worked out anew when hours change
CREATE TABLE sla_case (
  id UUID NOT NULL PRIMARY KEY,
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  standard_hash CHAR(64) CHARACTER SET ascii NOT NULL,
  number VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  step_due DATETIME(6),
  case_due DATETIME(6),
  INDEX sla_case_open (office_code, closed_at, id),
  CONSTRAINT sla_case_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_case_order CHECK (closed_at IS NULL OR closed_at >= opened_at)
);

--changeset sla:0010-case-targets
--comment Frozen when the case was opened: a procedure that is filed anew does not change them
CREATE TABLE sla_case_target (
  case_id UUID NOT NULL,
  step SMALLINT NOT NULL,
  seconds INT NOT NULL,
  PRIMARY KEY (case_id, step),
  CONSTRAINT sla_case_target_case FOREIGN KEY (case_id) REFERENCES sla_case (id),
  CONSTRAINT sla_case_target_positive CHECK (seconds > 0)
);

--changeset sla:0010-intervals
CREATE TABLE sla_interval (
  case_id UUID NOT NULL,
  ordinal SMALLINT NOT NULL,
  step SMALLINT NOT NULL,
  waiting_for VARCHAR(10) CHARACTER SET ascii NOT NULL,
  from_at DATETIME(6) NOT NULL,
  to_at DATETIME(6),
  PRIMARY KEY (case_id, ordinal),
  CONSTRAINT sla_interval_case FOREIGN KEY (case_id) REFERENCES sla_case (id),
  CONSTRAINT sla_interval_party CHECK (waiting_for IN ('OFFICE', 'APPLICANT')),
  CONSTRAINT sla_interval_order CHECK (to_at IS NULL OR to_at >= from_at)
);
