--liquibase formatted sql

--changeset visits:0003-crews
CREATE TABLE visits_crew (
  code VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL
);
CREATE TABLE visits_person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  crew_code VARCHAR(8) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  duty VARCHAR(24) CHARACTER SET ascii NOT NULL,
  CONSTRAINT visits_person_crew FOREIGN KEY (crew_code) REFERENCES visits_crew (code)
);
CREATE TABLE visits_leave (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  person_id BIGINT NOT NULL,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  why VARCHAR(120) NOT NULL,
  CONSTRAINT visits_leave_person FOREIGN KEY (person_id) REFERENCES visits_person (id),
  INDEX visits_leave_by_day (last_day)
);

--changeset visits:0003-sets
--comment A set is usable while every item of it is
CREATE TABLE visits_set (
  code VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL
);
CREATE TABLE visits_set_item (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  set_code VARCHAR(8) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(60) NOT NULL,
  serial VARCHAR(40) CHARACTER SET ascii NOT NULL,
  broken_because VARCHAR(200),
  CONSTRAINT visits_set_item_serial UNIQUE (serial),
  CONSTRAINT visits_set_item_set FOREIGN KEY (set_code) REFERENCES visits_set (code)
);
CREATE TABLE visits_vehicle (
  code VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(40) NOT NULL,
  plate VARCHAR(16) NOT NULL
);

--changeset visits:0003-one-planner-at-a-time
--comment Its only row is locked while an arrangement is judged and stored, so that two planners cannot both get a set
CREATE TABLE visits_plan_lock (id INT NOT NULL PRIMARY KEY);
INSERT INTO visits_plan_lock VALUES (1);
