--liquibase formatted sql

--changeset booking:0001-weekday-rules
--comment The usual quota of a weekday; the rule with the latest valid_from that covers a day holds
CREATE TABLE booking_weekday_rule (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  weekday TINYINT NOT NULL,
  capacity INT NOT NULL,
  reserved_internal INT NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE,
  entered_by VARCHAR(120) NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  CONSTRAINT booking_weekday_rule_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT booking_weekday_rule_once UNIQUE (office_code, weekday, valid_from),
  CONSTRAINT booking_weekday_rule_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT booking_weekday_rule_reserve CHECK (reserved_internal BETWEEN 0 AND capacity),
  CONSTRAINT booking_weekday_rule_validity CHECK (valid_to IS NULL OR valid_to >= valid_from)
);

--changeset booking:0001-quota-days
--comment A day comes into being when it is first booked or edited; the CHECKs are the last guard against overselling
CREATE TABLE booking_quota_day (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_date DATE NOT NULL,
  capacity INT NOT NULL,
  reserved_internal INT NOT NULL,
  booked INT NOT NULL DEFAULT 0,
  booked_internal INT NOT NULL DEFAULT 0,
  last_number INT NOT NULL DEFAULT 0,
  follows_rule BOOLEAN NOT NULL,
  closed BOOLEAN NOT NULL DEFAULT FALSE,
  closure_reason VARCHAR(200),
  changed_by VARCHAR(120),
  changed_at DATETIME(6),
  version BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (office_code, service_date),
  CONSTRAINT booking_quota_day_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT booking_quota_day_reserve CHECK (reserved_internal BETWEEN 0 AND capacity),
  CONSTRAINT booking_quota_day_never_oversold CHECK (booked BETWEEN 0 AND capacity),
  CONSTRAINT booking_quota_day_internal CHECK (booked_internal BETWEEN 0 AND booked),
  CONSTRAINT booking_quota_day_closure CHECK (NOT closed OR closure_reason IS NOT NULL)
);

--changeset booking:0001-quota-changes
--comment Append-only: who changed which day or rule, from what to what
CREATE TABLE booking_quota_change (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_date DATE,
  description VARCHAR(300) NOT NULL,
  changed_by VARCHAR(120) NOT NULL,
  changed_at DATETIME(6) NOT NULL,
  INDEX booking_quota_change_day (office_code, service_date, changed_at)
);

--changeset booking:0001-bookings
--comment One row per number ever issued. active_nik is the NIK while the booking holds a seat, so that a NIK has at most one
CREATE TABLE booking_booking (
  id UUID NOT NULL PRIMARY KEY,
  code VARCHAR(9) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_date DATE NOT NULL,
  queue_number INT NOT NULL,
  nik VARCHAR(16) CHARACTER SET ascii NOT NULL,
  full_name VARCHAR(120) NOT NULL,
  email VARCHAR(254),
  phone VARCHAR(20) CHARACTER SET ascii NOT NULL,
  origin VARCHAR(16) CHARACTER SET ascii NOT NULL,
  client_id UUID,
  request_token VARCHAR(64) CHARACTER SET ascii,
  name_differs BOOLEAN NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  created_at DATETIME(6) NOT NULL,
  checked_in_at DATETIME(6),
  predecessor_code VARCHAR(9) CHARACTER SET ascii,
  successor_code VARCHAR(9) CHARACTER SET ascii,
  version BIGINT NOT NULL,
  active_nik VARCHAR(16) CHARACTER SET ascii AS (IF(status IN ('BOOKED', 'CHECKED_IN'), nik, NULL)) PERSISTENT,
  CONSTRAINT booking_code UNIQUE (code),
  CONSTRAINT booking_number UNIQUE (office_code, service_date, queue_number),
  CONSTRAINT booking_one_active_per_nik UNIQUE (active_nik),
  CONSTRAINT booking_request_token UNIQUE (request_token),
  CONSTRAINT booking_day FOREIGN KEY (office_code, service_date)
    REFERENCES booking_quota_day (office_code, service_date),
  INDEX booking_by_day (service_date, office_code, queue_number),
  INDEX booking_by_nik (nik, created_at),
  INDEX booking_by_name (full_name, service_date),
  INDEX booking_by_status_day (status, service_date, office_code, queue_number)
);

--changeset booking:0001-transitions
--comment Append-only: the one source of a booking's timeline
CREATE TABLE booking_transition (
  id UUID NOT NULL PRIMARY KEY,
  booking_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(16) CHARACTER SET ascii,
  to_status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  action VARCHAR(24) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_name VARCHAR(120) NOT NULL,
  actor_id UUID,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(300),
  CONSTRAINT booking_transition_booking FOREIGN KEY (booking_id) REFERENCES booking_booking (id),
  CONSTRAINT booking_transition_once UNIQUE (booking_id, ordinal)
);
