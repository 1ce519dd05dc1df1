--liquibase formatted sql

--changeset cards:0010-printers
--comment Card printers of an office and how many cards each prints a day
CREATE TABLE card_printer (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  name VARCHAR(40) NOT NULL,
  daily_ceiling INT NOT NULL,
  active BOOLEAN NOT NULL,
  CONSTRAINT card_printer_name UNIQUE (office_code, name),
  CONSTRAINT card_printer_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT card_printer_ceiling CHECK (daily_ceiling BETWEEN 1 AND 1000)
);

--changeset cards:0010-orders
--comment open_nik is the NIK until the card is handed over or the order is cancelled: one open order per person in the regency. reference is the case of the procedure that asked last
CREATE TABLE card_order (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60) CHARACTER SET ascii NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  person_nik VARCHAR(16) CHARACTER SET ascii,
  full_name VARCHAR(120),
  birth_year INT NOT NULL,
  email VARCHAR(254),
  reason VARCHAR(16) CHARACTER SET ascii NOT NULL,
  letter VARCHAR(60),
  reference VARCHAR(60),
  status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  status_since DATETIME(6) NOT NULL,
  held_until DATE,
  printer_id UUID,
  misprints INT NOT NULL,
  ledger_token UUID,
  serial VARCHAR(20) CHARACTER SET ascii,
  shelf VARCHAR(20),
  ready_at DATETIME(6),
  reminded_days INT NOT NULL,
  created_at DATETIME(6) NOT NULL,
  anonymised_at DATETIME(6),
  version BIGINT NOT NULL,
  open_nik VARCHAR(16) CHARACTER SET ascii AS (
    CASE WHEN status IN ('HELD', 'WAITING', 'PRINTING', 'PRINTED', 'CHECKED', 'READY', 'RECALLED')
    THEN person_nik END) STORED,
  CONSTRAINT card_order_number UNIQUE (number),
  CONSTRAINT card_order_open UNIQUE (open_nik),
  CONSTRAINT card_order_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT card_order_printer FOREIGN KEY (printer_id) REFERENCES card_printer (id),
  CONSTRAINT card_order_nobody CHECK (
    (anonymised_at IS NULL AND person_nik IS NOT NULL AND full_name IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND person_nik IS NULL AND full_name IS NULL AND email IS NULL)),
  CONSTRAINT card_order_held CHECK (status <> 'HELD' OR held_until IS NOT NULL),
  INDEX card_order_by_time (created_at, id),
  INDEX card_order_by_office (office_code, created_at, id),
  INDEX card_order_by_office_status (office_code, status, created_at, id),
  INDEX card_order_by_release (status, held_until),
  INDEX card_order_by_shelf (status, ready_at),
  INDEX card_order_by_person (person_nik, created_at),
  INDEX card_order_by_reference (reference),
  INDEX card_order_by_retention (anonymised_at, status_since)
);

--changeset cards:0010-steps
--comment Append-only: timeline and audit view
CREATE TABLE card_order_step (
  id UUID NOT NULL PRIMARY KEY,
  print_order_id UUID NOT NULL,
  ordinal INT NOT NULL,
  from_status VARCHAR(16) CHARACTER SET ascii,
  to_status VARCHAR(16) CHARACTER SET ascii NOT NULL,
  action VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_kind VARCHAR(16) CHARACTER SET ascii NOT NULL,
  actor_id UUID,
  actor_name VARCHAR(120) NOT NULL,
  actor_role VARCHAR(300) NOT NULL,
  at DATETIME(6) NOT NULL,
  reason VARCHAR(800),
  CONSTRAINT card_order_step_case FOREIGN KEY (print_order_id) REFERENCES card_order (id),
  CONSTRAINT card_order_step_once UNIQUE (print_order_id, ordinal),
  INDEX card_order_step_by_time (at)
);

--changeset cards:0010-printed
--comment Each blank that went through a printer. A serial is unique in the regency for ever; NULL where an office only counts
CREATE TABLE card_printed (
  id UUID NOT NULL PRIMARY KEY,
  print_order_id UUID NOT NULL,
  printer_id UUID NOT NULL,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  printed_on DATE NOT NULL,
  outcome VARCHAR(16) CHARACTER SET ascii NOT NULL,
  serial VARCHAR(20) CHARACTER SET ascii,
  at DATETIME(6) NOT NULL,
  CONSTRAINT card_printed_serial UNIQUE (serial),
  CONSTRAINT card_printed_order FOREIGN KEY (print_order_id) REFERENCES card_order (id),
  CONSTRAINT card_printed_printer FOREIGN KEY (printer_id) REFERENCES card_printer (id),
  INDEX card_printed_by_day (printer_id, printed_on),
  INDEX card_printed_by_office (office_code, printed_on, outcome)
);
