--liquibase formatted sql

--changeset submission:0021-ticks
--comment What somebody has looked at; a tick from before the request came into the lane counts no longer
CREATE TABLE submission_tick (
  submission_id UUID NOT NULL,
  desk VARCHAR(16) CHARACTER SET ascii NOT NULL,
  item VARCHAR(24) CHARACTER SET ascii NOT NULL,
  ticked_by UUID NOT NULL,
  ticked_name VARCHAR(120) NOT NULL,
  ticked_at DATETIME(6) NOT NULL,
  PRIMARY KEY (submission_id, desk, item),
  CONSTRAINT submission_tick_request FOREIGN KEY (submission_id) REFERENCES submission_request (id)
);
