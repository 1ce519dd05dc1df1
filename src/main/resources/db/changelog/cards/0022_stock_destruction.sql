--liquibase formatted sql

--changeset cards:0022-destructions
--comment A batch of cards to be destroyed: what the box held when it was taken out, two counts, witnesses. Frozen once it has a number
CREATE TABLE cards_destruction (
  id UUID NOT NULL PRIMARY KEY,
  number VARCHAR(60),
  office_code VARCHAR(16) CHARACTER SET ascii NOT NULL,
  contents MEDIUMTEXT NOT NULL,
  cards INT NOT NULL,
  counted_by UUID,
  counted_name VARCHAR(120) NOT NULL,
  counted_at DATETIME(6) NOT NULL,
  second_by UUID,
  second_name VARCHAR(120),
  witnesses VARCHAR(2000),
  manner VARCHAR(120),
  destroyed_at DATETIME(6),
  hash CHAR(64) CHARACTER SET ascii,
  seal CHAR(64) CHARACTER SET ascii,
  CONSTRAINT cards_destruction_number UNIQUE (number),
  CONSTRAINT cards_destruction_office FOREIGN KEY (office_code) REFERENCES staff_office (code),
  CONSTRAINT cards_destruction_some CHECK (cards > 0),
  CONSTRAINT cards_destruction_two_people CHECK (second_by IS NULL OR second_by <> counted_by),
  CONSTRAINT cards_destruction_frozen CHECK (
    number IS NULL OR (second_name IS NOT NULL AND witnesses IS NOT NULL AND destroyed_at IS NOT NULL AND hash IS NOT NULL)),
  INDEX cards_destruction_latest (office_code, counted_at)
);
