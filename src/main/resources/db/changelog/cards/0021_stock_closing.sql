--liquibase formatted sql

--changeset cards:0021-closings
--comment The count of a day and its lock. It covers the lines of the ledger after from_line up to to_line; open while closed_at is NULL
CREATE TABLE cards_closing (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60),
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  day DATE NOT NULL,
  opening INT NOT NULL,
  from_line INT NOT NULL,
  to_line INT NOT NULL,
  places VARCHAR(2000) NOT NULL,
  counted INT NOT NULL,
  box_expected INT NOT NULL,
  box_counted INT NOT NULL,
  counted_by UUID,
  counted_name VARCHAR(120) NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  second_by UUID,
  second_name VARCHAR(120),
  reason VARCHAR(300),
  closed_at DATETIME(6),
  closed_name VARCHAR(120),
  content VARCHAR(4000),
  hash CHAR(64) CHARACTER SET ascii,
  seal CHAR(64) CHARACTER SET ascii,
  CONSTRAINT cards_closing_number UNIQUE (number),
  CONSTRAINT cards_closing_day UNIQUE (office_code, day),
  CONSTRAINT cards_closing_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT cards_closing_lines CHECK (from_line <= to_line),
  CONSTRAINT cards_closing_cards CHECK (counted >= 0 AND box_counted >= 0),
  CONSTRAINT cards_closing_two_people CHECK (second_by IS NULL OR second_by <> counted_by),
  CONSTRAINT cards_closing_locked CHECK (closed_at IS NULL OR (number IS NOT NULL AND hash IS NOT NULL AND seal IS NOT NULL))
);

--changeset cards:0021-supply
--comment Blanks that a printer got in the morning (positive) and gave back (negative)
CREATE TABLE cards_supply (
  id UUID NOT NULL PRIMARY KEY,
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  day DATE NOT NULL,
  printer VARCHAR(40) NOT NULL,
  cards INT NOT NULL,
  entered_name VARCHAR(120) NOT NULL,
  entered_at DATETIME(6) NOT NULL,
  CONSTRAINT cards_supply_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT cards_supply_some CHECK (cards <> 0),
  INDEX cards_supply_by_day (office_code, day, printer)
);
