--liquibase formatted sql

--changeset activation:0001-campaigns
--comment Jemput bola: one day at one place with a crew; activations made there carry it
CREATE TABLE activation_campaign (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  place VARCHAR(120) NOT NULL,
  village_code VARCHAR(10) CHARACTER SET ascii,
  held_on DATE NOT NULL,
  opens TIME NOT NULL,
  closes TIME NOT NULL,
  crew VARCHAR(300) NOT NULL,
  note VARCHAR(300),
  created_by VARCHAR(120) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  CONSTRAINT activation_campaign_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT activation_campaign_hours CHECK (closes > opens),
  INDEX activation_campaign_by_day (office_code, held_on)
);

--changeset activation:0001-cases
--comment open_nik is the NIK while the activation is open: one in the whole regency. QR code and activation code are not here: both are computed with a key that is not in the database, qr_generation and code_generation say which one counts
CREATE TABLE activation_case (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  purpose VARCHAR(24) CHARACTER SET ascii NOT NULL,
  purpose_reason VARCHAR(300),
  origin VARCHAR(16) CHARACTER SET ascii NOT NULL,
  client_id UUID,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  office_stated BOOLEAN NOT NULL,
  campaign_id UUID,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120),
  domicile_code VARCHAR(10) CHARACTER SET ascii NOT NULL,
  domicile_name VARCHAR(80) NOT NULL,
  local BOOLEAN NOT NULL,
  email VARCHAR(254),
  phone VARCHAR(20) CHARACTER SET ascii,
  contact_removed_at DATETIME(6),
  status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  drop_out VARCHAR(24) CHARACTER SET ascii,
  face_attempts INT NOT NULL,
  qr_generation INT NOT NULL,
  qr_valid_until DATETIME(6),
  code_generation INT NOT NULL,
  code_valid_until DATETIME(6),
  wrong_codes INT NOT NULL,
  resent INT NOT NULL,
  mail VARCHAR(16) CHARACTER SET ascii NOT NULL,
  mail_note VARCHAR(300),
  last_call VARCHAR(160) CHARACTER SET ascii,
  created_at DATETIME(6) NOT NULL,
  status_since DATETIME(6) NOT NULL,
  anonymised_at DATETIME(6),
  version BIGINT NOT NULL,
  open_nik VARCHAR(16) CHARACTER SET ascii AS (
    CASE WHEN status IN ('STARTED', 'FILLING', 'REGISTERED', 'FACE_NOT_MATCHED', 'FACE_MATCHED', 'CODE_SENT')
    THEN person_nik END) STORED,
  CONSTRAINT activation_case_number UNIQUE (number),
  CONSTRAINT activation_case_open UNIQUE (open_nik),
  CONSTRAINT activation_case_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT activation_case_campaign FOREIGN KEY (campaign_id) REFERENCES activation_campaign (id),
  CONSTRAINT activation_case_nobody CHECK (
    (anonymised_at IS NULL AND person_nik IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND person_nik IS NULL AND full_name IS NULL AND email IS NULL AND phone IS NULL)),
  INDEX activation_case_by_office (office_code, status, status_since),
  INDEX activation_case_by_person (person_nik, created_at),
  INDEX activation_case_by_status (status, status_since),
  INDEX activation_case_by_contact (contact_removed_at, status_since),
  INDEX activation_case_by_target (status, purpose, local, domicile_code),
  INDEX activation_case_by_campaign (campaign_id)
);

--changeset activation:0001-steps
--comment Append-only: timeline, audit view and every report. day is the day of the step in the zone of the office where it was made
CREATE TABLE activation_step (
  id UUID NOT NULL PRIMARY KEY,
  activation_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(24) CHARACTER SET ascii,
  to_status VARCHAR(24) CHARACTER SET ascii NOT NULL,
  action VARCHAR(16) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  campaign_id UUID,
  day DATE NOT NULL,
  spent_ms BIGINT,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  drop_out VARCHAR(24) CHARACTER SET ascii,
  reason VARCHAR(300),
  CONSTRAINT activation_step_case FOREIGN KEY (activation_id) REFERENCES activation_case (id),
  CONSTRAINT activation_step_once UNIQUE (activation_id, ordinal),
  INDEX activation_step_by_day (office_code, day, at),
  INDEX activation_step_by_whole_day (day, office_code),
  INDEX activation_step_by_campaign (campaign_id, at)
);

--changeset activation:0001-reports
--comment The closed day of an office. content is what was closed, hash its SHA-256, seal a keyed hash over hash, office and day; the same content lies in the document store
CREATE TABLE activation_report (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  day DATE NOT NULL,
  content LONGTEXT NOT NULL,
  hash CHAR(64) CHARACTER SET ascii NOT NULL,
  seal CHAR(64) CHARACTER SET ascii NOT NULL,
  closed_at DATETIME(6) NOT NULL,
  closed_by VARCHAR(120) NOT NULL,
  closed_by_nip VARCHAR(18) CHARACTER SET ascii,
  by_itself BOOLEAN NOT NULL,
  tampered_at DATETIME(6),
  CONSTRAINT activation_report_once UNIQUE (office_code, day),
  CONSTRAINT activation_report_number UNIQUE (number),
  CONSTRAINT activation_report_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX activation_report_by_day (day),
  INDEX activation_report_by_hash (hash)
);

--changeset activation:0001-corrections
--comment What turned out to be wrong in a closed report; appended, the report stays
CREATE TABLE activation_correction (
  id UUID NOT NULL PRIMARY KEY,
  report_id UUID NOT NULL,
  text VARCHAR(500) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  made_by VARCHAR(120) NOT NULL,
  CONSTRAINT activation_correction_report FOREIGN KEY (report_id) REFERENCES activation_report (id),
  INDEX activation_correction_by_report (report_id, made_at)
);
