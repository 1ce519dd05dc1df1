--liquibase formatted sql

--changeset booking:0040-relocations
--comment Bookings moved together by a planner. It can be taken back once, by whoever may make one
CREATE TABLE booking_relocation (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  reason VARCHAR(200) NOT NULL,
  people INT NOT NULL,
  request_token UUID NOT NULL,
  made_by UUID NOT NULL,
  made_by_name VARCHAR(120) NOT NULL,
  made_at DATETIME(6) NOT NULL,
  taken_back_by_name VARCHAR(120),
  taken_back_at DATETIME(6),
  taken_back_why VARCHAR(200),
  CONSTRAINT booking_relocation_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT booking_relocation_once UNIQUE (request_token),
  CONSTRAINT booking_relocation_people CHECK (people >= 0),
  CONSTRAINT booking_relocation_taken_back CHECK (
    (taken_back_at IS NULL AND taken_back_by_name IS NULL AND taken_back_why IS NULL)
    OR (taken_back_at IS NOT NULL AND taken_back_by_name IS NOT NULL AND taken_back_why IS NOT NULL)),
  INDEX booking_relocation_by_office (office_code, made_at, id)
);

--changeset booking:0040-relocation-days
--comment What the days were before and became; a day that the calendar had closed already has the same numbers twice
CREATE TABLE booking_relocation_day (
  relocation_id UUID NOT NULL,
  service_date DATE NOT NULL,
  capacity_before INT NOT NULL,
  reserved_before INT NOT NULL,
  followed_rule BOOLEAN NOT NULL,
  capacity_after INT NOT NULL,
  reserved_after INT NOT NULL,
  closure_after VARCHAR(200),
  PRIMARY KEY (relocation_id, service_date),
  CONSTRAINT booking_relocation_day_of FOREIGN KEY (relocation_id) REFERENCES booking_relocation (id)
);

--changeset booking:0040-relocation-people
--comment Everybody who was moved, in the order of the plan; a booking is moved once, and its successor comes back at most once
CREATE TABLE booking_relocation_person (
  relocation_id UUID NOT NULL,
  ordinal INT NOT NULL,
  booking_id UUID NOT NULL,
  successor_id UUID NOT NULL,
  returned_id UUID,
  priority BOOLEAN NOT NULL,
  PRIMARY KEY (relocation_id, ordinal),
  CONSTRAINT booking_relocation_person_of FOREIGN KEY (relocation_id) REFERENCES booking_relocation (id),
  CONSTRAINT booking_relocation_from FOREIGN KEY (booking_id) REFERENCES booking_booking (id),
  CONSTRAINT booking_relocation_to FOREIGN KEY (successor_id) REFERENCES booking_booking (id),
  CONSTRAINT booking_relocation_returned FOREIGN KEY (returned_id) REFERENCES booking_booking (id),
  CONSTRAINT booking_relocation_from_once UNIQUE (booking_id),
  CONSTRAINT booking_relocation_to_once UNIQUE (successor_id)
);
