--liquibase formatted sql

--changeset visits:0002-visits
--comment token: opens the page of the school's answer. What the school answers: days that suit, days that do not, pupils
CREATE TABLE visits_visit (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  npsn CHAR(8) CHARACTER SET ascii NOT NULL,
  school_name VARCHAR(120) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  expected INT NOT NULL,
  recorded INT,
  token CHAR(26) CHARACTER SET ascii NOT NULL,
  letter_number VARCHAR(60),
  wished_day DATE,
  blackout_from DATE,
  blackout_to DATE,
  answered_pupils INT,
  answered_contact VARCHAR(120),
  answered_note VARCHAR(300),
  crew_code VARCHAR(8) CHARACTER SET ascii,
  vehicle_code VARCHAR(8) CHARACTER SET ascii,
  overridden VARCHAR(1000),
  created_at DATETIME(6) NOT NULL,
  status_since DATETIME(6) NOT NULL,
  version BIGINT NOT NULL,
  CONSTRAINT visits_visit_number UNIQUE (number),
  CONSTRAINT visits_visit_token UNIQUE (token),
  CONSTRAINT visits_visit_school FOREIGN KEY (npsn) REFERENCES visits_school (npsn),
  CONSTRAINT visits_visit_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX visits_visit_by_day (first_day, id),
  INDEX visits_visit_by_last_day (last_day),
  INDEX visits_visit_by_status (status, status_since)
);

--changeset visits:0002-steps
CREATE TABLE visits_step (
  id UUID NOT NULL PRIMARY KEY,
  visit_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(24) CHARACTER SET ascii,
  to_status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  action VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(800),
  CONSTRAINT visits_step_visit FOREIGN KEY (visit_id) REFERENCES visits_visit (id),
  CONSTRAINT visits_step_once UNIQUE (visit_id, ordinal)
);

--changeset visits:0002-sets-of-visits
CREATE TABLE visits_visit_set (
  visit_id UUID NOT NULL,
  set_code VARCHAR(8) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (visit_id, set_code),
  CONSTRAINT visits_visit_set_visit FOREIGN KEY (visit_id) REFERENCES visits_visit (id)
);
