--liquibase formatted sql

--changeset submission:0050-changes
--comment What shall stand on the card instead of what the register says today, in words; goes with the people of the request
CREATE TABLE submission_change (
  submission_id UUID NOT NULL,
  element VARCHAR(24) CHARACTER SET ascii NOT NULL,
  wanted VARCHAR(200) NOT NULL,
  PRIMARY KEY (submission_id, element),
  CONSTRAINT submission_change_request FOREIGN KEY (submission_id) REFERENCES submission_request (id)
);

--changeset submission:0050-openings
--comment The last time a member of staff had a paper before the eyes; one from before the request came into the lane counts no longer
CREATE TABLE submission_attachment_opening (
  attachment_id UUID NOT NULL,
  staff_id UUID NOT NULL,
  opened_at DATETIME(6) NOT NULL,
  PRIMARY KEY (attachment_id, staff_id),
  CONSTRAINT submission_attachment_opening_of FOREIGN KEY (attachment_id) REFERENCES submission_attachment (id)
    ON DELETE CASCADE
);
