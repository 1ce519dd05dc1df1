--liquibase formatted sql

--changeset calendar:0001-holidays
--comment A name can return within one year (Isra Mikraj falls twice in 2027) and two holidays can share a date
CREATE TABLE calendar_holiday (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  holiday_date DATE NOT NULL,
  name VARCHAR(120) NOT NULL,
  kind VARCHAR(24) CHARACTER SET ascii NOT NULL,
  basis VARCHAR(240) NOT NULL,
  source VARCHAR(160) NOT NULL,
  certainty VARCHAR(24) CHARACTER SET ascii NOT NULL,
  CONSTRAINT calendar_holiday_date_name UNIQUE (holiday_date, name)
);

--changeset calendar:0001-office-hours
--comment Only offices that depart from Perpres 21/2023 have rows; weekday 1 is Monday
CREATE TABLE calendar_office_hours (
  id BIGINT NOT NULL AUTO_INCREMENT PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  weekday TINYINT NOT NULL,
  opens TIME NOT NULL,
  closes TIME NOT NULL,
  rest_from TIME,
  rest_to TIME,
  period VARCHAR(8) CHARACTER SET ascii NOT NULL,
  valid_from DATE NOT NULL,
  valid_to DATE,
  CONSTRAINT calendar_office_hours_row UNIQUE (office_code, period, weekday, valid_from),
  CONSTRAINT calendar_office_hours_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT calendar_office_hours_weekday CHECK (weekday BETWEEN 1 AND 7),
  CONSTRAINT calendar_office_hours_period CHECK (period IN ('NORMAL', 'RAMADAN')),
  CONSTRAINT calendar_office_hours_open CHECK (opens < closes),
  CONSTRAINT calendar_office_hours_rest CHECK (
    (rest_from IS NULL AND rest_to IS NULL)
    OR (rest_from IS NOT NULL AND rest_to IS NOT NULL AND opens < rest_from AND rest_from < rest_to AND rest_to < closes)),
  CONSTRAINT calendar_office_hours_valid CHECK (valid_to IS NULL OR valid_from <= valid_to)
);

--changeset calendar:0001-ramadan
CREATE TABLE calendar_ramadan (
  from_date DATE NOT NULL PRIMARY KEY,
  to_date DATE NOT NULL,
  certainty VARCHAR(24) CHARACTER SET ascii NOT NULL,
  CONSTRAINT calendar_ramadan_order CHECK (from_date <= to_date)
);
INSERT INTO calendar_ramadan (from_date, to_date, certainty) VALUES
  ('2024-03-12', '2024-04-09', 'TERKONFIRMASI'),
  ('2025-03-01', '2025-03-30', 'TERKONFIRMASI'),
  ('2026-02-19', '2026-03-20', 'TERKONFIRMASI'),
  ('2027-02-08', '2027-03-09', 'PERKIRAAN');

--changeset calendar:0001-service-override
--comment One office on one date: serves although it is a holiday (unit tetap melayani), or does not although it usually would
CREATE TABLE calendar_service_override (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  override_date DATE NOT NULL,
  serves BOOLEAN NOT NULL,
  opens TIME,
  closes TIME,
  rest_from TIME,
  rest_to TIME,
  reason VARCHAR(160) NOT NULL,
  PRIMARY KEY (office_code, override_date),
  CONSTRAINT calendar_service_override_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT calendar_service_override_times CHECK (
    (opens IS NULL AND closes IS NULL AND rest_from IS NULL AND rest_to IS NULL)
    OR (serves AND opens IS NOT NULL AND closes IS NOT NULL AND opens < closes)),
  CONSTRAINT calendar_service_override_rest CHECK (
    (rest_from IS NULL AND rest_to IS NULL)
    OR (rest_from IS NOT NULL AND rest_to IS NOT NULL AND opens < rest_from AND rest_from < rest_to AND rest_to < closes))
);
