--liquibase formatted sql

--changeset booking:0070-stock-acceptances
--comment Proposals from the stock of blank cards that a planner has accepted; each can be taken back once, as long as its days are untouched
CREATE TABLE booking_stock_acceptance (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  request_token UUID NOT NULL,
  accepted_by_name VARCHAR(120) NOT NULL,
  accepted_at DATETIME(6) NOT NULL,
  taken_back_by_name VARCHAR(120),
  taken_back_at DATETIME(6),
  CONSTRAINT booking_stock_acceptance_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT booking_stock_acceptance_once UNIQUE (request_token),
  CONSTRAINT booking_stock_acceptance_taken_back CHECK ((taken_back_at IS NULL) = (taken_back_by_name IS NULL)),
  INDEX booking_stock_acceptance_by_office (office_code, accepted_at)
);

--changeset booking:0070-stock-acceptance-days
--comment What the days were before, and the version of the day that the acceptance made
CREATE TABLE booking_stock_acceptance_day (
  acceptance_id UUID NOT NULL,
  service_date DATE NOT NULL,
  capacity_before INT NOT NULL,
  reserved_before INT NOT NULL,
  followed_rule BOOLEAN NOT NULL,
  capacity_after INT NOT NULL,
  reserved_after INT NOT NULL,
  version_after BIGINT NOT NULL,
  PRIMARY KEY (acceptance_id, service_date),
  CONSTRAINT booking_stock_acceptance_day_of FOREIGN KEY (acceptance_id) REFERENCES booking_stock_acceptance (id)
);
