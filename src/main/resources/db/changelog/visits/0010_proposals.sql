--liquibase formatted sql

--changeset visits:0010-operators-of-other-crews
--comment Each set needs an operator; who of another crew goes along with the crew of the visit
CREATE TABLE visits_visit_helper (
  visit_id UUID NOT NULL,
  person_id BIGINT NOT NULL,
  PRIMARY KEY (visit_id, person_id),
  CONSTRAINT visits_visit_helper_visit FOREIGN KEY (visit_id) REFERENCES visits_visit (id),
  CONSTRAINT visits_visit_helper_person FOREIGN KEY (person_id) REFERENCES visits_person (id)
);

--changeset visits:0010-proposals
--comment running: 1 while it is being made, else null; its key lets one be made at a time. curve: "second:cost", costs and months likewise
CREATE TABLE visits_proposal (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  seconds INT NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  running INT,
  stop_asked BOOLEAN NOT NULL,
  asked_by VARCHAR(120) NOT NULL,
  asked_at DATETIME(6) NOT NULL,
  first_millis INT,
  naive_cost BIGINT,
  first_cost BIGINT,
  cost BIGINT,
  needed_minutes BIGINT,
  available_minutes BIGINT,
  curve VARCHAR(4000) CHARACTER SET ascii NOT NULL,
  costs VARCHAR(400) CHARACTER SET ascii NOT NULL,
  months VARCHAR(800) CHARACTER SET ascii NOT NULL,
  trouble VARCHAR(300),
  CONSTRAINT visits_proposal_running UNIQUE (running),
  CONSTRAINT visits_proposal_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX visits_proposal_by_time (asked_at)
);

--changeset visits:0010-rows-of-proposals
--comment visit_number null: a visit that does not exist yet. first_day null: left out, note says why
CREATE TABLE visits_proposal_row (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  proposal_id UUID NOT NULL,
  npsn CHAR(8) CHARACTER SET ascii NOT NULL,
  school_name VARCHAR(120) NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  visit_number VARCHAR(60) CHARACTER SET ascii,
  seen BIGINT NOT NULL,
  informed BOOLEAN NOT NULL,
  pupils INT NOT NULL,
  first_day DATE,
  days INT NOT NULL,
  crew VARCHAR(8) CHARACTER SET ascii,
  vehicle VARCHAR(8) CHARACTER SET ascii,
  sets VARCHAR(100) CHARACTER SET ascii NOT NULL,
  helpers VARCHAR(200) CHARACTER SET ascii NOT NULL,
  cost BIGINT NOT NULL,
  change_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  note VARCHAR(400) NOT NULL,
  decision VARCHAR(16) CHARACTER SET ascii NOT NULL,
  CONSTRAINT visits_proposal_row_proposal FOREIGN KEY (proposal_id) REFERENCES visits_proposal (id) ON DELETE CASCADE
);
