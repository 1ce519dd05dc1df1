--liquibase formatted sql

--changeset booking:0060-window
--comment Append-only: how far ahead an office takes bookings and at what hour of the office the furthest day opens; the last row of an office holds
CREATE TABLE booking_window (
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  ordinal INT NOT NULL,
  days_ahead INT NOT NULL,
  opens_at TIME NOT NULL,
  binds_staff BOOLEAN NOT NULL,
  channel_percent INT NOT NULL,
  reason VARCHAR(300) NOT NULL,
  entered_by VARCHAR(120) NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  PRIMARY KEY (office_code, ordinal),
  CONSTRAINT booking_window_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT booking_window_days CHECK (days_ahead BETWEEN 0 AND 366),
  CONSTRAINT booking_window_share CHECK (channel_percent BETWEEN 1 AND 100)
);
