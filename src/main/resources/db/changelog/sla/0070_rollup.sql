--liquibase formatted sql

--changeset sla:0070-rollup
--comment What ended on a day, added up, for installations that do not keep the stays in the heap; days are added up anew when a row of theirs comes
CREATE TABLE sla_stay_day (
  day DATE NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  standard VARCHAR(60) CHARACTER SET ascii NOT NULL,
  step SMALLINT NOT NULL,
  for_office BOOLEAN NOT NULL,
  stays INT NOT NULL,
  measured INT NOT NULL,
  late INT NOT NULL,
  worst INT NOT NULL,
  seconds BIGINT NOT NULL,
  PRIMARY KEY (day, office_code, standard, step, for_office),
  CONSTRAINT sla_stay_day_office FOREIGN KEY (office_code) REFERENCES staff_office (code)
);
CREATE TABLE sla_stay_day_state (
  id TINYINT NOT NULL PRIMARY KEY,
  highest BIGINT NOT NULL
);
INSERT INTO sla_stay_day_state (id, highest) VALUES (1, 0);
