--liquibase formatted sql

--changeset documents:0001-exports
--comment Lists that people take along as files. While one is open the same request cannot be made twice, which the unique generated column enforces
CREATE TABLE documents_export (
  id UUID NOT NULL PRIMARY KEY,
  requested_by UUID NOT NULL,
  requested_at DATETIME(6) NOT NULL,
  kind VARCHAR(40) CHARACTER SET ascii NOT NULL,
  format VARCHAR(8) CHARACTER SET ascii NOT NULL,
  parameters TEXT COMMENT 'the filter as JSON; forgotten with the file, because it can hold a NIK',
  filter_words VARCHAR(2000) NOT NULL COMMENT 'the filter as it is printed on the sheet',
  office_code VARCHAR(20) COMMENT 'when the list is of one office',
  request_key VARCHAR(64) CHARACTER SET ascii NOT NULL COMMENT 'equal for equal requests of one person',
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  cancel_requested BOOLEAN NOT NULL DEFAULT FALSE,
  turn INT NOT NULL DEFAULT 0 COMMENT 'how often it was queued anew; a task of an earlier turn finds another number and does nothing',
  attempt INT NOT NULL DEFAULT 0 COMMENT 'a run that was overtaken by a later one finds another number here and stops',
  rows_total INT COMMENT 'unknown when counting would cost too much',
  rows_written INT NOT NULL DEFAULT 0,
  started_at DATETIME(6),
  finished_at DATETIME(6),
  expires_at DATETIME(6),
  scope VARCHAR(20) COMMENT 'offices whose rows may be in the file: one, or * for all',
  file_size BIGINT,
  downloads INT NOT NULL DEFAULT 0,
  trouble VARCHAR(500),
  open_request VARCHAR(64) CHARACTER SET ascii AS (CASE WHEN status IN ('QUEUED', 'RUNNING') THEN request_key END) STORED,
  CONSTRAINT documents_export_once UNIQUE (open_request),
  INDEX documents_export_of_person (requested_by, id),
  INDEX documents_export_age (status, expires_at)
);

--changeset documents:0001-export-gate
--comment Whoever lets an export begin holds this row, so that two processes never count the same free place
CREATE TABLE documents_export_gate (
  id TINYINT NOT NULL PRIMARY KEY
);
INSERT INTO documents_export_gate (id) VALUES (1);
