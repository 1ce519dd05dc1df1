--liquibase formatted sql

--changeset sla:0050-papers
--comment Daily summaries and performance reports as they were made: figures with hash and seal, the PDF in the document store. Never changed; what turns out otherwise is a further edition. No office means the whole organisation
CREATE TABLE sla_paper (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  kind VARCHAR(8) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii,
  scope VARCHAR(16) CHARACTER SET ascii AS (COALESCE(office_code, '*')) PERSISTENT,
  first_day DATE NOT NULL,
  last_day DATE NOT NULL,
  edition SMALLINT NOT NULL,
  cause VARCHAR(300),
  content LONGTEXT NOT NULL,
  hash CHAR(64) CHARACTER SET ascii NOT NULL,
  seal CHAR(64) CHARACTER SET ascii NOT NULL,
  pdf_hash CHAR(64) CHARACTER SET ascii NOT NULL,
  made_at DATETIME(6) NOT NULL,
  tampered_at DATETIME(6),
  CONSTRAINT sla_paper_number UNIQUE (number),
  CONSTRAINT sla_paper_once UNIQUE (kind, scope, first_day, edition),
  CONSTRAINT sla_paper_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT sla_paper_days CHECK (last_day >= first_day),
  INDEX sla_paper_by_time (last_day, id),
  INDEX sla_paper_by_hash (hash),
  INDEX sla_paper_by_pdf (pdf_hash)
);

--changeset sla:0050-calendar-months
--comment By which days and hours the stays of an office and month were worked out; when they are others, they are worked out anew
CREATE TABLE sla_calendar_month (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  month DATE NOT NULL,
  hash CHAR(64) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (office_code, month),
  CONSTRAINT sla_calendar_month_office FOREIGN KEY (office_code) REFERENCES staff_office (code)
);
