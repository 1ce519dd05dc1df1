--liquibase formatted sql

--changeset submission:0060-transitions-by-time
--comment The summary of a day counts what was done on it, whenever the request came in
ALTER TABLE submission_transition ADD INDEX submission_transition_by_time (at);
