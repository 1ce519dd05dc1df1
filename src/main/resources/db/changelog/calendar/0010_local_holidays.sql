--liquibase formatted sql

--changeset calendar:0010-local-holidays
--comment A holiday of the region has no office; one of a single office names it. NULLs are never equal in a UNIQUE, hence the generated column
ALTER TABLE calendar_holiday
  ADD COLUMN office_code VARCHAR(16) CHARACTER SET ascii,
  ADD COLUMN scope VARCHAR(16) CHARACTER SET ascii AS (COALESCE(office_code, '')) PERSISTENT,
  DROP CONSTRAINT calendar_holiday_date_name,
  ADD CONSTRAINT calendar_holiday_once UNIQUE (holiday_date, name, scope),
  ADD CONSTRAINT calendar_holiday_office FOREIGN KEY (office_code) REFERENCES staff_office (code);
