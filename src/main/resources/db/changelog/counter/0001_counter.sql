--liquibase formatted sql

--changeset counter:0001-offices
--comment Allowances in minutes decide how long a ticket of a kind waits before it is due; how often a number is called before the person counts as absent
CREATE TABLE counter_office (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL PRIMARY KEY,
  booking_minutes INT NOT NULL,
  priority_minutes INT NOT NULL,
  walk_in_minutes INT NOT NULL,
  calls INT NOT NULL,
  CONSTRAINT counter_office_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT counter_office_minutes CHECK (booking_minutes BETWEEN 0 AND 240 AND priority_minutes BETWEEN 0 AND 240
    AND walk_in_minutes BETWEEN 0 AND 240),
  CONSTRAINT counter_office_calls CHECK (calls BETWEEN 1 AND 9)
);

--changeset counter:0001-services
CREATE TABLE counter_service (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  code VARCHAR(24) CHARACTER SET ascii NOT NULL,
  letter CHAR(1) CHARACTER SET ascii NOT NULL,
  label VARCHAR(60) NOT NULL,
  description VARCHAR(120) NOT NULL,
  ordinal INT NOT NULL,
  offered BOOLEAN NOT NULL,
  at_kiosk BOOLEAN NOT NULL,
  PRIMARY KEY (office_code, code),
  CONSTRAINT counter_service_letter UNIQUE (office_code, letter),
  CONSTRAINT counter_service_office FOREIGN KEY (office_code) REFERENCES counter_office (office_code)
);

--changeset counter:0001-desks
CREATE TABLE counter_desk (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  number INT NOT NULL,
  in_use BOOLEAN NOT NULL,
  CONSTRAINT counter_desk_number UNIQUE (office_code, number),
  CONSTRAINT counter_desk_range CHECK (number BETWEEN 1 AND 999),
  CONSTRAINT counter_desk_office FOREIGN KEY (office_code) REFERENCES counter_office (office_code)
);
CREATE TABLE counter_desk_service (
  desk_id UUID NOT NULL,
  service VARCHAR(24) CHARACTER SET ascii NOT NULL,
  PRIMARY KEY (desk_id, service),
  CONSTRAINT counter_desk_service_desk FOREIGN KEY (desk_id) REFERENCES counter_desk (id) ON DELETE CASCADE
);

--changeset counter:0001-sittings
--comment Who sat at which counter and when; the open columns let one person sit at one counter and a counter have one person
CREATE TABLE counter_sitting (
  id UUID NOT NULL PRIMARY KEY,
  desk_id UUID NOT NULL,
  staff_id UUID NOT NULL,
  staff_name VARCHAR(120) NOT NULL,
  service_day DATE NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  closed_at DATETIME(6),
  break_since DATETIME(6),
  break_seconds INT NOT NULL,
  open_desk UUID AS (CASE WHEN closed_at IS NULL THEN desk_id END) STORED,
  open_staff UUID AS (CASE WHEN closed_at IS NULL THEN staff_id END) STORED,
  CONSTRAINT counter_sitting_desk UNIQUE (open_desk),
  CONSTRAINT counter_sitting_staff UNIQUE (open_staff),
  CONSTRAINT counter_sitting_of_desk FOREIGN KEY (desk_id) REFERENCES counter_desk (id),
  INDEX counter_sitting_by_day (desk_id, service_day)
);

--changeset counter:0001-series
--comment The last number given out; its row is locked until the ticket is written, so that there are neither gaps nor doubles
CREATE TABLE counter_series (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_day DATE NOT NULL,
  letter CHAR(1) CHARACTER SET ascii NOT NULL,
  last_number INT NOT NULL,
  PRIMARY KEY (office_code, service_day, letter)
);

--changeset counter:0001-tickets
--comment letter and number are those on the paper and stay when the ticket is transferred; active_nik is the NIK while the ticket is open: one per person, office and day. code is the address of the ticket's page on the person's own phone
CREATE TABLE counter_ticket (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_day DATE NOT NULL,
  letter CHAR(1) CHARACTER SET ascii NOT NULL,
  number INT NOT NULL,
  code VARCHAR(26) CHARACTER SET ascii NOT NULL,
  service VARCHAR(24) CHARACTER SET ascii NOT NULL,
  channel VARCHAR(16) CHARACTER SET ascii NOT NULL,
  request_key VARCHAR(64) CHARACTER SET ascii,
  booking_code VARCHAR(16) CHARACTER SET ascii,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  priority VARCHAR(24) CHARACTER SET ascii,
  priority_by VARCHAR(120),
  priority_reason VARCHAR(300),
  first_arrival DATETIME(6) NOT NULL,
  due DATETIME(6) NOT NULL,
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  returned BOOLEAN NOT NULL,
  held_at UUID,
  previous_id UUID,
  next_id UUID,
  ahead INT NOT NULL,
  expected_from INT,
  expected_to INT,
  ended_at DATETIME(6),
  end_reason VARCHAR(300),
  anonymised_at DATETIME(6),
  active_nik VARCHAR(16) CHARACTER SET ascii AS (
    CASE WHEN status IN ('WAITING', 'CALLED', 'SERVING', 'HELD') THEN person_nik END) STORED,
  CONSTRAINT counter_ticket_number UNIQUE (office_code, service_day, letter, number),
  CONSTRAINT counter_ticket_code UNIQUE (code),
  CONSTRAINT counter_ticket_request UNIQUE (office_code, request_key),
  CONSTRAINT counter_ticket_active UNIQUE (office_code, service_day, active_nik),
  CONSTRAINT counter_ticket_office FOREIGN KEY (office_code) REFERENCES counter_office (office_code),
  INDEX counter_ticket_next (office_code, service_day, status, due, number, id),
  INDEX counter_ticket_by_person (person_nik, service_day),
  INDEX counter_ticket_by_booking (booking_code),
  INDEX counter_ticket_by_day (service_day, anonymised_at)
);

--changeset counter:0001-stays
--comment Waiting, way, service and hold as intervals; every figure of the hall is read from them
CREATE TABLE counter_stay (
  id UUID NOT NULL PRIMARY KEY,
  ticket_id UUID NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_day DATE NOT NULL,
  service VARCHAR(24) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
  desk_id UUID,
  started_at DATETIME(6) NOT NULL,
  ended_at DATETIME(6),
  open_ticket UUID AS (CASE WHEN ended_at IS NULL THEN ticket_id END) STORED,
  CONSTRAINT counter_stay_open UNIQUE (open_ticket),
  CONSTRAINT counter_stay_ticket FOREIGN KEY (ticket_id) REFERENCES counter_ticket (id),
  INDEX counter_stay_by_ticket (ticket_id, started_at),
  INDEX counter_stay_by_day (office_code, service_day, kind, service)
);

--changeset counter:0001-calls
--comment One call of a number to a counter with its repetitions; the open columns allow one open call per ticket and per counter. overtaken counts people who came earlier and were passed over by this call
CREATE TABLE counter_call (
  id UUID NOT NULL PRIMARY KEY,
  ticket_id UUID NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  service_day DATE NOT NULL,
  desk_id UUID NOT NULL,
  desk_number INT NOT NULL,
  staff_id UUID,
  staff_name VARCHAR(120) NOT NULL,
  basis VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reason VARCHAR(300) NOT NULL,
  overtaken INT NOT NULL,
  times INT NOT NULL,
  called_at DATETIME(6) NOT NULL,
  announced_at DATETIME(6) NOT NULL,
  answered_at DATETIME(6),
  ended_at DATETIME(6),
  outcome VARCHAR(16) CHARACTER SET ascii,
  open_ticket UUID AS (CASE WHEN ended_at IS NULL THEN ticket_id END) STORED,
  open_desk UUID AS (CASE WHEN ended_at IS NULL THEN desk_id END) STORED,
  CONSTRAINT counter_call_of_ticket UNIQUE (open_ticket),
  CONSTRAINT counter_call_of_desk UNIQUE (open_desk),
  CONSTRAINT counter_call_ticket FOREIGN KEY (ticket_id) REFERENCES counter_ticket (id),
  CONSTRAINT counter_call_desk FOREIGN KEY (desk_id) REFERENCES counter_desk (id),
  INDEX counter_call_by_ticket (ticket_id, called_at),
  INDEX counter_call_on_board (office_code, service_day, announced_at)
);

--changeset counter:0001-devices
--comment Boards and number dispensers; only the hash of their token is kept
CREATE TABLE counter_device (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  kind VARCHAR(12) CHARACTER SET ascii NOT NULL,
  name VARCHAR(60) NOT NULL,
  token_hash BINARY(32) NOT NULL,
  created_by VARCHAR(120) NOT NULL,
  created_at DATETIME(6) NOT NULL,
  revoked_by VARCHAR(120),
  revoked_at DATETIME(6),
  seen_at DATETIME(6),
  CONSTRAINT counter_device_token UNIQUE (token_hash),
  CONSTRAINT counter_device_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  INDEX counter_device_by_office (office_code, created_at)
);
