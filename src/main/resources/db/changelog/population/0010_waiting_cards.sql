--liquibase formatted sql

--changeset population:0010-waiting-cards
--comment Cards by status, the longest waiting first; an unknown date counts as the longest
ALTER TABLE population_person
  ADD COLUMN waiting_since DATETIME(6) AS (COALESCE(recording_status_since, TIMESTAMP '1970-01-01 00:00:00')) VIRTUAL,
  ADD INDEX population_person_waiting (recording_status, waiting_since, id);
