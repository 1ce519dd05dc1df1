--liquibase formatted sql

--changeset visits:0001-schools
--comment Coordinates are null where the source has none or places the school outside its regency
CREATE TABLE visits_school (
  npsn CHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  state_run BOOLEAN NOT NULL,
  district_code CHAR(6) CHARACTER SET ascii NOT NULL,
  district_name VARCHAR(60) NOT NULL,
  address VARCHAR(200) NOT NULL,
  latitude DOUBLE,
  longitude DOUBLE,
  contact_name VARCHAR(120),
  contact_phone VARCHAR(30),
  contact_email VARCHAR(254),
  declared_pupils INT,
  updated_at DATETIME(6) NOT NULL
);

--changeset visits:0001-pupils
--comment Only what a visit needs of a list. left_at: no longer on the school's latest list. other_npsn: the school that has or also has the pupil
CREATE TABLE visits_pupil (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  npsn CHAR(8) CHARACTER SET ascii NOT NULL,
  nisn CHAR(10) CHARACTER SET ascii,
  nik CHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120) NOT NULL,
  female BOOLEAN,
  birth_place VARCHAR(60) NOT NULL,
  birth_date DATE,
  class_name VARCHAR(60) NOT NULL,
  verdict VARCHAR(16) CHARACTER SET ascii NOT NULL,
  finding VARCHAR(300) NOT NULL,
  other_npsn CHAR(8) CHARACTER SET ascii,
  listed_at DATETIME(6) NOT NULL,
  left_at DATETIME(6),
  CONSTRAINT visits_pupil_school FOREIGN KEY (npsn) REFERENCES visits_school (npsn),
  CONSTRAINT visits_pupil_nisn UNIQUE (npsn, nisn),
  CONSTRAINT visits_pupil_nik UNIQUE (npsn, nik),
  INDEX visits_pupil_by_name (npsn, full_name, id),
  INDEX visits_pupil_anywhere_nisn (nisn),
  INDEX visits_pupil_anywhere_nik (nik),
  INDEX visits_pupil_by_retention (left_at)
);
