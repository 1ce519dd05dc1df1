--liquibase formatted sql

--changeset activation:0002-client-says-origin
--comment client_id says it: none means that an officer types what the telephone shows
ALTER TABLE activation_case DROP COLUMN origin;
