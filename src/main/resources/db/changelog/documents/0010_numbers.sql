--liquibase formatted sql

--changeset documents:0010-number-series
--comment The last number given out; the row is locked until the transaction that takes a number ends, so none is lost or doubled
CREATE TABLE documents_number_series (
  kind VARCHAR(32) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  year SMALLINT NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (kind, office_code, year),
  CONSTRAINT documents_number_series_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT documents_number_series_begins_at_one CHECK (last_number > 0)
);
