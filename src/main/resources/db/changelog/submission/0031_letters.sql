--liquibase formatted sql

--changeset submission:0031-letters
--comment A letter of return has one number for ever, however often it is printed; ordinal is the step of the history it tells of
CREATE TABLE submission_return_letter (
  submission_id UUID NOT NULL,
  ordinal INT NOT NULL,
  number VARCHAR(80) NOT NULL,
  issued_at DATETIME(6) NOT NULL,
  issued_by VARCHAR(120) NOT NULL,
  PRIMARY KEY (submission_id, ordinal),
  CONSTRAINT submission_return_letter_number UNIQUE (number),
  CONSTRAINT submission_return_letter_request FOREIGN KEY (submission_id) REFERENCES submission_request (id)
);
