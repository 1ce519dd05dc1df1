--liquibase formatted sql

--changeset population:0001-regions
--comment Official codes without dots: province 2, kabupaten/kota 4, kecamatan 6, village 10 digits
CREATE TABLE population_region (
  code VARCHAR(10) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  name VARCHAR(60) NOT NULL,
  postal_code CHAR(5) CHARACTER SET ascii,
  parent_code VARCHAR(6) CHARACTER SET ascii AS (
    CASE LENGTH(code) WHEN 4 THEN LEFT(code, 2) WHEN 6 THEN LEFT(code, 4) WHEN 10 THEN LEFT(code, 6) END) STORED,
  INDEX population_region_parent (parent_code, code)
);

--changeset population:0001-code-lists
CREATE TABLE population_code (
  list_name VARCHAR(32) CHARACTER SET ascii NOT NULL,
  code VARCHAR(32) CHARACTER SET ascii NOT NULL,
  label VARCHAR(120) NOT NULL,
  ordinal SMALLINT NOT NULL,
  PRIMARY KEY (list_name, code)
);
CREATE TABLE population_request_type (
  code VARCHAR(8) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  document VARCHAR(40) NOT NULL,
  kind VARCHAR(60) NOT NULL,
  description VARCHAR(120),
  ordinal SMALLINT NOT NULL
);

--changeset population:0001-families
--comment No foreign key to the regions: SIAK may know a village that our table does not have yet
CREATE TABLE population_family (
  number CHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  address VARCHAR(160) NOT NULL,
  rt CHAR(3) CHARACTER SET ascii NOT NULL,
  rw CHAR(3) CHARACTER SET ascii NOT NULL,
  village_code VARCHAR(10) CHARACTER SET ascii NOT NULL,
  updated_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL DEFAULT 0,
  INDEX population_family_village (village_code)
);

--changeset population:0001-people
--comment The id says nothing about the person, so it may stand in an address; the NIK may not
CREATE TABLE population_person (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  nik CHAR(16) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  family_number CHAR(16) CHARACTER SET ascii NOT NULL,
  relationship TINYINT NOT NULL,
  female BOOLEAN NOT NULL,
  birth_place VARCHAR(60) NOT NULL,
  birth_date DATE NOT NULL,
  marital_status TINYINT NOT NULL,
  citizenship TINYINT NOT NULL,
  religion TINYINT NOT NULL,
  blood_type TINYINT NOT NULL,
  education TINYINT NOT NULL,
  occupation TINYINT NOT NULL,
  father_name VARCHAR(120) NOT NULL,
  father_nik CHAR(16) CHARACTER SET ascii,
  mother_name VARCHAR(120) NOT NULL,
  mother_nik CHAR(16) CHARACTER SET ascii,
  recording_status VARCHAR(32) CHARACTER SET ascii NOT NULL,
  recording_status_since DATETIME(6),
  updated_at DATETIME(6) NOT NULL,
  version BIGINT NOT NULL DEFAULT 0,
  CONSTRAINT population_person_nik UNIQUE (nik),
  CONSTRAINT population_person_family FOREIGN KEY (family_number) REFERENCES population_family (number),
  INDEX population_person_member (family_number, id),
  INDEX population_person_name (full_name, id),
  INDEX population_person_status (recording_status, birth_date)
);
