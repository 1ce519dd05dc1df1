--liquibase formatted sql

--changeset notification:0010-notices
--comment What the bell shows: to one person, or to everybody with a permission whose scope reaches an office
CREATE TABLE notification_notice (
  id UUID NOT NULL PRIMARY KEY,
  created_at DATETIME(6) NOT NULL,
  kind VARCHAR(60) NOT NULL,
  text VARCHAR(300) NOT NULL,
  link VARCHAR(200) CHARACTER SET ascii NOT NULL,
  person_id UUID,
  permission VARCHAR(48) CHARACTER SET ascii,
  office_code VARCHAR(16) CHARACTER SET ascii,
  except_id UUID,
  CONSTRAINT notification_notice_audience CHECK (
    (person_id IS NOT NULL AND permission IS NULL AND office_code IS NULL AND except_id IS NULL)
    OR (person_id IS NULL AND permission IS NOT NULL AND office_code IS NOT NULL)),
  INDEX notification_notice_by_time (created_at, id),
  INDEX notification_notice_by_person (person_id, created_at, id),
  INDEX notification_notice_by_lane (permission, office_code, created_at, id)
);

--changeset notification:0010-notices-read
CREATE TABLE notification_notice_read (
  staff_id UUID NOT NULL,
  notice_id UUID NOT NULL,
  PRIMARY KEY (staff_id, notice_id),
  CONSTRAINT notification_notice_read_notice FOREIGN KEY (notice_id) REFERENCES notification_notice (id) ON DELETE CASCADE
);
CREATE TABLE notification_notices_seen (
  staff_id UUID NOT NULL PRIMARY KEY,
  up_to DATETIME(6) NOT NULL
);
