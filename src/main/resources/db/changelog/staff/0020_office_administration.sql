--liquibase formatted sql

--changeset staff:0020-life-of-an-office
--comment An office serves from one date on and, once it is given up, until another; its rows stay because bookings name it
ALTER TABLE staff_office
  ADD COLUMN serves_from DATE,
  ADD COLUMN closed_from DATE,
  ADD COLUMN closure_reason VARCHAR(200),
  ADD COLUMN changed_by VARCHAR(120),
  ADD COLUMN changed_at DATETIME(6),
  ADD CONSTRAINT staff_office_closure CHECK ((closed_from IS NULL) = (closure_reason IS NULL)),
  ADD CONSTRAINT staff_office_life CHECK (serves_from IS NULL OR closed_from IS NULL OR serves_from < closed_from);
