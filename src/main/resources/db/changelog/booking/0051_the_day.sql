--liquibase formatted sql

--changeset booking:0051-the-day
--comment When the seat was released because nobody had come, when the person was served, and when the card was handed over
ALTER TABLE booking_booking
  ADD COLUMN released_at DATETIME(6) AFTER checked_in_at,
  ADD COLUMN served_at DATETIME(6) AFTER released_at,
  ADD COLUMN handed_over_at DATETIME(6) AFTER served_at;
