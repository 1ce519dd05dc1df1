--liquibase formatted sql

--changeset recording:0001-cases
--comment open_nik is the NIK while the recording goes on: one in the whole regency. under_age: below 17 at the opening. No biometric data
CREATE TABLE recording_case (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120),
  under_age BOOLEAN NOT NULL,
  status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  attempts INT NOT NULL,
  receipt VARCHAR(60),
  code VARCHAR(12) CHARACTER SET ascii NOT NULL,
  email VARCHAR(254),
  arrived_at DATETIME(6) NOT NULL,
  called_at DATETIME(6),
  ticket_id UUID,
  ticket_label VARCHAR(12),
  created_at DATETIME(6) NOT NULL,
  status_since DATETIME(6) NOT NULL,
  anonymised_at DATETIME(6),
  version BIGINT NOT NULL,
  open_nik VARCHAR(16) CHARACTER SET ascii AS (
    CASE WHEN status IN ('ARRIVED', 'CHECKING', 'BIOMETRIC_CHECK', 'FORWARDED', 'RECORDING', 'UNSUCCESSFUL', 'RECORDED')
    THEN person_nik END) STORED,
  CONSTRAINT recording_case_number UNIQUE (number),
  CONSTRAINT recording_case_code UNIQUE (code),
  CONSTRAINT recording_case_open UNIQUE (open_nik),
  CONSTRAINT recording_case_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT recording_case_nobody CHECK (
    (anonymised_at IS NULL AND person_nik IS NOT NULL AND full_name IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND person_nik IS NULL AND full_name IS NULL AND email IS NULL)),
  INDEX recording_case_by_time (created_at, id),
  INDEX recording_case_by_office (office_code, created_at, id),
  INDEX recording_case_by_office_status (office_code, status, created_at, id),
  INDEX recording_case_by_ticket (ticket_id),
  INDEX recording_case_by_person (person_nik, created_at),
  INDEX recording_case_by_retention (anonymised_at, status_since)
);

--changeset recording:0001-steps
--comment Append-only: timeline, audit view, diary and the figures of the day
CREATE TABLE recording_step (
  id UUID NOT NULL PRIMARY KEY,
  recording_id UUID NOT NULL,
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
  CONSTRAINT recording_step_case FOREIGN KEY (recording_id) REFERENCES recording_case (id),
  CONSTRAINT recording_step_once UNIQUE (recording_id, ordinal),
  INDEX recording_step_by_time (at)
);

--changeset recording:0001-book
--comment Buku Harian Peristiwa Penting dan Peristiwa Kependudukan: append-only, numbered per office and year. corrects names the line that a correction is about
CREATE TABLE recording_book_line (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  at DATETIME(6) NOT NULL,
  event VARCHAR(80) NOT NULL,
  recording_number VARCHAR(60) CHARACTER SET ascii NOT NULL,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120),
  female BOOLEAN,
  born VARCHAR(120),
  address VARCHAR(300),
  officer VARCHAR(120) NOT NULL,
  note VARCHAR(800),
  corrects VARCHAR(60),
  anonymised_at DATETIME(6),
  CONSTRAINT recording_book_number UNIQUE (number),
  CONSTRAINT recording_book_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX recording_book_by_office (office_code, at, id),
  INDEX recording_book_by_person (person_nik, at),
  INDEX recording_book_by_retention (anonymised_at, at)
);

--changeset recording:0001-status-imports
--comment Exports of the central status. The file stays in the document store until the import has ended
CREATE TABLE recording_status_import (
  id UUID NOT NULL PRIMARY KEY,
  file_name VARCHAR(200) NOT NULL,
  content_hash CHAR(64) CHARACTER SET ascii,
  started_by VARCHAR(120) NOT NULL,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  read_to INT NOT NULL,
  changed INT NOT NULL,
  same INT NOT NULL,
  refused INT NOT NULL,
  ready INT NOT NULL,
  trouble VARCHAR(500),
  INDEX recording_status_import_by_time (started_at, id),
  INDEX recording_status_import_by_content (content_hash)
);

--changeset recording:0001-status-lines
--comment Refused rows with a masked NIK and the reason
CREATE TABLE recording_status_line (
  import_id UUID NOT NULL,
  line INT NOT NULL,
  nik VARCHAR(24) NOT NULL,
  finding VARCHAR(300) NOT NULL,
  PRIMARY KEY (import_id, line),
  CONSTRAINT recording_status_line_import FOREIGN KEY (import_id) REFERENCES recording_status_import (id) ON DELETE CASCADE
);
