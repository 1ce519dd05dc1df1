--liquibase formatted sql

--changeset booking:0030-anonymised
--comment After its retention a booking keeps its number, day and status and loses the person
ALTER TABLE booking_booking
  MODIFY nik VARCHAR(16) CHARACTER SET ascii,
  MODIFY full_name VARCHAR(120),
  MODIFY phone VARCHAR(20) CHARACTER SET ascii,
  ADD COLUMN anonymised_at DATETIME(6) AFTER checked_in_at;

--changeset booking:0030-anonymised-or-whole
ALTER TABLE booking_booking
  ADD CONSTRAINT booking_somebody_or_nobody CHECK (
    (anonymised_at IS NULL AND nik IS NOT NULL AND full_name IS NOT NULL AND phone IS NOT NULL)
    OR (anonymised_at IS NOT NULL AND nik IS NULL AND full_name IS NULL AND phone IS NULL AND email IS NULL
        AND status NOT IN ('BOOKED', 'CHECKED_IN'))),
  ADD INDEX booking_by_retention (anonymised_at, service_date);
