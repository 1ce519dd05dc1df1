--liquibase formatted sql

--changeset sla:0030-officers
--comment Who ended a stay, so that figures can be worked out anew
ALTER TABLE sla_interval ADD COLUMN ended_by UUID;

--changeset sla:0030-stays
--comment What is over, for figures: each stay in a step, and as step 0 the whole case. Only added to: what turns out otherwise is reversed by a row with sign -1. Times are those of the office's zone, seconds those of its working time
CREATE TABLE sla_stay (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  case_id UUID NOT NULL,
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  step SMALLINT NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  officer UUID,
  for_office BOOLEAN NOT NULL,
  began DATETIME NOT NULL,
  ended DATETIME NOT NULL,
  worked INT NOT NULL,
  target INT,
  late BOOLEAN NOT NULL,
  path VARCHAR(200) CHARACTER SET ascii,
  sign TINYINT NOT NULL DEFAULT 1,
  reversed BOOLEAN NOT NULL DEFAULT FALSE,
  INDEX sla_stay_case (case_id),
  INDEX sla_stay_period (step, ended, id),
  CONSTRAINT sla_stay_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_stay_sign CHECK (sign IN (1, -1))
);
