--liquibase formatted sql

--changeset audit:0002-kinds-by-time
--comment All records of one kind, newest first, without sorting them
CREATE INDEX audit_trail_kind ON audit_trail (kind, id);
