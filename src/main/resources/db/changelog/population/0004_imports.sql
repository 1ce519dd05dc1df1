--liquibase formatted sql

--changeset population:0004-imports
--comment SIAK is the master: its lists come in as files. One import runs at a time, which the unique generated column enforces
CREATE TABLE population_import (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  file_name VARCHAR(200) NOT NULL,
  file_size BIGINT NOT NULL,
  content_hash CHAR(64) CHARACTER SET ascii NOT NULL,
  uploaded_by VARCHAR(120) NOT NULL,
  uploaded_at DATETIME(6) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  phase VARCHAR(16) CHARACTER SET ascii,
  dry_run BOOLEAN NOT NULL DEFAULT FALSE,
  cancel_requested BOOLEAN NOT NULL DEFAULT FALSE,
  started_by VARCHAR(120),
  started_at DATETIME(6),
  finished_at DATETIME(6),
  percent TINYINT NOT NULL DEFAULT 0,
  read_to INT NOT NULL DEFAULT 0,
  written_to INT NOT NULL DEFAULT 0,
  rows_read INT NOT NULL DEFAULT 0,
  rows_accepted INT NOT NULL DEFAULT 0,
  rows_warned INT NOT NULL DEFAULT 0,
  rows_refused INT NOT NULL DEFAULT 0,
  people_new INT NOT NULL DEFAULT 0,
  people_changed INT NOT NULL DEFAULT 0,
  people_same INT NOT NULL DEFAULT 0,
  trouble VARCHAR(500),
  purged_at DATETIME(6),
  active VARCHAR(1) CHARACTER SET ascii AS (CASE WHEN status IN ('QUEUED', 'RUNNING') THEN '1' END) STORED,
  CONSTRAINT population_import_one_at_a_time UNIQUE (active),
  INDEX population_import_content (content_hash, status)
);

--changeset population:0004-import-lines
--comment What became of each row of a file; the NIK masked, because this is what is downloaded and kept
CREATE TABLE population_import_line (
  import_id BIGINT NOT NULL,
  line INT NOT NULL,
  outcome VARCHAR(8) CHARACTER SET ascii NOT NULL,
  effect VARCHAR(8) CHARACTER SET ascii,
  nik VARCHAR(16),
  findings VARCHAR(2000),
  PRIMARY KEY (import_id, line),
  INDEX population_import_line_outcome (import_id, outcome, line),
  CONSTRAINT population_import_line_import FOREIGN KEY (import_id) REFERENCES population_import (id)
);

--changeset population:0004-import-staging
--comment Accepted rows between reading and writing; empty when no import is under way. NULL means that the file does not say
CREATE TABLE population_import_staging (
  import_id BIGINT NOT NULL,
  line INT NOT NULL,
  nik CHAR(16) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  family_number CHAR(16) CHARACTER SET ascii NOT NULL,
  relationship TINYINT NOT NULL,
  female BOOLEAN NOT NULL,
  birth_place VARCHAR(60) NOT NULL,
  birth_date DATE NOT NULL,
  marital_status TINYINT NOT NULL,
  citizenship TINYINT,
  religion TINYINT NOT NULL,
  blood_type TINYINT,
  education TINYINT NOT NULL,
  occupation TINYINT NOT NULL,
  father_name VARCHAR(120) NOT NULL,
  father_nik CHAR(16) CHARACTER SET ascii,
  mother_name VARCHAR(120) NOT NULL,
  mother_nik CHAR(16) CHARACTER SET ascii,
  recording_status VARCHAR(32) CHARACTER SET ascii,
  recording_status_since DATETIME(6),
  address VARCHAR(160) NOT NULL,
  rt CHAR(3) CHARACTER SET ascii NOT NULL,
  rw CHAR(3) CHARACTER SET ascii NOT NULL,
  village_code VARCHAR(10) CHARACTER SET ascii NOT NULL,
  warnings VARCHAR(2000),
  PRIMARY KEY (import_id, line),
  INDEX population_import_staging_nik (import_id, nik),
  INDEX population_import_staging_family (import_id, family_number)
);
