--liquibase formatted sql

--changeset visits:0010-day
--comment One row for each visit that was opened on a tablet; locked while operations of its tablets are judged
CREATE TABLE visits_day (
  visit_id UUID NOT NULL PRIMARY KEY,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  closed_by VARCHAR(120),
  signer_name VARCHAR(120),
  signer_position VARCHAR(60),
  signature MEDIUMBLOB,
  note VARCHAR(300),
  ikd_teachers INT NOT NULL DEFAULT 0,
  ikd_pupils INT NOT NULL DEFAULT 0,
  CONSTRAINT visits_day_visit FOREIGN KEY (visit_id) REFERENCES visits_visit (id)
);

--changeset visits:0010-outcomes
--comment A pupil of a visit with its outcome. rival: a different outcome from another tablet, to be settled. twin_of: the row that stands for this one, when two tablets added one pupil
CREATE TABLE visits_outcome (
  id UUID NOT NULL PRIMARY KEY,
  visit_id UUID NOT NULL,
  pupil_id BIGINT,
  twin_of UUID,
  nisn CHAR(10) CHARACTER SET ascii,
  nik CHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120) NOT NULL,
  class_name VARCHAR(60) NOT NULL,
  birth_date DATE,
  verdict VARCHAR(16) CHARACTER SET ascii NOT NULL,
  finding VARCHAR(300) NOT NULL,
  added BOOLEAN NOT NULL,
  siak VARCHAR(8) CHARACTER SET ascii,
  siak_at DATETIME(6),
  siak_device UUID,
  fix_field VARCHAR(40),
  fix_before VARCHAR(120),
  fix_after VARCHAR(120),
  fix_evidence VARCHAR(120),
  fixed_at DATETIME(6),
  fixed_by VARCHAR(120),
  outcome VARCHAR(16) CHARACTER SET ascii,
  reason VARCHAR(200),
  outcome_at DATETIME(6),
  outcome_by VARCHAR(120),
  outcome_device UUID,
  rival VARCHAR(16) CHARACTER SET ascii,
  rival_reason VARCHAR(200),
  rival_at DATETIME(6),
  rival_by VARCHAR(120),
  rival_device UUID,
  order_number VARCHAR(60) CHARACTER SET ascii,
  printed_at DATETIME(6),
  handed_at DATETIME(6),
  told_at DATETIME(6),
  changed_at DATETIME(6) NOT NULL,
  CONSTRAINT visits_outcome_day FOREIGN KEY (visit_id) REFERENCES visits_day (visit_id),
  CONSTRAINT visits_outcome_pupil UNIQUE (visit_id, pupil_id),
  INDEX visits_outcome_by_person (nik),
  INDEX visits_outcome_by_fix (fix_field, fixed_at),
  INDEX visits_outcome_by_order (outcome, order_number),
  INDEX visits_outcome_by_retention (changed_at)
);

--changeset visits:0010-operations
--comment What was tapped, in the order of each tablet; only inserted. payload: the operation as it was sent
CREATE TABLE visits_operation (
  id UUID NOT NULL PRIMARY KEY,
  visit_id UUID NOT NULL,
  device UUID NOT NULL,
  seq INT NOT NULL,
  outcome_id UUID,
  kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  payload VARCHAR(2000) NOT NULL,
  tapped_at DATETIME(6) NOT NULL,
  received_at DATETIME(6) NOT NULL,
  actor_id UUID NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  on_behalf VARCHAR(120),
  verdict VARCHAR(16) CHARACTER SET ascii NOT NULL,
  sentence VARCHAR(300) NOT NULL,
  CONSTRAINT visits_operation_day FOREIGN KEY (visit_id) REFERENCES visits_day (visit_id),
  CONSTRAINT visits_operation_order UNIQUE (visit_id, device, seq),
  INDEX visits_operation_by_retention (received_at)
);
