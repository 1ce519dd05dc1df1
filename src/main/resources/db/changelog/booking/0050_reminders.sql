--liquibase formatted sql

--changeset booking:0050-reminders
--comment Append-only: who was reminded the day before, written together with the promised letter
CREATE TABLE booking_reminder (
  booking_id UUID NOT NULL PRIMARY KEY,
  at DATETIME(6) NOT NULL,
  CONSTRAINT booking_reminder_booking FOREIGN KEY (booking_id) REFERENCES booking_booking (id)
);
