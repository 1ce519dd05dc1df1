--liquibase formatted sql

--changeset sla:0040-survey
--comment Answers to the satisfaction survey: no person, no time finer than the day, a random key that the form carried so that it counts once
CREATE TABLE sla_survey_answer (
  id UUID NOT NULL PRIMARY KEY,
  day DATE NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  e_requirements TINYINT NOT NULL,
  e_procedure TINYINT NOT NULL,
  e_time TINYINT NOT NULL,
  e_cost TINYINT NOT NULL,
  e_product TINYINT NOT NULL,
  e_competence TINYINT NOT NULL,
  e_conduct TINYINT NOT NULL,
  e_facilities TINYINT NOT NULL,
  e_complaints TINYINT NOT NULL,
  comment VARCHAR(500),
  comment_state VARCHAR(8) CHARACTER SET ascii NOT NULL DEFAULT 'WAITING',
  INDEX sla_survey_period (day, office_code),
  CONSTRAINT sla_survey_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_survey_marks CHECK (
    e_requirements BETWEEN 1 AND 4 AND e_procedure BETWEEN 1 AND 4 AND e_time BETWEEN 1 AND 4 AND e_cost BETWEEN 1 AND 4
    AND e_product BETWEEN 1 AND 4 AND e_competence BETWEEN 1 AND 4 AND e_conduct BETWEEN 1 AND 4
    AND e_facilities BETWEEN 1 AND 4 AND e_complaints BETWEEN 1 AND 4)
);
