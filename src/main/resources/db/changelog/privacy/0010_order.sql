--liquibase formatted sql

--changeset privacy:0010-order-of-the-lists
--comment Where a case stands in its list, smallest first: by its due time as long as the clock runs, behind all of those the latest first. In microseconds
ALTER TABLE privacy_request
  ADD COLUMN list_place BIGINT AS (IF(status IN ('RECEIVED', 'IN_PROGRESS'),
    TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', due_at),
    1000000000000000000 - TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', received_at))) PERSISTENT,
  ADD INDEX privacy_request_place (list_place, id),
  DROP INDEX privacy_request_received;
ALTER TABLE privacy_incident
  ADD COLUMN list_place BIGINT AS (IF(status IN ('DISCOVERED', 'AUTHORITY_NOTIFIED', 'SUBJECTS_NOTIFIED'),
    TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', due_at),
    1000000000000000000 - TIMESTAMPDIFF(MICROSECOND, TIMESTAMP'1970-01-01 00:00:00', discovered_at))) PERSISTENT,
  ADD INDEX privacy_incident_place (list_place, id),
  DROP INDEX privacy_incident_discovered;
